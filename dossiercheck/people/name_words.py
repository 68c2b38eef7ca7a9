"""The building stones of Dutch names: folding of letters, prefixes, titles and forms of address (domain.md 7).

Folding makes equal what a register or a typist writes in two ways: case, accents, hyphens, apostrophes. `Özil` and
`OZIL` fold to the same letters; `Müller` folds to `muller` and, spelled out, to `mueller`.
"""

import re
import unicodedata

MAX_NAME = 160
"""Longer texts are cut: no name is that long."""

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("’‘‛`´ʼ′＇", "'"),
        **dict.fromkeys("‐‑‒–—―−⁃", "-"),
        "ß": "ss",
        "ẞ": "SS",
        "ł": "l",
        "Ł": "L",
        "ı": "i",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "ð": "d",
        "æ": "ae",
        "Æ": "AE",
        "œ": "oe",
        "Œ": "OE",
        "ĳ": "ij",
        "Ĳ": "IJ",
        "þ": "th",
        "Þ": "Th",
        "ħ": "h",
        "ŋ": "n",
    }
)
_SPELLED_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "å": "aa", "Å": "Aa", "ø": "oe", "Ø": "Oe"}
)

PREFIX_WORDS = frozenset(
    {"van", "von", "de", "den", "der", "het", "t", "ten", "ter", "te", "in", "op", "aan", "uit", "bij", "over", "onder"}
    | {"voor", "tot", "la", "le", "du", "des", "d", "da", "dos", "do", "el", "al", "ben", "bin", "ibn", "af", "di"}
    | {"zu", "zur", "zum", "vd", "v", "vander", "vanden", "vande", "las", "los", "del", "della", "dela", "s", "das"}
    | {"ait", "abu", "abou", "bint", "ould", "vom"}
)
"""Words (folded, without apostrophes and dots) of which prefixes are made."""

LEADING = frozenset(
    {"van", "von", "de", "den", "der", "het", "t", "ten", "ter", "te", "vd", "vander", "vanden", "vande", "du", "des"}
    | {"in", "op", "aan", "uit", "bij", "over", "onder", "voor", "el", "al", "la", "le", "d"}
)
"""Prefixes with which a name that begins with its surname may begin (`ben` and `do` may be first names there)."""

ONLY_BEFORE_ARTICLE = frozenset({"in", "op", "aan", "uit", "bij", "over", "onder", "voor", "tot"})
"""These are prefixes only before an article: `in 't Veld`, `op de Beek`."""

ARTICLES = frozenset({"de", "den", "der", "het", "t", "la"})

_ADDRESS = re.compile(
    r"^(?:(?:aan\s+)?(?:de\s+heer(?:\s*/\s*mevrouw)?|de\s+hr|mevrouw|mevr|mw|mej(?:uffrouw)?|dhr|heer|hr|fam(?:ilie)?"
    r"|mrs|ms|miss|mister|jhr|jkvr|dhr\s*/\s*mw|dhr\s*/\s*mevr)\b\.?\s*)+",
    re.IGNORECASE,
)
_TITLES = re.compile(r"^(?:(?:drs|dr|ir|ing|mr|prof|bc|ds|lic)(?:\.\s*|\s+))+(?=\S)", re.IGNORECASE)
_DEGREES = re.compile(
    r"[,\s]+\(?(?:[bm]\.?\s?[a-z]{0,3}\.?sc|m\.?b\.?a|ph\.?\s?d|ll\.?\s?[bm]|b\.?eng|m\.?eng|b\.?ed|m\.?ed|bba|bsw|msw|mph|m\.?phil"
    r"|b\.?a|m\.?a|mha|mcm|rn|ra|aa|bn|mpm|emba|cpc|ing|drs)\)?\.?$",
    re.IGNORECASE,
)
_BARE_DEGREE = re.compile(r"(?:[BM]A|RN|RA|AA|BN|Ing|Drs|ING|DRS)$")
_SUFFIX = re.compile(r"[,\s]+(?:jr|sr|junior|senior|jnr|snr|i{2,3})\b\.?$", re.IGNORECASE)
_COMBINING = unicodedata.combining


def unify(text: str) -> str:
    """Plain quotes, hyphens and spaces; letters that do not decompose spelled plainly. Case is kept."""
    text = text[:MAX_NAME].replace("_", " ")
    text = "".join(c for c in text if unicodedata.category(c) not in {"Cf", "Cc"} or c in "\t\n\r")
    return " ".join(unicodedata.normalize("NFC", text).translate(_ALIKE).split())


def fold(text: str) -> str:
    """Lower case without accents: `Çelik` and `CELIK` are the same."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text.translate(_ALIKE).casefold().translate(_ALIKE))
    return "".join(c for c in decomposed if not _COMBINING(c))


def spelled_out(text: str) -> str:
    """The same text with umlauts and rings written in two letters, as German and Danish do."""
    return unicodedata.normalize("NFC", text).translate(_SPELLED_OUT)


def without_titles(text: str) -> str:
    """A name without forms of address in front, academic titles on either side and degrees behind."""
    text = _ADDRESS.sub("", text).strip()
    for _ in range(3):
        text = _TITLES.sub("", text, count=1).strip()
    text = _ADDRESS.sub("", text).strip()
    for _ in range(3):
        match = _DEGREES.search(text)
        if match is None or not _is_degree(text, match.group(), text[: match.start()]):
            break
        text = text[: match.start()].rstrip(", ")
    return text


def without_suffix(text: str) -> str:
    """A name without `jr.` or `sr.` behind it."""
    return _SUFFIX.sub("", text)


def _is_degree(text: str, found: str, before: str) -> bool:
    """`Anna de Wit BA` bears a degree; `Wit, B.A.` and `DE WIT ANNA MA` do not."""
    bare = found.strip(" ,().")
    if bare.replace(".", "").replace(" ", "").casefold() not in {"ba", "ma", "rn", "ra", "aa", "bn", "ing", "drs"}:
        return True
    words = [w for w in before.replace(",", " ").split() if len(w.strip(".")) > 1]
    after_comma = found.lstrip().startswith(",")
    plain = bool(_BARE_DEGREE.fullmatch(bare)) and not text.isupper()
    return plain and len(words) >= 2 and (not after_comma or len(before.split()) >= 2)
