"""The commands that README promises, read from README itself: ``python3 tests/readme.py`` prints them, one a line."""

from __future__ import annotations

import re
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"


def blocks(language: str) -> list[str]:
    """The fenced blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README.read_text(encoding="utf-8"), re.M | re.S)


def commands() -> list[str]:
    """Every shell command of README, a line each."""
    return [line for block in blocks("sh") for line in block.splitlines() if line.strip()]


if __name__ == "__main__":
    print("\n".join(commands()))
