"""How parent and worker talk: frames of a length and so many bytes, on pipes."""

import struct
from typing import Protocol

_LENGTH = struct.Struct(">Q")


class BrokenPipe(Exception):
    """The other side is gone, or sends nonsense."""


class Reads(Protocol):
    """The reading end of a pipe."""

    def read(self, size: int, /) -> bytes | None: ...


class Writes(Protocol):
    """The writing end of a pipe."""

    def write(self, data: bytes, /) -> int | None: ...
    def flush(self) -> None: ...


def send(pipe: Writes, data: bytes) -> None:
    """Write one frame. Raises BrokenPipe."""
    try:
        pipe.write(_LENGTH.pack(len(data)))
        pipe.write(data)
        pipe.flush()
    except (OSError, ValueError) as error:
        raise BrokenPipe from error


def receive(pipe: Reads, limit: int) -> bytes:
    """Read one frame of at most `limit` bytes. Raises BrokenPipe, also at the end of the pipe."""
    size = _LENGTH.unpack(_exactly(pipe, _LENGTH.size))[0]
    if size > limit:
        raise BrokenPipe(f"frame of {size} bytes")
    return _exactly(pipe, size)


def _exactly(pipe: Reads, size: int) -> bytes:
    parts = []
    while size > 0:
        try:
            part = pipe.read(min(size, 1 << 20))
        except (OSError, ValueError) as error:
            raise BrokenPipe from error
        if not part:
            raise BrokenPipe
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
