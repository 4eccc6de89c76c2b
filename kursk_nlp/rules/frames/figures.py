"""The frame of ``figures``: what a language tells about counts of people.

The words themselves are lexicon rows (``lang/<code>/data/figures.tsv``) under the tags below; the frame holds what is grammar.

=============  ==========================================================================================================
tag            a word that …
=============  ==========================================================================================================
``f.victim``   counts people by what befell them (قتيل، زخمی); the value is the outcome
``f.act``      is a verbal noun governing the number behind it (مقتل 3، مرگ ۳ نفر)
``f.verb``     is a finite verb with an outcome
``f.state``    is a predicate governing the number before it (کشته شدند، في عداد المفقودين)
``f.inf``      makes a verbal noun of a state (کشته شدن)
``f.bring``    brings victims about and names none itself (سقوط، خلّف)
``f.person``   names people; the value is their role (``-``: none told, ``fighter``: armed, of no state's service)
``f.people``   the same, plural in itself
``f.thing``    is counted and is no person
``f.label``    makes a name of the number behind it (المادة 4)
``f.count``    makes a topic of the noun behind it (عدد القتلى، شمار کشته‌ها)
``f.break``    bounds a clause; ``aside``: what it opens may stand between commas inside one (بحسب الوزارة)
``f.quality``  is an adjective that a definite noun may complete, the phrase staying indefinite (مجهول الهوية)
``f.event``    happens on a day: a date right behind it is that of the event
``f.among``    opens a breakdown (بينهم، از جمله); ``f.anaphor`` points back at those counted (منهم، آنان)
=============  ==========================================================================================================

After the outcome, a value may hold marks: ``weak`` (the counted noun must name people), ``light`` (a finite verb must follow),
``with`` (the number stands behind a preposition), ``fate`` and ``take`` (a further word must be near), ``sound`` (its plural is
regular, so that the ending that could be a dual is a plural).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class FigureFrames:
    """What a language tells about figures.

    ``rules`` are the names of the government rules that its grammar knows, in the order in which they are asked.
    ``how_many`` tells from the letters before and after a person noun, and its marks, whether the word itself says 1 or 2.
    The rest are small sets of words and letters, folded.
    """

    rules: tuple[str, ...]
    how_many: Callable[[str, str, frozenset[str]], int | None]
    #: between a number and the people it is taken from (من)
    partitive: frozenset[str]
    #: numerals that stand for a person already told of, unless a partitive follows (یکی)
    pronouns: frozenset[str]
    #: endings that make an age or a size of a number (هفت‌ساله)
    measured: frozenset[str]
    #: words for all of those behind them (جميع)
    all_of: frozenset[str]
    #: before people that were told of (این, هذه)
    demonstratives: frozenset[str]
    #: endings of a predicate
    predicative: frozenset[str]
    #: those of them that are the copula
    copulas: frozenset[str]
    #: words, or letters written before a word, that coordinate
    conjunctions: frozenset[str]
    #: letters that, written before digits, are a conjunction or a preposition
    clitics: frozenset[str]
    #: prepositions that are such letters
    attached: frozenset[str]
    #: prepositions behind which a topic's number may stand; "" for none
    topic: frozenset[str]
    #: the definite article written on the word, or ""
    article: str
    #: the ending that an indefinite noun and its adjective share
    accusative: str
    #: the ending of a feminine noun, which shows no case
    feminine: str
    #: what marks the object before it
    object_mark: str
    #: before two nouns that share a number (بين قتيل وجريح)
    pair: frozenset[str]
    #: between a noun and its verb (قد)
    auxiliaries: frozenset[str]
    #: endings that a verbal noun may have and still govern
    construct: frozenset[str]
    #: endings that make a victim noun a topic
    plural: frozenset[str]
    #: endings that say whose losses
    possessors: frozenset[str]
    #: those of them that stand for people, of whom there are more than one
    theirs: frozenset[str]
    #: prepositions that lead to a place
    place_words: frozenset[str]
    #: prepositions that lead to where people are sent, and from where they fled
    goal_words: frozenset[str]
    #: before a date that bounds a stretch of time
    since: frozenset[str]
    origin_words: frozenset[str]
    #: verb forms that are a particle too, unless who did it stands right behind (فقد)
    particles: frozenset[str]
    #: tags of words that are none of theirs where a number is read (نه: nine, واحد: no "and one of")
    uncounted: frozenset[str]
    #: prepositions that a verb may follow too
    clausal: frozenset[str]
    #: words before a verb that negate it
    negations: frozenset[str]
    #: whether a written verb form is negative in itself (نشد)
    negative_verb: Callable[[str], bool]
    #: endings of a plural verb
    plural_verb: tuple[str, ...]
    #: the word for one that stands behind its noun (واحد), or ""
    one: str
    #: the preposition before what makes a toll rise (با مرگ …), or ""
    along: str
    #: the preposition before a bound that is passed (از ۵۰ گذشت), or ""
    passed: str
    #: endings of an indefinite noun (سربازی)
    indefinite: frozenset[str]
    #: whether a word (normal form, within its text) bears a pronoun that says whose it is
    is_owned: Callable[[str, str], bool]
    #: whether the word for a nationality names one person of it
    is_single: Callable[[str], bool]
    #: the letter that a present verb begins with, where a particle before it makes a may-be of it, or ""
    present: str
