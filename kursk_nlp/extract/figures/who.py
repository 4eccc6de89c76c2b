"""Who was counted: the country and the role of the people, from the phrase itself outward."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...schema import Attribution, Entity
from ...text.spans import Spans
from .candidate import Candidate
from .chart import CLOSERS, COMMAS, Chart, Mark
from .context import is_active, is_where_said
from .fit import CIVIL

Who = tuple[str | None, str | None]
ARMED = ("formation", "service", "forces")
#: roles that a word leaves open
OPEN = ("", "-", "element")
#: how many sentences back a figure may be that those counted are taken from
LOOK_BACK = 4
#: how far from a number the side stands that those counted were on, and how far behind it what all of them are
SIDE, ALL = 12, 10
#: how many characters of an article are its lead
LEAD = 300


class Witness:
    """Tells country and role of each figure in order; one that points back takes what it lacks from the one it points at."""

    def __init__(self, chart: Chart, kept: list[Candidate], sources: Sequence[tuple[Attribution, ...]],
                 places: Sequence[str | None]) -> None:
        self.chart, self.kept, self.sources, self.places = chart, kept, sources, places
        self.out: list[Who] = []
        self.index = {id(c): i for i, c in enumerate(kept)}
        self.speaking = Spans((s.start, s.end) for said in sources for s in said)
        self.grounds = [e for e in chart.draft.entities if e.country and e.label == "LOC" and not self._is_said(e.start)
                        and self._is_ground(e)]
        grounds = {e.country for e in self.grounds if e.country}
        bodies = {e.country for e in chart.draft.entities if e.country and e.label in ("ORG", "NORP")}
        bodies |= {u.country for u in chart.draft.units if u.country}
        #: the country of everything that the article names, and of its organisations, if there is but one
        media = Spans((s.start, s.end) for said in sources for s in said if s.kind == "media")
        self.home = _only({e.country for e in chart.draft.entities if e.country and e.label == "ORG" and not media.touch(e.start, e.end)})
        self.common = _only(grounds | bodies)
        self.dateline = _dateline(chart)

    def tell(self) -> list[Who]:
        for k, c in enumerate(self.kept):
            kin = self._kin(k)
            role = self._role(k, self._roles_of_kin(k, kin))
            self.out.append((self._country(k, c, role, [n for n, _ in kin]), role))
        return self.out

    def _kin(self, k: int) -> list[Who]:
        """What is known of the whole, of the list's neighbour, and of those that ``others`` are other than."""
        c = self.kept[k]
        near = [self.index[id(d)] for d in (c.parent, c.sibling) if d is not None and id(d) in self.index and self.index[id(d)] < k]
        if k and not near and self._same_people(k):
            near.append(next((i for i in range(k - 1, -1, -1) if self.kept[i].parent is None), k - 1))
        return [self.out[i] for i in near]

    def _roles_of_kin(self, k: int, kin: list[Who]) -> list[str | None]:
        """The dead children's role is not that of the wounded whom no noun describes; that of soldiers is."""
        c = self.kept[k]
        bare = c.noun is None or bool(c.flags & {"other", "resumed"})
        related = c.parent is not None or (c.sibling is not None and bare) or "other" in c.flags or c.anaphor
        return [r for _, r in kin if related or r == "military"]

    def _same_people(self, k: int) -> bool:
        """40 others, five counted by a mere classifier, wounded among soldiers sent: those of the figure before in the sentence."""
        c, d = self.kept[k], self.kept[k - 1]
        if "other" in c.flags:
            return True
        if d.first < self.chart.sentence(c.first)[0]:
            return False
        plain = c.kind == "empty" or (c.head is not None and "classifier" in c.head.flags and c.role in OPEN)
        return plain or (c.kind == "victim" and d.outcome == "deployed" and c.outcome != "displaced")

    # ------------------------------------------------------------------------------------------------------------------- role

    def _role(self, k: int, kin: list[str | None]) -> str | None:
        chart, c = self.chart, self.kept[k]
        if c.role == "fighter":
            return None
        if c.role not in OPEN:
            return c.role
        if c.noun is not None and self._in_service(c):
            return "military"
        if c.role == "element":
            return "military" if self._owner_is_force(c) else None
        if role := _said_role(chart, c):
            return role
        if c.topic and "resumed" not in c.flags:
            for i in range(*c.topic):
                person, unit = chart.at(i, "person", "people"), chart.unit.get(i)
                if unit and unit.kind in ARMED:
                    return "military"
                if person and person.value not in OPEN:
                    return None if person.value == "fighter" else person.value
        if role := next((r for r in kin if r), None):
            return role
        if _force_lost(chart, c):
            return "military"
        return "military" if c.outcome == "deployed" else None

    def _in_service(self, c: Candidate) -> bool:
        """Whether the phrase names a force that they belong to."""
        return c.noun is not None and any(
            (u := self.chart.unit.get(i)) is not None and u.kind in ARMED for i in range(c.noun[0], c.noun[1] + 2))

    def _owner_is_force(self, c: Candidate) -> bool:
        if not _has_owner(self.chart, c):
            return False
        start = self.chart.sentence(c.first)[0]
        nearest = next((u for i in range(c.first - 1, start - 1, -1) if (u := self.chart.unit.get(i))), None)
        return nearest is not None and nearest.kind in ARMED

    # ---------------------------------------------------------------------------------------------------------------- country

    def _country(self, k: int, c: Candidate, role: str | None, kin: list[str | None]) -> str | None:
        chart = self.chart
        if c.noun is not None and (country := _named(chart, range(*c.noun)) or _said_country(chart, c)):
            return country
        if _has_owner(chart, c):
            return _subject(chart, c, persons=True) or next((n for n in kin if n), None)
        theirs = (c.outcome == "deployed" and c.kind != "unknown" and not c.topic) or _is_loss(chart, c)
        if theirs and not ("other" in c.flags and kin) and (country := _subject(chart, c, said=self.sources[k])):
            return country
        if c.anaphor and not kin and (country := _subject(chart, c, said=self.sources[k])):
            return country
        if c.topic and "resumed" not in c.flags and (country := _named(chart, range(*c.topic))):
            return country
        if country := next((n for n in kin if n), None):
            return country
        if role == "military":
            return self._of_source(k, c, role) or self._around(k, c, role)
        return self._around(k, c, role)

    def _of_source(self, k: int, c: Candidate, role: str | None) -> str | None:
        """Soldiers of no stated army are those of the army or state that tells of them; a civil body counts its own people."""
        source = next(iter(self.sources[k]), None)
        if source is None or source.kind not in ("person", "organisation") or (c.topic and "losses" in _topic_flags(self.chart, c)):
            return None
        if role == "military" and (c.outcome == "captured" or is_active(self.chart, c)):
            return None
        first, last = self.chart.range(source.start, source.end)
        armed = any(i in self.chart.unit for i in range(first, last))
        if role == "military" or (role is None and not armed and c.outcome in ("killed", "injured", "missing", "displaced")
                                  and any(self.chart.at(i, "civil") for i in range(max(0, first - 4), min(last + 3, self.chart.size)))):
            return _named(self.chart, range(first, last), persons=True) or _named(self.chart, range(last, min(last + 6, self.chart.size)))
        return None

    def _around(self, k: int, c: Candidate, role: str | None) -> str | None:
        """The people of the sentence, the figure before, the place of the event, the one country that the article is about."""
        plain = role != "military" and c.role != "fighter"
        if plain and (c.kind in ("victim", "empty") or _is_classifier(c)) and (country := _people_near(self.chart, c)):
            return country
        if c.head is not None and "away" in c.head.flags:
            return None
        if plain and (country := self._sided(c)):
            return country
        at = self.places[k] if c.outcome != "displaced" else None
        settled = plain and c.outcome not in ("captured", "deployed")
        if settled and (country := at or self._here(c) or self._of_source(k, c, role)):
            return country
        start = self.chart.sentence(c.first)[0]
        for _ in range(LOOK_BACK):
            start = self.chart.sentence(max(0, start - 1))[0]
        for i in range(k - 1, -1, -1):
            if self.kept[i].first < start:
                break
            if self._is_part(i):
                continue
            if self.out[i][0] and (self.out[i][1] == role or role in CIVIL) and (role != "military" or self.kept[i].outcome != "deployed"):
                return self.out[i][0]
        if c.outcome in ("captured", "deployed") or (role == "military" and is_active(self.chart, c)):
            return None
        return self.common if role == "military" else self._ground(c) or (self.dateline if plain else None)

    def _is_part(self, i: int) -> bool:
        """وكندي واحد: the nationality of one in a list is not that of the others."""
        d = self.kept[i]
        return d.parent is not None or "among" in d.flags or d.rule in ("among", "listed") or d.number.rule == "nation"

    def _sided(self, c: Candidate) -> str | None:
        """على الجانب الأفغاني: the side they were on; في البلاد, در این کشور: the country that tells of it, or the last told of."""
        chart, (start, stop) = self.chart, self.chart.sentence(c.first)
        for i in range(max(start, c.first - SIDE), min(stop, c.end + SIDE)):
            if (side := chart.at(i, "side")) and (e := chart.entity.get(side.last)) and e.label == "NORP" and e.country:
                return e.country
            if chart.at(i, "here"):
                k = self.index[id(c)]
                source = next(iter(self.sources[k]), None)
                if source is not None:
                    return _named(chart, range(*chart.range(source.start, source.end)), persons=True)
        return None

    def _ground(self, c: Candidate) -> str | None:
        """The country of all places told of so far (in the lead: of its first sentences); of the organisations, if there is no place."""
        if not self.grounds:
            return self.home
        reach = max(LEAD, self.chart.ends[self.chart.sentence(c.first)[1] - 1])
        countries: set[str] = set()
        for e in self.grounds:
            if e.start >= reach or len(countries) > 1:
                break
            countries.add(e.country or "")
        return _only(countries)

    def _here(self, c: Candidate) -> str | None:
        """The country of the places of the sentence that no speaker's name holds, if there is but one."""
        start, stop = self.chart.sentence(c.first)
        goals = self.chart.frames.goal_words
        places = {id(e): e for i in self.chart.places_in(start, stop) if (e := self.chart.entity[i]).country and self._is_ground(e)
                  and not is_where_said(self.chart, c, i)
                  and self.chart.words[max(0, self.chart.tokens.at(e.start) - 1)] not in goals}
        return _only({e.country for e in places.values() if e.country and not self._is_said(e.start)})

    def _is_ground(self, e: Entity) -> bool:
        """A place to be in, not a state that acts: no country's name, or one behind a preposition or a noun."""
        chart, first = self.chart, self.chart.tokens.at(e.start)
        if not (e.id or "").startswith("iso:") or chart.starts[first] < e.start:
            return True
        if _is_attacker(chart, first) or chart.ending(first, "lead"):
            return False
        return first > chart.sentence(first)[0] and chart.is_word(first - 1) and not chart.at(first - 1, "finite", "verb", "break")

    def _is_said(self, position: int) -> bool:
        return self.speaking.touch(position, position + 1)


