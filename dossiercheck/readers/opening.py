"""Files of a dossier are opened without ever waiting: what is no regular file (a pipe, a device) is refused."""

import os
import stat
from io import BufferedReader
from pathlib import Path


def open_regular(source: Path) -> BufferedReader:
    """Open for reading. Raises OSError, also for what is no regular file."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
    descriptor = os.open(source, flags)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError("not a regular file")
    return os.fdopen(descriptor, "rb")
