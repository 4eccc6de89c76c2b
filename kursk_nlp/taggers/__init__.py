"""Taggers of names behind one protocol: tokens in, labelled spans out."""

from __future__ import annotations

from ..errors import InputError
from .base import BatchTagger, NoTagger, Tagged, Tagger

__all__ = ["BATCH", "TAGGERS", "BatchTagger", "Tagged", "Tagger", "get"]

TAGGERS = {"crf": "the model that ships with the package", "none": "lexicon and rules only",
           "stanza": "Stanza models, those of the package, your own or official ones, extra 'stanza'"}
#: how many documents a tagger is given at once; one for those that are not here
BATCH = {"stanza": 64}


def get(name: str, lang: str, models: str | None = None) -> Tagger:
    """The tagger of a name for a language, loaded once; ``models`` is the folder of Stanza's, when it is not the usual one.

    Raises ``InputError`` for a name that is not in ``TAGGERS``, or where the models are missing.
    """
    if name not in TAGGERS:
        raise InputError(f"unknown tagger {name!r}; the taggers are {', '.join(f'{n!r} ({what})' for n, what in TAGGERS.items())}")
    if name == "none":
        return NoTagger()
    if name == "stanza":
        from . import stanza

        return stanza.load(lang, models)
    from . import crf

    return crf.load(lang)
