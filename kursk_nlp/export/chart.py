"""Claims as pictures: SVG that needs no script, takes its colours from the page and says in words what each mark is."""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 520, 300, 56, 14, 14, 30


class Point(NamedTuple):
    """A claim on a day: stated value and claimed interval (None where open), the number of its colour, what to call it."""

    day: datetime.date
    value: float | None
    low: float | None
    high: float | None
    colour: int
    label: str


def timeline(points: Sequence[Point], title: str) -> str:
    """Claims over time on a logarithmic scale, values as dots and bounds as bars; open ends have an arrow."""
    sizes = [n for p in points for n in (p.value, p.low, p.high) if n]
    bottom = 10 ** math.floor(math.log10(min(sizes, default=1)))
    top = 10 ** math.ceil(math.log10(max([*sizes, bottom * 10])))
    first, last = min(p.day for p in points).toordinal(), max(p.day for p in points).toordinal()
    span = max(1, last - first)

    def x(day: datetime.date) -> float:
        return LEFT + 8 + (WIDTH - LEFT - RIGHT - 16) * ((day.toordinal() - first) / span if last > first else 0.5)

    def y(n: float) -> float:
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - math.log10(max(n, bottom) / bottom) / math.log10(top / bottom))

    dense = ' class="dense"' if len(points) > 150 else ""
    out = [f'<svg{dense} viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(title)}"><title>{escape(title)}</title>']
    tick = bottom
    while tick <= top:
        at = f"{y(tick):.1f}"
        out.append(f'<path class="grid" d="M{LEFT} {at}H{WIDTH - RIGHT}"/>'
                   f'<text x="{LEFT - 6}" y="{at}" dy="4" text-anchor="end">{_short(tick)}</text>')
        tick *= 10
    for day in sorted({first, (first + last) // 2, last}):
        date = datetime.date.fromordinal(day)
        anchor = "middle" if last == first or first < day < last else "start" if day == first else "end"
        out.append(f'<text x="{x(date):.1f}" y="{HEIGHT - 9}" text-anchor="{anchor}">{date.isoformat()}</text>')
    for p in sorted(points, key=lambda p: (p.day, p.label)):
        out.append(f'<g class="s{p.colour}"><title>{escape(p.label)}</title>')
        low, high = p.low, p.high
        if p.value is None or low != high:
            start, end = low or p.value, high or p.value
            up, down = (start is not None and high is None and low is not None), (end is not None and low is None and high is not None)
            a = y(start) if start and not down else HEIGHT - BOTTOM - 4
            b = y(end) if end and not up else TOP + 4
            if up or down or (low and high):
                out.append(f'<path class="bar" d="M{x(p.day):.1f} {a:.1f}V{b:.1f}"/>')
            if up:
                out.append(f'<path class="tip" d="M{x(p.day):.1f} {TOP}l-4 7h8z"/>')
            if down:
                out.append(f'<path class="tip" d="M{x(p.day):.1f} {HEIGHT - BOTTOM}l-4 -7h8z"/>')
        if p.value is not None:
            out.append(f'<circle class="dot" cx="{x(p.day):.1f}" cy="{y(p.value):.1f}" r="4"/>')
        elif low and high is None:
            out.append(f'<circle class="dot" cx="{x(p.day):.1f}" cy="{y(low):.1f}" r="2.5"/>')
        out.append("</g>")
    return "".join(out) + "</svg>"


def _short(n: int) -> str:
    """10,000 as 10k and 1,000,000 as 1M: an axis has little room."""
    return f"{n // 10**6:,}M" if n >= 10**6 else f"{n // 1000}k" if n >= 10**4 else f"{n:,}"


class Place(NamedTuple):
    """A place with the number of claims that name it."""

    name: str
    latitude: float
    longitude: float
    claims: int


def places(found: Sequence[Place], outlines: Sequence[Sequence[tuple[float, float]]]) -> str:
    """A plate carrée of the part of the world where the places are, with a graticule and, where given, coast lines."""
    margin = 3.0
    west, east = min(p.longitude for p in found) - margin, max(p.longitude for p in found) + margin
    south, north = min(p.latitude for p in found) - margin, max(p.latitude for p in found) + margin
    squeeze = math.cos(math.radians((south + north) / 2)) or 0.1
    wide, tall = (east - west) * squeeze, north - south
    if wide < 1.6 * tall:
        grow = (1.6 * tall - wide) / squeeze / 2
        west, east = west - grow, east + grow
    elif wide > 2.4 * tall:
        grow = (wide / 2.4 - tall) / 2
        south, north = south - grow, north + grow
    width, height = 960.0, 960.0 * (north - south) / ((east - west) * squeeze)

    def at(longitude: float, latitude: float) -> tuple[float, float]:
        return (longitude - west) / (east - west) * width, (north - latitude) / (north - south) * height

    title = "Map of " + ", ".join(f"{p.name} ({p.claims})" for p in found[:40])
    out = [f'<svg viewBox="0 0 {width:.0f} {height:.0f}" role="img" aria-label="{escape(title)}"><title>{escape(title)}</title>']
    for ring in outlines:
        if any(west <= x <= east and south <= y <= north for x, y in ring) or (
                min(x for x, _ in ring) < west and max(x for x, _ in ring) > east):
            path = "L".join("{:.1f} {:.1f}".format(*at(x, y)) for x, y in ring)
            out.append(f'<path class="land" d="M{path}Z"/>')
    step = next(s for s in (1, 2, 5, 10, 20, 45) if (east - west) / s <= 14 or s == 45)
    for degree in range(math.ceil(west / step) * step, math.floor(east) + 1, step):
        x, _ = at(degree, 0)
        out.append(f'<path class="grid" d="M{x:.1f} 0V{height:.0f}"/><text x="{x + 3:.1f}" y="{height - 4:.0f}">{degree}°</text>')
    for degree in range(math.ceil(south / step) * step, math.floor(north) + 1, step):
        _, y = at(0, degree)
        out.append(f'<path class="grid" d="M0 {y:.1f}H{width:.0f}"/><text x="3" y="{y - 3:.1f}">{degree}°</text>')
    for p in sorted(found, key=lambda p: -p.claims):
        x, y = at(p.longitude, p.latitude)
        radius = 4 + 3 * math.sqrt(p.claims)
        out.append(f'<g><title>{escape(p.name)}: {p.claims} claim{"s" * (p.claims != 1)}</title>'
                   f'<circle class="place" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>'
                   f'<text x="{x:.1f}" y="{y - radius - 3:.1f}" text-anchor="middle">{escape(p.name)}</text></g>')
    return "".join(out) + "</svg>"
