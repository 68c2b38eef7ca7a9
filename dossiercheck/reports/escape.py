r"""Hostile text made harmless: what a dossier holds may show in a report, but may not steer a terminal or its layout.

Everything that was read from a dossier passes through `clean` before it is shown. Characters that steer (escape
sequences, direction marks, line breaks) or hide (zero width, fillers, variation selectors) become visible escapes such
as `\x1b`. JSON keeps the exact text and writes the same characters as `\uXXXX` (`json_safe`).
"""

import re
import unicodedata

MAX_NAME = 60
"""Longest name of a person, organisation or location that is shown, in characters."""
MAX_PATH = 160
"""Longest path that is shown: longer ones lose their middle, so that folder and ending stay."""
MAX_MARKS = 3
"""Combining marks that may follow one letter; more of them climb into the lines above and below."""

_UNSHOWN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0\u034f\u17b4\u17b5")
"""Letters and symbols that print as nothing."""
_MARKS = re.compile(
    rf"([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0]{{{MAX_MARKS}}})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0]+"
)
_RARE = re.compile("[^ -~¡-¬®-\u02ff]")
"""What is not plain Latin text and must be looked at."""
_PLAIN = str.maketrans(
    {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe"}
    | {"§": "par.", "×": "x", "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "~", "·": "-", "•": "*"}
    | {"✓": "+", "✗": "X", "○": "o", "→": ">", "─": "-"}
)
"""Letters and signs in ASCII, where a stream knows no more."""
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\u2212")
"""How a formula may begin in a spreadsheet, full-width signs included."""
_MARKUP = re.compile(r"([\\`*_\[\]<>#|~&$]|:(?=//)|(?<=www)\.|^\d+(?=[.)])|^[-+=])", re.IGNORECASE)
"""What could mean something to Markdown: signs, the start of a list, addresses that become links by themselves."""
BESIDE = re.compile(
    r"(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\.(?:html|xlsx|csv|json)(?:#[a-z0-9-]+)?\Z"
)
"""A file below the folder of a report, or a place in it: the only thing outside a report that it may link to."""
_SPACES = re.compile(r"[\t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")


def clean(text: str) -> str:
    """One line of text that is safe to print: every steering or hidden character as a visible escape."""
    if text.isascii() and text.isprintable():
        return text
    one_line = _SPACES.sub(" ", text)
    shown = _RARE.sub(lambda found: _escaped(found[0]) if _hides(found[0]) else found[0], one_line)
    return _MARKS.sub(r"\1", shown)


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters: a longer text loses its middle."""
    if len(text) <= limit:
        return text
    tail = limit // 2
    return f"{text[: limit - tail - 1]}…{text[-tail:]}"


def name(text: str) -> str:
    """A name for people: clean, and not endless."""
    return shorten(clean(text), MAX_NAME)


def path(text: str) -> str:
    """A path for people: clean, and not endless."""
    return shorten(clean(text), MAX_PATH)


def cell(text: str) -> str:
    """Text for a cell of a table: one that a spreadsheet would take for a formula gets an apostrophe before it."""
    shown = clean(text).strip()
    return f"'{shown}" if shown.startswith(_FORMULA) else shown


def markdown(text: str) -> str:
    """Text of anybody as text of Markdown: every sign that could mean something is escaped."""
    return _MARKUP.sub(_marked, clean(text).strip())


def _marked(found: re.Match[str]) -> str:
    sign = found[0]
    return f"&#{ord(sign[0])};{sign[1:]}" if sign[0].isdigit() else f"\\{sign}"


def json_safe(text: str) -> str:
    r"""JSON text in which every steering or hidden character stands as `\uXXXX`: the same data, harmless to print.

    Such characters can only stand inside strings, where the escape means the same.
    """
    return _RARE.sub(lambda found: _json_escaped(found[0]) if found[0] != "\n" and _hides(found[0]) else found[0], text)


def writable(text: str, encoding: str) -> bool:
    """Can this text be written in this encoding?"""
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def spelled(text: str, encoding: str) -> str:
    """Text that an encoding can write: letters without the marks that it lacks, escapes for what is left."""
    if writable(text, encoding):
        return text
    return "".join(c if writable(c, encoding) else _spelled(c, encoding) for c in text)


def _spelled(char: str, encoding: str) -> str:
    plain = unicodedata.normalize("NFKD", char.translate(_PLAIN))
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return bare if bare and writable(bare, encoding) else _escaped(char)


def _hides(char: str) -> bool:
    return (
        char in _FILLERS
        or "\ufe00" <= char <= "\ufe0f"
        or "\u180b" <= char <= "\u180f"
        or unicodedata.category(char) in _UNSHOWN
        or "\U000e0000" <= char <= "\U000e0fff"
    )


def _escaped(char: str) -> str:
    code = ord(char)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _json_escaped(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
