"""The errors a user can meet; each message says what was given, what is allowed, and where."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class KurskError(Exception):
    """Base of every error that kursk_nlp raises on purpose."""


class InputError(KurskError, ValueError):
    """An article, date or option that cannot be read: says which, and what is allowed."""


class LanguageError(InputError):
    """A language that is not one of ours, or a text whose language cannot be told."""


class DataError(KurskError):
    """A data file of the library, a gold file or a stored record that breaks its own form."""


class DownloadError(KurskError):
    """Something asked for from the network that did not come: says what, and why."""


class MissingExtraError(KurskError, ImportError):
    """A feature whose optional dependencies are not installed; names the extra to install."""


def need(module: str, extra: str) -> Any:
    """A module of an optional dependency. Raises ``MissingExtraError`` that names the extra where it is not installed."""
    try:
        return import_module(module)
    except ImportError as missing:
        raise MissingExtraError(f"this needs {module.partition('.')[0]}, which is not installed ({missing}); "
                                f"pip install 'kursk_nlp[{extra}]' brings it") from None
