"""The frame of ``units``: what a language tells about formations, services, armed groups and forces.

The words themselves are lexicon rows; their tags are the roles below.

========================  =============================================================================================
``unit.formation``        head of a formation; value its echelon, or ``-`` where the word names none (یگان)
``unit.formations``       the same in the dual or plural (اللواءان, تیپ‌ها)
``unit.vague``            a formation head that civil life uses too (فرقة, وحدة, تیپ): needs a designator, an arm or a known name;
                          value ``plural`` for the plural of one without an echelon (وحدات)
``unit.command``          a headquarters or command that is a formation, alone too (قيادة العمليات المشتركة, قرارگاه)
``unit.staff``            a staff or high command, part of a service (هيئة الأركان, ستاد کل)
``unit.service``          an army, navy, air force … that may stand alone; value a key of ``SERVICES``, and after ``>`` the echelon
                          that it has with a number (الجيش الثامن: army>army), after ``@`` the only country whose it can be
``unit.service_of``       the same, but only with an owner after it (البحرية, تفنگداران دریایی)
``unit.force``            "forces": a unit only with an owner, or an arm and an owner
``unit.troops``           "the soldiers": forces where definite and with an owner
``unit.class``            a class word before a group's name; value ``armed`` where it needs no known name after it (ميليشيا),
                          ``group`` where a name in quotation marks will do in an article about war (جماعة), ``named`` where what it
                          fights for is its name (جيش تحرير), else ``-``
``unit.called``           "called", between a class word and the name (تدعى, موسوم به)
``unit.branch``           a branch of a group (ولاية, شاخه)
``unit.org``              a known organisation (``unit.org.the``: its article was cut off and must be there); value its id, then ``+``
                          where a class word must stand before it, ``?`` where the article must give more evidence
``unit.arm``              what a formation fights with; value the arm
``unit.word``             a further word that belongs to a unit's name; value ``military`` where it makes a vague head a military one
``unit.name``             a given name of formations; value its country, or ``-``
``unit.owner``            an owner of forces that is no country name; value its country, ``*`` for the state or the rebels of the country
                          that the article is about (النظام, دولتی), else ``-`` (التحالف, دشمن)
``unit.number``           "number", between a head and its designator (رقم, شماره)
``unit.ordinal``          an ordinal that is a designator after a head though no number elsewhere (یکم); value the number
``unit.of``               "belonging to" (التابعة, وابسته به)
``unit.not``              a phrase that begins like a unit and is none (وحدة سكنية, لشکر بیکاران)
========================  =============================================================================================
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

#: service -> its arm (None: all arms, or one that the list of arms has not)
SERVICES: Mapping[str, str | None] = MappingProxyType({
    "army": None, "armed-forces": None, "ground-forces": None, "navy": None, "air-force": "aviation", "aerospace-forces": "aviation",
    "army-aviation": "aviation", "air-defence": "air_defense", "marines": "marine", "airborne-forces": "airborne",
    "special-forces": "special_forces", "missile-forces": "missile", "national-guard": None, "republican-guard": None,
    "presidential-guard": None, "border-guard": None, "self-defence-forces": None, "defence-forces": None, "guard": None,
    "military-intelligence": "intelligence", "unmanned-forces": "unmanned", "military-police": "military_police",
    "engineer-corps": "engineer", "artillery-corps": "artillery", "armoured-corps": "armor", "signal-corps": "signals",
    "reconnaissance-corps": "reconnaissance", "territorial-defence": None, "medical-corps": "medical", "logistics-corps": "logistics",
    "coast-guard": None, "gendarmerie": None,
})


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
    #: prepositions that join a unit to the larger one it is part of (في, من)
    part_of: frozenset[str] = frozenset()
    #: the article; empty where a language has none, and heads are then neither definite nor indefinite
    article: str = ""
    #: whether a number may follow the owner (اللواء الأوكراني 95)
    number_last: bool = False
    #: the word for "and"; written to the next word where the language does so
    conjunction: str = "و"
    #: folded heads that are ranks too, so that a person's name after them makes no unit (لواء)
    ranks: frozenset[str] = frozenset()
    #: folded words that cannot be the given name of a formation, and that may follow a number that is a name's last part
    stop: frozenset[str] = frozenset()
    #: folded nouns that a number counts, so that it is no designator (۵۰۰ نفر)
    counted: frozenset[str] = frozenset()
    #: folded words right before a unit that make it the other side of who speaks (an attack by it, its losses)
    against: frozenset[str] = frozenset()
    #: folded endings of the text before a unit that make soldiers named before it its own ("من ", "وابسته به ")
    soldiers_of: tuple[str, ...] = ()
    #: folded words between such a word and the unit that did it (هجوم شنه)
    by: frozenset[str] = frozenset()
    #: first folded words of civil bodies in whose names a unit's words are none (هيئة, وكالة)
    agencies: frozenset[str] = frozenset()
    #: folded words after which a name that is a common word too is a group's (زعيم القاعدة)
    of_groups: frozenset[str] = frozenset()
    #: countries whose outlets write of their own army without its country
    home_media: frozenset[str] = frozenset()
    #: folded words after which a unit's word is none: a ministry, a film
    not_after: frozenset[str] = frozenset()
    #: folded words that make a bare service after them any army, not one (یک ارتش)
    some: frozenset[str] = frozenset()
    #: folded words that make the unit before them a civil one: police, a band
    not_before: frozenset[str] = frozenset()
    #: folded words that begin a given name and take the next word with them (شهید)
    honorifics: frozenset[str] = frozenset()
