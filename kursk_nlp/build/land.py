"""``python -m kursk_nlp.build.land countries-110m.json``: the coast and border lines of the report's map, made again.

The argument is the TopoJSON of the npm package ``world-atlas`` (Natural Earth, in the public domain). Written are the rings of all
countries, as lists of longitude and latitude in degrees, to two decimals.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parent.parent / "export" / "page" / "land.json"
Ring = list[tuple[float, float]]


def rings(topology: dict[str, Any], name: str = "countries") -> Iterator[Ring]:
    """The outer and inner rings of every geometry of a TopoJSON object, its delta-coded arcs undone."""
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [[(round(x * scale_x + move_x, 2), round(y * scale_y + move_y, 2)) for x, y in zip(
        accumulate(p[0] for p in arc), accumulate(p[1] for p in arc), strict=True)] for arc in topology["arcs"]]
    for geometry in topology["objects"][name]["geometries"]:
        for polygon in geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]:
            for ring in polygon:
                line: Ring = []
                for index in ring:
                    line += (arcs[index] if index >= 0 else arcs[~index][::-1])[1 if line else 0:]
                yield line


def main() -> None:
    found = list(rings(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))))
    TARGET.write_text("[" + ",\n".join(json.dumps(ring, separators=(",", ":")) for ring in found) + "]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
