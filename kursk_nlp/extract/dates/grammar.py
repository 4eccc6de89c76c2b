"""The grammar of dates: named rules over kinds of atoms (see ``atoms``), language-blind.

In a rule ``{a|b}`` is one atom of kind a or b, an upper-case name an alias from ``ALIASES``; the rest is regular expression. The
longest reading wins, then the earlier rule.
"""

from __future__ import annotations

import functools
from bisect import bisect_right
from typing import NamedTuple

import regex

from ...text.patterns import Pattern, pattern
from .atoms import CODE, Atom

ALIASES = {
    "NUM": "{n31|n99|nbig|year4|yearw}",
    "UNIT": "{trimester|day|week|mon|yr|age|theday|theweek|themon|theyr|theage|quarter|thequarter}",
    "THEUNIT": "{theday|theweek|themon|theyr|theage|thequarter}",
    "ANY": "{day|night|week|mon|yr|age|tick|hour|moment|days|units|ticks|day24|quarter|unitadj|theday|theweek|themon|theyr|theage|thedays"
           "|theunits|thetick|clock}",
    "LONG": "{day|night|week|mon|yr|age|tick|hour|days|units|ticks}",
    "SOLO": "{day|night|week|mon|yr|age|tick|moment|hour}",
    "YEAR": "(?: {yr|theyr} (?P<year>{n31|n99|nbig|year4|yearw}) | (?P<year>{year4|yearw}) )",
    "ERA": "(?: (?P<era>{era|eraletter|mim}) | {open} (?P<era>{era}) {close} )",
    "REL": "(?P<rel>{rel|relago|rellater|next})",
    "YREL": "(?: (?P<ythis>{this|that}) {yr|theyr} | {samepre} {theyr} | {yr|theyr} (?P<yrel>{rel|relago|rellater|same|next}) ERA?"
            " | (?P<yref>{refyear}) )",
    "TAIL": "(?: {comma|of|in}{0,2}+ YEAR ERA? | {of|in}? YREL | REL | {open} (?P<rel>{rel}) {close} )",
    "MONTH": "(?: {mon}? (?P<month>{month|weak})"
             " (?: {slash|dash} (?P<pair>{month|weak}) | {open} (?P<pair>{month|weak}) {close} )? {mon}? )",
    "TPART": "(?: {of|in}? (?P<part>{part|night|thenight}) (?! ONDAY ) )",
    "ONDAY": "{of|in}? {day|theday|weekday|ref|n31|ord}",
    "PART": "(?: (?P<part>{part|night|thenight|midnight}) {of|in}? )",
    "DAY": "(?: (?P<day>{ord}) {day}? | (?P<day>{n31}) {th}? )",
    "DAYWORD": "{day|theday}",
    "WEEKDAY": "(?P<weekday>{weekday})",
    "QTY": "(?: NUM (?: {to|dash|or}? NUM )? ANY {whole}? | {frac|quarter} ANY | {pair|thepair} {one|whole}? | {vague} ANY | SOLO {one} )",
    "PLUS": "(?: {comma}? {and} (?: NUM LONG | {pair} | SOLO | {frac|quarter} SOLO? ) | {comma} NUM LONG )",
    "MINUTE": "(?: {and} (?P<minute>{n31|n99|frac|quarter|thehalf|thequarter}) {tick|ticks}?"
              " (?: {and} (?P<second>{n31|n99}) {tick|ticks} )?"
              " | {except} (?P<less>{n31|frac|quarter|thequarter}) {tick|ticks}? )",
    "CLOCKED": "{about|ago|later|mod}? {clock|hour}",
    "DUR": "(?: {mod}? (?: QTY {and} {frac|quarter} (?! ANY ) | QTY ) PLUS*+ )",
}