def _is_attacker(chart: Chart, i: int) -> bool:
    """حملات اسرائیل, حمله هوایی آمریکا: the state whose attack it is."""
    for j in range(i - 1, max(-1, i - 3), -1):
        if event := chart.at(j, "event"):
            return event.value == "attack"
        if not chart.plain(j):
            return False
    return False


def _dateline(chart: Chart) -> str | None:
    """The country of the place that opens the article before a dash or a slash."""
    first = next(iter(chart.draft.entities), None)
    if first is None or first.label != "LOC" or first.start > 60:
        return None
    i = chart.range(first.start, first.end)[1]
    return first.country if any(chart.words[j] in "-–—ـ/:" for j in range(i, min(i + 4, chart.size))) else None


def _only(countries: set[str]) -> str | None:
    return next(iter(countries)) if len(countries) == 1 else None


def _is_classifier(c: Candidate) -> bool:
    return c.head is not None and "classifier" in c.head.flags


def _said_role(chart: Chart, c: Candidate) -> str | None:
    """یازده تن از کشته‌ها زن هستند, ثلاثة منهم أطفال, 15 شخصا جميعهم من المدنيين: the role is said of them."""
    if role := _role_behind(chart, c):
        return role
    if not (c.partitive or c.anaphor or "among" in c.flags):
        return None
    for i in range(c.end, min(c.end + 12, chart.sentence(c.first)[1])):
        person = chart.at(i, "person", "people")
        if person and person.value in CIVIL and chart.at(person.last, "finite") and not chart.at(person.last, "verb"):
            other = chart.ending(i - 1, "person", "people") if chart.words[i - 1] in chart.frames.conjunctions else None
            return person.value if other is None or other.value == person.value or person.value == "woman" else None
        if chart.words[i] in CLOSERS or chart.at(i, "finite"):
            break
    return None


