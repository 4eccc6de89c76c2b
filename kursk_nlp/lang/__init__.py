"""The table of languages."""

from __future__ import annotations

import functools
import gc
from importlib import import_module

from ..errors import LanguageError
from ..rules.frames import Language

LANGUAGES = {"fa": "Farsi", "ar": "Arabic"}


@functools.cache
def get(code: str) -> Language:
    """The language of a code, built once. Raises ``LanguageError`` for a code that is not in ``LANGUAGES``."""
    if code not in LANGUAGES:
        allowed = ", ".join(f"{c!r} ({name})" for c, name in LANGUAGES.items())
        raise LanguageError(f"unknown language {code!r}; the languages are {allowed}, or 'auto' to tell it from the text")
    collecting = gc.isenabled()
    gc.disable()  # what is built lives as long as the process: looking for garbage meanwhile only costs time
    try:
        language: Language = import_module(f"{__name__}.{code}").build()
    finally:
        if collecting:
            gc.enable()
    return language
