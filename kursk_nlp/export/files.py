"""A file is written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..errors import InputError


@contextmanager
def whole(target: Path, option: str = "-o") -> Iterator[Path]:
    """A path beside ``target`` to write to, which becomes ``target`` when all went well and is removed when not.

    Raises ``InputError`` where nothing can be written there. A device or pipe is written to directly.
    """
    if target.is_dir():
        raise InputError(f"{option} {target} is a folder; name a file")
    if target.exists() and not target.is_file():
        yield target
        return
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".kursk-", suffix=target.suffix)
        os.close(handle)
    except OSError as wrong:
        raise InputError(f"{option} {target} cannot be written: {wrong.strerror}") from None
    try:
        yield Path(name)
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(name, 0o666 & ~mask)
        os.replace(name, target)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(name)