def _role_behind(chart: Chart, c: Candidate) -> str | None:
    """What all of them are, right behind: جميعهم مدنيون; or, in a nominal sentence, what those of them are: ثلاثة منهم أطفال."""
    i = c.end + (c.end < chart.size and chart.words[c.end] in COMMAS)
    everybody = chart.at(i, "apart")
    if everybody is not None and everybody.value == "all":
        i = everybody.last
    elif not (chart.frames.article and c.anaphor and i == c.end):
        return None
    i += i < chart.size and chart.words[i] in chart.frames.partitive
    person = chart.at(i, "person", "people")
    if person is None or person.value not in CIVIL:
        return None
    return None if person.last < chart.size and chart.words[person.last][0] in chart.frames.conjunctions else person.value


def _said_country(chart: Chart, c: Candidate) -> str | None:
    """شش تن تبعهٔ سوریه, سه تن عضو یک خانوادهٔ لبنانی."""
    for i in range(c.end, min(c.end + ALL, chart.sentence(c.first)[1])):
        everybody = chart.at(i, "apart")  # همگی اتیوپیایی
        if everybody and everybody.value == "all" and (e := chart.entity.get(everybody.last)) and e.label == "NORP":
            return e.country
    if chart.has(c.end, c.end + 2, "from"):
        return _named(chart, range(c.end, min(c.end + 6, chart.sentence(c.first)[1])))
    return None


