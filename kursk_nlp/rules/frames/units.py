"""The frame of ``units``: what a language tells about formations, services, armed groups and forces.

The words themselves are lexicon rows; their tags are the roles below. A value is an echelon, an arm or an organisation's id.

========================  =============================================================================================
``unit.formation``        head of a formation, singular; value its echelon, or ``-`` where the word names none (وحدة, یگان)
``unit.formations``       the same in the dual or plural (اللواءان, تیپ‌ها)
``unit.vague``            a formation head that civil life uses too (فرقة, دسته): needs a designator, an arm or a known name
``unit.command``          a headquarters or command that is a formation (قيادة العمليات, قرارگاه)
``unit.staff``            a staff or high command, part of a service (هيئة الأركان, ستاد کل)
``unit.service``          an army, navy, air force … that may stand alone (الجيش, سلاح الجو); value its arm, or ``-``
``unit.service_of``       the same, but only with an owner after it (البحرية, تفنگداران دریایی)
``unit.force``            "forces": a unit only with an owner, an arm or a known name
``unit.troops``           "the soldiers": forces where definite and with an owner
``unit.class``            a class word before a group's name (تنظيم, گروه); value ``-``
``unit.branch``           a branch of a group (ولاية, شاخه)
``unit.org``              a known organisation; value its id in the table of organisations
``unit.arm``              what a formation fights with; value the arm
``unit.word``             a further word that belongs to a unit's name (المستقلة, ویژه); value ``-``
``unit.name``             a given name of formations; value its country, or ``-``
``unit.owner``            an owner of forces that is no country (النظام, دشمن); value its country, or ``-``
``unit.of``               "belonging to" (التابعة, وابسته به)
``unit.not``              a phrase that begins like a unit and is none (وحدة سكنية, لشکر بیکاران)
========================  =============================================================================================
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Organisation:
    """A known force: ``kind`` is a unit kind, ``country`` ISO 3166-1 alpha-2, ``name`` in the language of the frame."""

    id: str
    kind: str
    country: str | None
    echelon: str | None
    arm: str | None
    name: str


@dataclass(frozen=True)
class UnitFrames:
    """What a language tells about units, beside its lexicon rows."""

    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    #: proclitics that may join a part to its unit (لمشاة البحرية, بكوريا الشمالية)
    joins: frozenset[str] = frozenset()
    #: prepositions that join a unit to the one it is part of (في, من)
    part_of: frozenset[str] = frozenset()
    #: the article; empty where a language has none, and heads are then neither definite nor indefinite
    article: str = ""
    #: whether a number may follow the owner (اللواء الأوكراني 95)
    number_last: bool = False
    #: words for "and"; as a proclitic where the language writes it so
    conjunction: str = "و"
    #: words that may not be the given name of a formation though they are in no lexicon
    stop: frozenset[str] = frozenset()
    #: nouns that a number counts, so that it is no designator (۵۰۰ نفر)
    counted: frozenset[str] = frozenset()
