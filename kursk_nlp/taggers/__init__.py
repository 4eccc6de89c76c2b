"""Taggers of names behind one protocol: tokens in, labelled spans out."""

from __future__ import annotations

from ..errors import InputError
from .base import NoTagger, Tagger

TAGGERS = {"crf": "the model that ships with the package", "none": "lexicon and rules only",
           "stanza": "Stanza models of your own, extra 'stanza'"}


def get(name: str, lang: str) -> Tagger:
    """The tagger of a name for a language, loaded once. Raises ``InputError`` for a name that is not in ``TAGGERS``."""
    if name not in TAGGERS:
        raise InputError(f"unknown tagger {name!r}; the taggers are {', '.join(f'{n!r} ({what})' for n, what in TAGGERS.items())}")
    if name == "none":
        return NoTagger()
    if name == "stanza":
        from . import stanza

        return stanza.load(lang)
    from . import crf

    return crf.load(lang)