def _named(chart: Chart, tokens: Iterable[int], persons: bool = False) -> str | None:
    """The country of the first nationality, force or place among tokens."""
    for i in tokens:
        entity, unit = chart.entity.get(i), chart.unit.get(i)
        if entity and (persons or entity.label != "PER") and (country := chart.country(entity)):
            return country
        if unit and unit.country:
            return unit.country
    return None


def _owned(chart: Chart, mark: Mark | None) -> bool:
    """جنوده, رجاله: a pronoun on the noun."""
    if mark is None or mark.tag not in ("person", "people", "victim"):
        return False
    suffix = mark.hit.suffix
    return suffix.endswith(tuple(p for p in chart.frames.possessors if len(p) > 1)) or (
        mark.tag == "people" and suffix in chart.frames.possessors) or ("plural" in mark.flags and suffix in chart.frames.possessors)


def _has_owner(chart: Chart, c: Candidate) -> bool:
    """جنوده، نیروهای خود, عدد رجاله: they belong to the subject."""
    if _owned(chart, c.head) or (c.topic and any(_owned(chart, chart.at(i, "people", "person")) for i in range(*c.topic))):
        return True
    spans = [s for s in (c.noun, c.topic) if s]
    return any(chart.has(first, stop + 2, "own") for first, stop in spans)


def _force_lost(chart: Chart, c: Candidate) -> bool:
    """Losses, as a force has them: خسائر, تلفات داد, از دست داد."""
    if _is_loss(chart, c):
        return True
    return "losses" in _topic_flags(chart, c)


def _topic_flags(chart: Chart, c: Candidate) -> frozenset[str]:
    return frozenset(f for i in range(*(c.topic or (0, 0))) if (v := chart.at(i, "victim")) for f in v.flags)


def _is_loss(chart: Chart, c: Candidate) -> bool:
    """خسر, از دست داد, تلفات داد: the subject's own people."""
    if c.governor is None or c.topic or (c.head is not None and "kin" in c.head.flags):
        return False
    mark = chart.at(c.governor[0], "verb", "state", "victim")
    if mark is None:
        return False
    return (mark.value == "casualties" and bool(mark.flags & {"weak", "losses"})) or ("own" in mark.flags and c.outcome == "casualties")


def _subject(chart: Chart, c: Candidate, persons: bool = False, said: tuple[Attribution, ...] = ()) -> str | None:
    """The country of the nearest force, state or nationality before the number in its sentence; places behind a preposition are none."""
    start = chart.sentence(c.first)[0]
    for i in range(c.first - 1, start - 1, -1):
        country = _named(chart, (i,), persons)
        if not country or any(a.kind == "media" and a.start <= chart.starts[i] < a.end for a in said):
            continue
        entity = chart.entity.get(i)
        if entity and entity.label == "LOC" and i not in chart.unit and chart.ending(chart.range(entity.start, entity.end)[0], "prep"):
            continue
        if (unit := chart.unit.get(i)) and (against := chart.ending(chart.tokens.at(unit.start), "prep")) and not against.hit.suffix:
            continue  # در نبرد با نیروهای روسیه: the other side
        return country
    return None


def _people_near(chart: Chart, c: Candidate) -> str | None:
    """حافلة تقل حجاجا باكستانيين … 28 قتيلا: people of a nationality, named before in the sentence."""
    for i in range(c.first - 1, chart.sentence(c.first)[0] - 1, -1):
        entity = chart.entity.get(i)
        if entity and entity.label == "NORP" and entity.country:
            person = chart.ending(chart.range(entity.start, entity.end)[0], "person", "people")
            if person and person.value not in ("fighter", "military", "police"):
                return entity.country
    return None
