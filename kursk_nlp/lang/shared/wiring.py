"""How a language is put together from its layers, the same for all."""

from __future__ import annotations

from types import ModuleType

from ...rules.frames import Language
from ...rules.lexicon import Affixes, Lexicon
from .data import rows

LAYERS = ("article", "numbers", "dates", "names", "units", "quotes", "figures")


def wire(package: str, layers: dict[str, ModuleType], default: Affixes, *, loose_spaces: bool) -> Language:
    """The language of a package, its lexicon compiled.

    Every layer module gives ``frames()``, and may give ``ROWS`` (lexicon rows beside those of its TSV file), ``AFFIXES`` and
    ``EXPAND`` (by tag; see ``rules.lexicon``). ``default`` are the affixes of all other tags.
    """
    modules = [layers[name] for name in LAYERS]
    lexicon = Lexicon(
        rows(package) + [row for layer in modules for row in getattr(layer, "ROWS", ())],
        affixes={tag: a for layer in modules for tag, a in getattr(layer, "AFFIXES", {}).items()},
        default=default,
        loose_spaces=loose_spaces,
        expand={tag: e for layer in modules for tag, e in getattr(layer, "EXPAND", {}).items()},
    )
    return Language(package.rsplit(".", 1)[-1], lexicon, **{name: layers[name].frames() for name in LAYERS})
