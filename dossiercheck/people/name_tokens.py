"""A name -> its words: which are initials, which are written in capitals; dots, apostrophes and hyphens are settled."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossiercheck.people.name_words import PREFIX_WORDS, fold

MAX_TOKENS = 14

_VAN_DER = re.compile(r"(?<![^\s,-])(?:v\s?\.\s?d\s?\.?|v\s?/\s?d\.?|vd\.?)(?:\s?[nr]\.)?(?=[\s-]|(?<=\.)[A-Z]|$)")
_VAN_DER_UPPER = re.compile(r"(?<=[\s,-])(?:V\s?\.\s?D\s?\.?|V\s?/\s?D\.?|VD)(?=\s)")
_HYPHEN = re.compile(r"\s*-+\s*")
_ELIDED = re.compile(r"^[dl]'(?=\w{2})")
_NOT_LETTERS = re.compile(r"[^\w-]|_")
_VOWELS = frozenset("aeiouy")


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a name: folded, without dots and apostrophes. A hyphen between words is a token of its own."""

    text: str
    initial: bool = False
    upper: bool = False
    accented: bool = False
    """It lost a mark in folding: `Văn` is a name and no prefix."""


def name_tokens(text: str) -> list[Token]:
    """The words of a name. Letters with dots are initials, and so are two to four capitals where that is plain."""
    text = _VAN_DER.sub(" vd ", text)
    all_upper = text.isupper()
    if all_upper:
        text = _VAN_DER_UPPER.sub(" vd ", text)
    raw = _HYPHEN.sub(" - ", text).split()[:MAX_TOKENS]
    tokens: list[Token] = []
    for index, word in enumerate(raw):
        if word == "-":
            tokens.append(Token("-"))
            continue
        if _are_capitals(word, index, raw, all_upper=all_upper):
            tokens += [Token(fold(letter), initial=True) for letter in word.replace("IJ", "I")]
        else:
            tokens += _split_word(word)
    while tokens and tokens[-1].text == "-":
        tokens.pop()
    while tokens and tokens[0].text == "-":
        tokens.pop(0)
    return tokens


def _are_capitals(word: str, index: int, words: Sequence[str], *, all_upper: bool) -> bool:
    """`AM` in `AM de Wit` and `JHM` in `JHM DE WIT`; not `KOK` in `Anna KOK`."""
    if not (2 <= len(word) <= 4 and word.isalpha() and word.isupper()) or len(words) < 2:
        return False
    folded = fold(word)
    if folded in PREFIX_WORDS:
        return False
    has_vowel = any(letter in _VOWELS for letter in folded)
    if all_upper:
        return not has_vowel and index + 1 < len(words)
    return index == 0 or (index + 1 == len(words) and not has_vowel)


def _split_word(word: str) -> Iterator[Token]:
    """One word without spaces: `A.M.de`, `J.Jansen`, `d'Hondt`, `'t`, `Th.`."""
    if elided := _ELIDED.match(word.casefold()):
        yield Token(word[0].casefold())
        word = word[elided.end() :]
    pieces = word.split(".")
    for position, piece in enumerate(pieces):
        text = _NOT_LETTERS.sub("", fold(piece))
        if not text or text.isdigit():
            continue
        dotted = position + 1 < len(pieces)
        if "'" in piece and text in {"t", "s", "n"}:
            yield Token(text)
        elif text in {"v", "d", "t"} and piece.islower():
            yield Token({"v": "v", "d": "d", "t": "t"}[text])
        elif len(text) == 1 or (dotted and len(text) <= 4 and not (piece.islower() and text in PREFIX_WORDS)):
            yield Token(text, initial=True)
        else:
            yield Token(text, upper=piece.isupper(), accented=text != piece.casefold())
