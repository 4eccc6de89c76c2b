"""``python tests/artefacts.py DIST TREE``: the wheel and the source archive in ``DIST`` hold what ``TREE`` holds, then the wheel reads.

Run by a Python that has the wheel installed and started away from the tree, so that nothing is found there by accident. Uses
nothing but the standard library and the wheel. Ends with an error that names what is missing.
"""

from __future__ import annotations

import json
import sys
import tarfile
import zipfile
from pathlib import Path

_SOURCES = ("kursk_nlp", "tests", "fixtures", "docs")
_SINGLE = ("README.md", "CHANGELOG.md", "LICENSE", "NOTICE", "SECURITY.md", "pyproject.toml")


def files(tree: Path, folder: str) -> set[str]:
    """The files of a folder, as paths from the tree, without what Python and editors leave."""
    return {p.relative_to(tree).as_posix() for p in (tree / folder).rglob("*")
            if p.is_file() and "__pycache__" not in p.parts and not any(part.startswith(".") for part in p.relative_to(tree).parts)}


def missing(dist: Path, tree: Path) -> list[str]:
    """What either archive lacks."""
    wheel, source = next(dist.glob("*.whl")), next(dist.glob("*.tar.gz"))
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    with tarfile.open(source) as archive:
        sent = {name.partition("/")[2] for name in archive.getnames()}
    lacks = [f"{wheel.name} lacks {name}" for name in sorted(files(tree, "kursk_nlp") - packed)]
    lacks += [f"{wheel.name} lacks {name}" for name in ("LICENSE", "NOTICE") if not any(p.endswith(f"licenses/{name}") for p in packed)]
    lacks += [f"{wheel.name} holds {name}, which is no part of the package" for name in sorted(packed)
              if not name.startswith(("kursk_nlp/", "kursk_nlp-"))]
    wanted = {*_SINGLE}.union(*(files(tree, folder) for folder in _SOURCES))
    return lacks + [f"{source.name} lacks {name}" for name in sorted(wanted - sent)]


def reads(tree: Path) -> str:
    """Reads every passage with the installed wheel; gives how much was found. The package must not come from the tree."""
    import kursk_nlp

    home = Path(kursk_nlp.__file__).resolve()
    if tree.resolve() in home.parents and "site-packages" not in home.parts:
        sys.exit(f"kursk_nlp was imported from {home}, not from the wheel")
    figures = 0
    passages = sorted((tree / "fixtures").glob("*/*.txt"))
    for path in passages:
        text = path.read_text(encoding="utf-8")
        doc = kursk_nlp.load(path.parent.name)(text)
        figures += len(json.loads(doc.to_json())["figures"])
    if not figures:
        sys.exit(f"the wheel found no figure in {len(passages)} passages")
    return f"the wheel read {len(passages)} passages and found {figures} figures"


if __name__ == "__main__":
    _dist, _tree = map(Path, sys.argv[1:])
    if _lacks := missing(_dist, _tree):
        sys.exit("\n".join(_lacks))
    print(reads(_tree))
