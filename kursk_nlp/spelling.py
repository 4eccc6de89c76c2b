"""Spelling that careless typing lost, put back: Farsi half-spaces, Arabic hamzas. Nothing in the library needs it: rules and lexicons
read the folded form, which has neither. It is for readers, for searching, and for other tools."""

from __future__ import annotations

from importlib import import_module


def restore_zwnj(text: str) -> str:
    """Farsi text with a zero-width non-joiner wherever a word written together has lost one (میکنند، کتابها، شدهاند، ضدتانک).

    Verb prefixes, plural and other endings, and compounds of known words; nothing is cut that is a common word itself (میهن، تنها،
    بها), and no letter is changed. A space that was lost cannot be told from a half-space: کرهشمالی gets a half-space too.
    """
    restored: str = import_module(".lang.fa.normalise", __package__).restore_zwnj(text)
    return restored


def restore_hamza(text: str) -> str:
    """Arabic text with hamzas, madda and the dots of teh marbuta where careless typing has lost them (القاهره، الى، احمد).

    Only words of which a word list knows one common spelling, and only where a word has none of these signs; the length stays.
    """
    restored: str = import_module(".lang.ar.normalise", __package__).restore_hamza(text)
    return restored