#: name, pattern; a name with "!" reads only a string that is nothing but a date (parse_date)
RULES = (
    ("day_month", """(?: PART? {day}? (?P<ref>{ref|theday}) )? PART? DAYWORD?
        (?: WEEKDAY (?: PART | {night} )? {comma|in|equal|of}*+ )? PART? DAYWORD?
        DAY (?: {of|in|slash|dash|dot} )? MONTH (?: TAIL | {dash|slash|dot}? (?P<year>{glued}) ERA? )?"""),
    ("day_month!", "DAYWORD? (?: WEEKDAY {comma}? )? (?P<day>{n31|ord}) {of|slash|dash|dot}? MONTH {dash|slash}? (?P<year>{n31|n99})"),
    ("day_range", """{of|between|unitsof|days}? (?P<day>{n31|ord}) {to|dash|and} (?P<day2>{n31|ord}) {of|in}? (?: MONTH TAIL?
        | (?P<this>{this|that}) {mon|themon} | {mon|themon} (?P<rel>{rel|relago|rellater}) )
        | MONTH {between} (?P<day>{n31}) {and} (?P<day2>{n31})"""),
    ("day_range!", "MONTH (?P<day>{n31}) {to|dash|and} (?P<day2>{n31}) TAIL?"),
    ("month_day", """(?: WEEKDAY {comma}? )? MONTH {comma}? (?: (?P<day>{ord}) (?: {comma|of|in}{0,2}+ YEAR ERA? )?
        | (?P<day>{n31|glued}) {comma|of}{1,2} YEAR )"""),
    ("year_month_day!", "(?P<year>{year4}) {dash|slash|dot} MONTH {dash|slash|dot} (?P<day>{n31|glued})"),
    ("month_number", """(?: (?: WEEKDAY {comma|in|equal|of}*+ )? DAYWORD? (?P<day>{n31|ord}) {of} )? {mon|themon} (?P<number>{n31})
        (?: {of|in}? YEAR ERA? )?"""),
    ("day_and_month!", "(?P<date>{daymonth})"),
    ("month_day!", "MONTH {slash|comma}? (?P<day>{n31|ord}) (?: {comma|of|in}{0,2}+ YEAR )?"),
    ("day_of_month", """(?: WEEKDAY {comma|in|equal|of}*+ )? PART? DAYWORD? (?P<day>{n31|ord}) {of|in}?
        (?: (?P<this>{this|that}) {mon|themon} | {mon|themon} (?P<rel>{rel|relago|rellater|next|same}) | {samepre} {themon} )"""),
    ("day_this", "DAYWORD (?P<day>{n31|ord}) {of|in}? (?P<rel>{rel})"),
    ("month", """(?: (?P<edge>{edge}) | (?P<edge>{half}) {ord}? | {ord|edge} {to} (?P<edge>{edge}) )?
        (?: {this} )? MONTH TAIL?"""),
    ("weekday", """(?: PART? {day}? (?P<ref>{ref|theday}) )? PART? (?: {this} )? DAYWORD? {this}? WEEKDAY (?: PART | {night} )?
        (?: REL | {of|in}? (?P<wthis>{this|that}) {week|theweek} | {of|in}? {week|theweek} (?P<wrel>{rel|relago|rellater|next}) )?"""),
    ("weekday", "PART? {day}? (?P<ref>{ref|theday}) {open} WEEKDAY {close} | PART WEEKDAY {dash|slash}? {weekday}"),
    ("week_weekday", """(?: (?P<wthis>{this}) {week|theweek} | {week|theweek} (?P<wrel>{rel|relago|rellater|next}) )
        {of|in}? DAYWORD? WEEKDAY"""),
    ("weekday_week", "(?P<weekday>{weekday|weekday0}) {of}? (?: (?P<wthis>{this}) {theweek} | {theweek} (?P<wrel>{rel}) )"),
    ("weekday_day!", "WEEKDAY {in}? (?P<day>{n31|ord})"),
    ("ref", """PART? {day|theday}? (?P<ref>{ref}) {part|night}? | (?P<edge>{edge})? (?P<yref>{refyear}) | PART (?P<ref>{theday})
        | (?P<ref>{theday}) {part|night}? | PART? {day}? (?P<ref>{refweak})"""),
    ("rel_unit", """(?: (?P<edge>{edge|half|rest}) | PART )? (?: (?P<this>{this}) UNIT ERA? | THEUNIT (?P<this>{this})
        | UNIT ERA? (?P<rel>{rel|relago|rellater|next}) ERA? | {night} (?P<rel>{rel}) )"""),
    ("edge_unit", "(?P<edge>{edge|rest|ord}) {week|mon|yr|theweek|themon|theyr} ERA?"),
    ("same_unit", """PART? (?: (?P<same>{that}) UNIT | {theday|themon|theyr|theweek} (?P<same>{same}) )
        | PART? (?P<same>{samepre}) {theday|themon|theyr|theweek} | {ref} (?P<same>{same})"""),
    ("last_units", """{mod}? (?: {n31|n99|nbig|frac} ANY | {thepair|pair} | {vague} ANY
        | {theunits|thedays|theticks} (?: {n31|n99|ord} | {many} )?
        | {units|days|ticks|unitsof|years|day24} ) (?P<rel>{rel})"""),
    ("ago", "(?P<dir>{ago}) (?: DUR | SOLO ) ERA? | (?P<dir>{since}) DUR | DUR (?P<dir>{relago}) {suchday}?"),
    ("later", "(?P<dir>{later}) (?: DUR | SOLO ) ERA? | DUR (?P<dir>{rellater})"),
    ("ago_then", """(?P<dir>{thenago|thenlater}) {in} (?: DUR | SOLO ) | (?P<dir>{ago|later}) {that} {in} (?: DUR | SOLO )
        | (?: DUR | SOLO ) (?P<dir>{thenago|thenlater})"""),
    ("ref_then", "(?P<ref>{ref}) {that} {day}"),
    ("hence", "DUR (?P<dir>{hence}) {of}?"),
    ("in_duration!", "{in|within} (?: DUR | SOLO )"),
    ("duration", """DUR | {units|days|ticks} {many|vague}? | SOLO {whole} | {long|yearlong|trimester}
        | SOLO PLUS++ | {mod} SOLO | NUM {unitage}
        | {theunits|thedays|theticks} {n31|n99|ord}"""),
    ("solo", "{during|within|in|since} SOLO"),
    ("through", "{through} {day|week|mon|yr|theday|theweek|themon|theyr|tick}"),
    ("lone!", "SOLO"),
    ("lone_accusative", "{week|mon|yr}"),
    ("set", """{every} (?: {n31} ANY | SOLO | (?: {day}? {weekday} | {weekday0} ) {part|night}? | {day} {of}? {week|theweek} )
        | {set|weekdays} | {days} {weekday}
        | {day|week|mon|yr|unitadj} NUM {times}"""),
    ("time", "(?: CLOCKED (?P<time>{time}) | {about}? (?P<time>{time}) ) {ampm|mim}? TPART?"),
    ("oclock", "CLOCKED (?P<hour>{n31|ord|thetick|one}) MINUTE? {ampm|mim}? TPART?"),
    ("hour_part", """{about}? (?P<hour>{ord}) (?: MINUTE? {of}? (?P<part>{part|night}) (?! ONDAY ) | MINUTE? (?= {of}? {part|night} ONDAY )
        | {and} (?P<minute>{thehalf|thequarter}) | {except} (?P<less>{quarter|thequarter}) )"""),
    ("hour_number!", "(?P<hour>{n31}) MINUTE? (?: {in}? (?P<part>{part|night|midnight}) | {ampm|mim} )"),
    ("hour_number!", "{midnight}"),
    ("quarter", """{thequarter|trimester} (?P<n>{ord|lastpost}) (?: {of|in}? (?: YEAR | YREL ) )?
        | (?P<year>{year4}) {thequarter} (?P<n>{ord})"""),
    ("half_year", "{frac|half|thehalf} (?P<n>{ord}) {of}? (?: YEAR | YREL | {yr|theyr} )"),
    ("nth_week", """{theweek} (?P<n>{ord|lastpost}) {of} (?: MONTH (?: TAIL )? | YEAR | YREL | (?P<this>{this|that}) {mon|themon}
        | {themon} (?P<rel>{rel}) )"""),
    ("nth_weekday", """(?: (?P<n>{ord|last}) {day}? (?P<weekday>{weekday|weekday0}) | (?P<weekday>{weekday}) (?P<n>{ord|thetick}) ) {of|in}
        (?: MONTH (?: TAIL )? | (?P<this>{this|that}) {mon|themon} | {themon} (?P<rel>{rel}) )"""),
    ("season", """(?P<edge>{edge})? (?: {this} )? (?P<season>{season|theseason}) (?: {of}? YEAR ERA? | YREL | REL )
        | {this} (?P<season>{season|theseason}) | {in} (?P<season>{theseason})"""),
    ("decade", """(?P<edge>{edge})? (?P<decade>{decade}) (?: {of}? {theage} {rel}? )?
        | (?P<edge>{edge})? {age} (?P<decade>{n99|n31|year4|yearw}) ERA?"""),
    ("holiday", "(?: (?P<nth>{ord}) {days|day} | DAYWORD )? (?P<holiday>{holiday}) (?: {of|in}? YEAR | YREL | REL )?"),
    ("decades", "{unitsof} (?P<year>{n99|year4}) {and|to} (?P<year>{n99|year4}) ERA?"),
    ("part", "{part}"),
    ("century", "{age|theage} (?P<n>{ord}) ERA?"),
    ("year", """(?: (?P<edge>{edge}) {of}? )? {yr|theyr} (?P<year>{n31|n99|nbig|year4|yearw|ordbig}) ERA?
        | {years} (?P<year>{year4|n99}) ERA? | (?P<edge>{edge}) (?P<year>{year4})
        | (?P<year>{year4|n99|nbig|yearw}) (?P<era>{era})"""),
    ("era_year", "(?P<year>{year4|nbig|n99}) (?P<era>{eraletter|mim})"),
    ("bare_year", "(?P<year>{year4|n99}) {eraletter|mim}?"),
    ("numeric", "(?: DAYWORD? WEEKDAY {comma|in|equal}*+ )? (?P<date>{numdate}) ERA?"),
    ("year_word!", "(?P<year>{yearw})"),
)
_TOKEN = pattern("date.grammar", r"\{([a-z][a-z0-9|]*+)\}|\b([A-Z]{2,}+)\b")


