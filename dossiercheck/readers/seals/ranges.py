"""The bytes of a PDF as a signature sees them: what its byte range covers, and what stands behind it.

Nothing here needs a PDF reader, so that something can be said of files that none can open.
"""

import hashlib
import re
from dataclasses import dataclass

MAX_SIGNATURES = 64
"""More signatures than this in one file are not judged."""

_ESCAPED = re.compile(
    rb"/(?:B|#42)(?:y|#79)(?:t|#74)(?:e|#65)(?:R|#52)(?:a|#61)(?:n|#6[eE])(?:g|#67)(?:e|#65)(?![A-Za-z0-9#])"
)
_NUMBER = rb"[\s\x00]{1,99}(\d{1,12})"
_RANGE = re.compile(
    _ESCAPED.pattern.replace(rb"(?![A-Za-z0-9#])", rb"")
    + rb"[\s\x00]{0,99}\[[\s\x00]{0,99}(\d{1,12})"
    + _NUMBER * 3
    + rb"[\s\x00]{0,99}\]"
)
_HEX_GAP = re.compile(rb"<[0-9A-Fa-f\s\x00]*>")
_TRACES = (b"/ByteRange", b"/ETSI.", b"/adbe.", b"/SigFlags")
_LONG_HEX = re.compile(rb"<(30[0-9A-Fa-f]{500,})>")
_COMMENT = re.compile(rb"%[^\r\n]{0,1000}")
_MEANINGFUL = re.compile(rb"obj|xref|trailer|stream")


@dataclass(frozen=True, kw_only=True, slots=True)
class ByteRange:
    """Two stretches of a file, `start` to `gap_start` and `gap_end` to `end`; the gap holds the signature itself."""

    start: int
    gap_start: int
    gap_end: int
    end: int

    @classmethod
    def of(cls, numbers: object) -> "ByteRange | None":
        """From the four numbers of /ByteRange; None where they make no sense."""
        if not isinstance(numbers, list | tuple) or len(numbers) != 4:
            return None
        if not all(isinstance(n, int) and not isinstance(n, bool) and n >= 0 for n in numbers):
            return None
        start, length, gap_end, rest = (int(n) for n in numbers)
        if start + length > gap_end:
            return None
        return cls(start=start, gap_start=start + length, gap_end=gap_end, end=gap_end + rest)

    def digest(self, data: bytes, algorithm: str) -> bytes:
        """The digest of what is covered, as far as the file goes.

        Raises:
            ValueError: the algorithm is unknown.
        """
        hashed = hashlib.new(algorithm.replace("_", "-") if algorithm.startswith("sha512_") else algorithm)
        view = memoryview(data)
        hashed.update(view[self.start : self.gap_start])
        hashed.update(view[self.gap_end : self.end])
        return hashed.digest()

    def contents(self, data: bytes) -> bytes | None:
        """The signature in the gap; None where the gap holds anything but one hexadecimal string."""
        gap = data[self.gap_start : self.gap_end]
        if not _HEX_GAP.fullmatch(gap):
            return None
        digits = gap[1:-1].translate(None, b" \t\r\n\f\x00\x0b")
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))

    def skips_nothing(self, data: bytes, signature: bytes) -> bool:
        """It starts at the first byte, ends within the file, and its gap is exactly this signature."""
        return self.start == 0 and self.end <= len(data) and self.contents(data) == signature


def may_hold_signature(data: bytes) -> bool:
    """Cheap test: can there be a signature in this PDF? Names of dictionaries stay readable in encrypted files too.

    A signature dictionary never stands in a compressed object stream, because its own place in the file is signed.
    """
    if any(name in data for name in _TRACES):
        return True
    return b"#" in data and _ESCAPED.search(data) is not None


def written_ranges(data: bytes) -> list[ByteRange]:
    """All byte ranges that can be seen in the bytes, in their order and at most `MAX_SIGNATURES` + 1 of them."""
    found: list[ByteRange] = []
    for match in _RANGE.finditer(data):
        byte_range = ByteRange.of([int(n) for n in match.groups()])
        if byte_range is not None and byte_range not in found:
            found.append(byte_range)
        if len(found) > MAX_SIGNATURES:
            break
    return found


def written_signatures(data: bytes) -> list[bytes]:
    """Long hexadecimal strings, which in a file that no reader opens may be signatures."""
    found = []
    for match in _LONG_HEX.finditer(data):
        found.append(bytes.fromhex(match.group(1)[: len(match.group(1)) & ~1].decode("ascii")))
        if len(found) == MAX_SIGNATURES:
            break
    return found


def is_harmless(rest: bytes) -> bool:
    """Nothing but white space and comments: no reader can find an object in it."""
    if len(rest) > 100_000 or _MEANINGFUL.search(rest):
        return False
    return not _COMMENT.sub(b"", rest).strip(b" \t\r\n\f\x00")
