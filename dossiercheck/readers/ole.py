"""Compound files (OLE2), the container of old Office files: one stream out of it, by name."""

import struct
from collections.abc import Sequence

_FREE = 0xFFFFFFFA
"""Sector numbers from here on are marks, not sectors."""


def stream(data: bytes, names: Sequence[str]) -> bytes | None:
    """The first of these streams that is there; None where there is none or the container is damaged."""
    try:
        return _stream(data, [name.casefold() for name in names])
    except (struct.error, IndexError, ValueError):
        return None


def _stream(data: bytes, names: Sequence[str]) -> bytes | None:
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    if size not in (512, 4096):
        return None
    first_directory, small_limit = struct.unpack_from("<I", data, 48)[0], struct.unpack_from("<I", data, 56)[0]
    first_small_table = struct.unpack_from("<I", data, 60)[0]
    table = _allocation(data, size)
    directory = _chain(data, table, first_directory, size)
    root: tuple[int, int] | None = None
    for at in range(0, len(directory) - 127, 128):
        length, kind = struct.unpack_from("<HB", directory, at + 64)
        name = directory[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace").casefold()
        start, length = struct.unpack_from("<II", directory, at + 116)
        if kind == 5:
            root = (start, length)
        elif kind == 2 and name in names:
            if length >= small_limit or root is None:
                return _chain(data, table, start, size)[:length]
            small = _chain(data, table, root[0], size)
            small_table = _numbers(_chain(data, table, first_small_table, size))
            return b"".join(small[n * 64 : n * 64 + 64] for n in _sectors(small_table, start))[:length]
    return None


def _allocation(data: bytes, size: int) -> list[int]:
    """For every sector the next one."""
    parts = list(struct.unpack_from("<109I", data, 76))
    more, entries = struct.unpack_from("<I", data, 68)[0], size // 4
    for _ in range(len(data) // size):
        if more >= _FREE:
            break
        block = struct.unpack_from(f"<{entries}I", data, (more + 1) * size)
        parts += block[:-1]
        more = block[-1]
    return [n for part in parts if part < _FREE for n in _numbers(data[(part + 1) * size : (part + 2) * size])]


def _numbers(block: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(block) // 4}I", block[: len(block) // 4 * 4]))


def _sectors(table: list[int], start: int) -> list[int]:
    found: list[int] = []
    while start < _FREE:
        if len(found) > len(table):
            raise ValueError("circle")
        found.append(start)
        start = table[start]
    return found


def _chain(data: bytes, table: list[int], start: int, size: int) -> bytes:
    return b"".join(data[(n + 1) * size : (n + 2) * size] for n in _sectors(table, start))