class Match(NamedTuple):
    """A reading of a stretch of atoms: rule name, first and past-the-last atom, the atoms of its groups."""

    rule: str
    first: int
    last: int
    groups: dict[str, list[Atom]]

    def one(self, name: str) -> Atom | None:
        """The atom of a group, None when the group is empty."""
        found = self.groups.get(name)
        return found[-1] if found else None


def _compile(source: str) -> str:
    def write(m: regex.Match[str]) -> str:
        if m.group(1):
            return "[" + "".join(CODE[kind] for kind in m.group(1).split("|")) + "]"
        return _compile(ALIASES[m.group(2)])

    return str(_TOKEN.sub(write, source))


class Rule(NamedTuple):
    """A rule, compiled. ``only``: reads but a string that is a date; ``needs``: codes one of which every reading has."""

    name: str
    only: bool
    needs: frozenset[str]
    pattern: Pattern


@functools.cache
def _compiled() -> tuple[Rule, ...]:
    """The rules as patterns, made at first use: they cost more than everything else at import."""
    out = []
    for number, (name, rule) in enumerate(RULES):
        source = _compile(rule)
        needs = _needs(_PART.findall(source))
        out.append(Rule(f"date.{name.rstrip('!')}", name.endswith("!"), needs, pattern(f"date.{number}.{name}", source)))
    return tuple(out)


