"""What a user would otherwise run over the same text, and a plain word on each that is not there.

None of them does the same work: the table says what each was asked for. A peer that is not installed, or does not import beside the
others, is reported with the reason.
"""

from __future__ import annotations

import contextlib
import io
import warnings
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import Any, NamedTuple

Read = Callable[[str], Any]


class Peer(NamedTuple):
    """A package on the index, the languages it reads, what it is asked for, and how (given a language's code)."""

    package: str
    languages: tuple[str, ...]
    asked: str
    make: Callable[[str], Read]


def _dateparser(code: str) -> Read:
    from dateparser.search import search_dates  # type: ignore[import-untyped]
    return lambda text: search_dates(text, languages=[code])


def _parstdex(code: str) -> Read:
    from parstdex import Parstdex  # type: ignore[import-not-found]
    model = Parstdex()
    return lambda text: model.extract_marker(text)


def _mahad(code: str) -> Read:
    from maha.parsers.functions import parse_dimension  # type: ignore[import-not-found]
    return lambda text: parse_dimension(text, numeral=True, time=True)


def _hazm(code: str) -> Read:
    from hazm import Normalizer, word_tokenize  # type: ignore[import-not-found]
    normaliser = Normalizer()
    return lambda text: word_tokenize(normaliser.normalize(text))


def _persian_tools(code: str) -> Read:
    from persian_tools import digits  # type: ignore[import-not-found]
    return lambda text: digits.convert_to_en(text)


def _pyarabic(code: str) -> Read:
    from pyarabic import number  # type: ignore[import-not-found]
    return lambda text: number.extract_number_phrases(text)


PEERS = (
    Peer("dateparser", ("fa", "ar"), "search_dates: dates, told the language", _dateparser),
    Peer("parstdex", ("fa",), "extract_marker: dates and times", _parstdex),
    Peer("mahad", ("ar",), "parse_dimension: numerals and times", _mahad),
    Peer("hazm", ("fa",), "normalise and split into words", _hazm),
    Peer("persian-tools", ("fa",), "digits to ASCII", _persian_tools),
    Peer("pyarabic", ("ar",), "number phrases", _pyarabic),
)


def ready(code: str) -> Iterator[tuple[Peer, str, Read | None]]:
    """The peers for a language: its version and how to run it, or why it does not run and None."""
    for peer in PEERS:
        if code not in peer.languages:
            continue
        try:
            number = version(peer.package)
            with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
                warnings.simplefilter("ignore")
                yield peer, number, peer.make(code)
        except PackageNotFoundError:
            yield peer, "not installed", None
        except Exception as error:  # whatever somebody else's import may raise
            yield peer, f"{version(peer.package)} does not run: {error}", None
