"""From bytes to an article's text, or to an error that says where the bytes stop being one."""

from __future__ import annotations

import codecs

from ..errors import InputError

_WIDE = {codecs.BOM_UTF32_LE: "UTF-32", codecs.BOM_UTF32_BE: "UTF-32", codecs.BOM_UTF16_LE: "UTF-16", codecs.BOM_UTF16_BE: "UTF-16"}


def decode(data: bytes, name: str) -> str:
    """``data`` as UTF-8, every character kept as it is (line ends and a byte order mark too), so that offsets count them all.

    Raises ``InputError`` naming ``name`` and the byte offset for data that is not UTF-8 or that no text file holds.
    """
    for mark, encoding in _WIDE.items():
        if data.startswith(mark):
            raise InputError(f"{name} is {encoding}, not UTF-8 (byte order mark at byte 0); convert it, e.g. with "
                             f"iconv -f {encoding} -t UTF-8")
    if (at := data.find(b"\0")) >= 0:
        raise InputError(f"{name} is no text: it holds a zero byte at byte {at}; kursk_nlp reads articles as UTF-8 text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as wrong:
        at = wrong.start
        raise InputError(f"{name} is not UTF-8: byte 0x{data[at]:02X} at byte {at} (line {data.count(bytes([10]), 0, at) + 1}); convert "
                         "it, e.g. with iconv -f WINDOWS-1256 -t UTF-8") from None