_PART = pattern("date.grammar.part", r"\[[^\]]++\]|\((?:\?(?:[:!=]|P<\w++>))?|[|)]|[?*+]\+?|\{\d*+,?\d*+\}\+?")


def _needs(parts: list[str]) -> frozenset[str]:
    """The smallest set of codes of which a compiled rule, given as its parts, cannot do without one; up to the end of the group."""
    ways: list[frozenset[str]] = [frozenset()]
    while parts and (part := parts.pop(0)) != ")":
        if part == "|":
            ways.append(frozenset())
            continue
        need = frozenset(part[1:-1]) if part[0] == "[" else _needs(parts)
        if part in ("(?!", "(?=") or (parts and parts[0][0] in "?*") or (parts and parts[0].startswith("{0")):
            need = frozenset()
        if parts and parts[0][0] in "?*+{":
            parts.pop(0)
        if need and (not ways[-1] or len(need) < len(ways[-1])):
            ways[-1] = need
    return frozenset().union(*ways) if all(ways) else frozenset(CODE.values())


#: kinds that no reading consists of alone
GLUE = frozenset({"comma", "slash", "dash", "dot", "colon", "open", "close", "in", "of", "to", "by", "and"})

@functools.cache
def _islands() -> Pattern:
    """Runs of kinds that rules read, one of which at least is no glue: no reading lies outside them."""
    read = {code for _, source in RULES for code in _compile(source)} & set(CODE.values())
    glue = {CODE[kind] for kind in GLUE}
    return pattern("date.islands", f"[{''.join(sorted(glue))}]*+[{''.join(sorted(read - glue))}][{''.join(sorted(read))}]*+", verbose=False)


def matches(atoms: list[Atom], strict: bool = False) -> list[Match]:
    """Every reading of the atoms that a rule allows, longest first; ``strict`` adds the rules for a string that is a date."""
    found = []
    for island in _islands().finditer("".join([CODE[a.kind] for a in atoms])):
        at, codes = island.start(), island.group()
        for order, name, start, end, groups in (_known if len(codes) <= _SHORT else _read)(codes, strict):
            within = {group: [atoms[at + i] for i in places] for group, places in groups}
            found.append((start - end, order, Match(name, at + start, at + end, within)))
    return [match for *_, match in sorted(found, key=lambda f: f[:2])]


#: the number of a rule, its name, the span that it reads, and the places of its groups
_Reading = tuple[int, str, int, int, list[tuple[str, list[int]]]]


def _read(codes: str, strict: bool) -> list[_Reading]:
    """What the rules read in the codes of an island."""
    present = set(codes)
    return [(order, rule.name, *m.span(), [(g, [i for i, _ in m.spans(g)]) for g in rule.pattern.groupindex if m.start(g) >= 0])
            for order, rule in enumerate(_compiled()) if (strict or not rule.only) and not rule.needs.isdisjoint(present)
            for m in rule.pattern.finditer(codes)]


#: islands up to this length come again and again, and what is read in them is remembered
_SHORT = 12
_known = functools.lru_cache(maxsize=1 << 12)(_read)


def choose(found: list[Match]) -> list[Match]:
    """The readings that are kept: longest first, none over another; in order."""
    kept: list[Match] = []
    starts: list[int] = []
    for match in found:
        at = bisect_right(starts, match.first)
        if (at and kept[at - 1].last > match.first) or (at < len(kept) and kept[at].first < match.last):
            continue
        kept.insert(at, match)
        starts.insert(at, match.first)
    return kept
