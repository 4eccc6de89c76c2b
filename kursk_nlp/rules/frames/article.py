"""The frame of ``article``: how a page is put together around its story."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ArticleFrames:
    """The lexicon tags by which the parts of a page are known. Each counts only at the beginning of a line.

    ``furniture``: the phrase is the whole line (a share button). ``field``: the phrase, a colon or digits, and what follows
    on the line (tags, a news code). ``line``: a short line that begins so (follow us). ``label``: the phrase alone is
    furniture, what follows is not (a teaser: its headline is read). ``rest``: the line and all after it, unless story follows
    (a comment form). ``dated``: a line of the header with a date or time. ``agency``: words that make the beginning of a line
    a byline.
    """

    furniture: str = "furniture"
    field: str = "furniture_field"
    line: str = "furniture_line"
    label: str = "furniture_label"
    rest: str = "furniture_rest"
    dated: str = "header_dated"
    agency: str = "header_agency"

    @property
    def tags(self) -> tuple[str, ...]:
        """Every tag of the frame."""
        return (self.furniture, self.field, self.line, self.label, self.rest, self.dated, self.agency)
