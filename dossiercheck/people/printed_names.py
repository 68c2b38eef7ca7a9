"""A printed name -> its possible readings: which words are first names, which the surname, with which prefixes.

`Anna Maria Bakker` can be read in more than one way, and `Bakker Anna` too; all readings are kept, and the comparison
with a person decides. `geb.` and `e/v` bring a second surname; a name in brackets is a call name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from dossiercheck.people.name_tokens import Token, name_tokens
from dossiercheck.people.name_words import (
    ARTICLES,
    LEADING,
    ONLY_BEFORE_ARTICLE,
    PREFIX_WORDS,
    spelled_out,
    unify,
    without_suffix,
    without_titles,
)
from dossiercheck.people.printed_parts import FirstNames, PrintedName, Reading, Surname, edges_of

_BRACKETS = re.compile(r"[(\[]\s*([^()\[\]]{1,60}?)\s*[)\]]|[\"“”„]([^\"“”„]{2,40})[\"“”„]")
_BORN = re.compile(r"[,\s]+(?:geb(?:oren)?\.?|gb\.|meisjesnaam:?|geboortenaam:?|née|nee|born)\s+(?=\S)", re.IGNORECASE)
_BORN_START = re.compile(r"(?:geb(?:oren)?\b\.?|meisjesnaam:?|née\b)\s*", re.IGNORECASE)
_MARRIED = re.compile(
    r"[,\s]+(?:e\.?/v\.?|e\.v\.|echtg(?:enote|enoot|\.)?\s*(?:van|v\.)?|gehuwd met|gehuwde|w/v"
    r"|wed(?:uwe|\.)?\s*(?:van|v\.))\s+",
    re.IGNORECASE,
)
_BIRTH_DAY = re.compile(
    r"[,\s]+(?:geb(?:oren)?\.?\s*(?:op|d\.?d\.?)?:?\s*)?\d{1,4}(?:[-/.\s].*)?$", re.IGNORECASE | re.DOTALL
)


@lru_cache(maxsize=4096)
def read_name(text: str) -> PrintedName:
    """The readings of a name as printed; none where there is no name in it."""
    titled = without_titles(unify(text))
    plain = without_suffix(titled)
    forms = dict.fromkeys((plain, spelled_out(plain)))
    readings: list[Reading] = []
    calls: tuple[str, ...] = ()
    for form in forms:
        main, others, found = _take_apart(form)
        calls += found
        own = [replace(r, weak=True) if plain != titled else r for r in _readings(main)]
        readings += own
        readings += [
            Reading(r.first, surname, r.weak, rule)
            for r in own
            for rule, other in others
            if (surname := read_surname(other))
        ]
    surnames = {reading.surname for reading in readings}
    return PrintedName(
        tuple(dict.fromkeys(readings)),
        tuple(dict.fromkeys(calls)),
        words=frozenset(word for surname in surnames for word in (*surname.words, surname.as_one)),
        edges=frozenset(edge for surname in surnames for edge in edges_of(" ".join(surname.words))),
    )


@lru_cache(maxsize=4096)
def read_surname(text: str) -> Surname | None:
    """A surname, with its prefix in front, behind or after a comma; None where there is none."""
    left, _, right = without_suffix(unify(text)).partition(",")
    tokens = name_tokens(left)
    behind = name_tokens(right) if right else []
    if behind and all(t.text in PREFIX_WORDS for t in behind):
        tokens = behind + tokens
    if any(not t.initial and t.text not in PREFIX_WORDS for t in tokens):
        while tokens[0].initial:
            tokens = tokens[1:]
    return _surname([replace(t, initial=False) for t in tokens])


def read_first_names(text: str, *, initials: bool) -> tuple[FirstNames, tuple[str, ...]]:
    """First names from a column of the table, and call names in brackets; bare letters are initials in their column."""
    main, _, calls = _take_apart(unify(text))
    tokens: list[Token] = []
    for token in name_tokens(main.replace(",", " ")):
        short = len(token.text) <= 5 and token.text.isalpha()
        if initials and not token.initial and short and (token.upper or len(token.text) <= 2):
            tokens += [Token(letter, initial=True) for letter in token.text.replace("ij", "i")]
        else:
            tokens.append(token)
    return _first_names(tokens), calls


def _take_apart(text: str) -> tuple[str, list[tuple[str, str]], tuple[str, ...]]:
    """The name proper, other surnames that the paper gives (with their rule), and call names."""
    others: list[tuple[str, str]] = []
    calls: list[str] = []
    for match in _BRACKETS.finditer(text):
        inside = match.group(1) or match.group(2)
        if born := _BORN_START.match(inside):
            others.append(("birth_name", inside[born.end() :]))
        elif not any(c.isdigit() for c in inside):
            calls += [t.text for t in name_tokens(inside) if not t.initial and t.text != "-"][:2]
    text = _BIRTH_DAY.sub("", _BRACKETS.sub(" ", text)).strip(" ,;:")
    for pattern, rule in ((_BORN, "birth_name"), (_MARRIED, "partner_name")):
        parts = pattern.split(text, maxsplit=1)
        if len(parts) == 2 and parts[0].strip():
            text = parts[0]
            others.append((rule, parts[1]))
    return text.strip(), others, tuple(calls)


def _readings(text: str) -> Iterator[Reading]:
    if "," in text:
        yield from _by_comma(text)
        return
    tokens = name_tokens(text)
    count = len(tokens)
    if count == 1 or (tokens and (_is_prefix(tokens, 0) and tokens[0].text in LEADING)):
        surname = _surname(tokens)
        if surname and not any(t.initial for t in tokens):
            yield Reading(FirstNames(), surname)
    cuts = [k for k in range(1, count) if tokens[k].text != "-" and tokens[k - 1].text != "-"]
    for cut in reversed(cuts):
        yield from _forward(tokens, cut)
    for cut in cuts:
        yield from _backward(tokens, cut)


def _by_comma(text: str) -> Iterator[Reading]:
    """`Berg, A.M. van den`; `Berg, van den, Anna`; `Berg van den, Anna`."""
    left, *rest = (name_tokens(part) for part in text.split(","))
    behind = [token for part in rest for token in part]
    prefix = [t for t in behind if not t.initial and t.text in PREFIX_WORDS and t.text != "ben"]
    given = [t for t in behind if t not in prefix]
    surname = _surname(prefix + left if prefix else left)
    if surname and not any(t.initial for t in left):
        yield Reading(_first_names(given), surname)
        return
    whole = left + behind
    for cut in range(len(whole) - 1, 0, -1):
        if whole[cut].text != "-" and whole[cut - 1].text != "-":
            yield from _forward(whole, cut)


def _forward(tokens: Sequence[Token], cut: int) -> Iterator[Reading]:
    """First names, then the surname."""
    before = tokens[cut - 1]
    inner = tokens[cut + 1 : -1]
    if any(t.initial and t not in inner for t in tokens[cut:]) or (
        not before.initial and _is_prefix(tokens, cut - 1) and cut > 1
    ):
        return
    if cut == 1 and not before.initial and before.text in LEADING and _is_prefix(tokens, 0):
        return
    surname = _surname(tokens[cut:])
    if surname:
        yield Reading(_first_names(tokens[:cut]), surname)


def _backward(tokens: Sequence[Token], cut: int) -> Iterator[Reading]:
    """The surname, then first names, perhaps with the prefix behind (`Berg A.M. van den`)."""
    front, behind = list(tokens[:cut]), list(tokens[cut:])
    if any(t.initial for t in front):
        return
    trailing: list[Token] = []
    while len(behind) > 1 and not behind[-1].initial and behind[-1].text in PREFIX_WORDS:
        trailing.insert(0, behind.pop())
    said = bool(trailing) or (len(front) > 1 and not front[-1].initial and front[-1].text in PREFIX_WORDS)
    if not behind[0].initial and behind[0].text in PREFIX_WORDS:
        return
    said = said or all(t.initial for t in behind) or (front[0].text in LEADING and _is_prefix(front, 0))
    said = said or (all(t.upper for t in front if t.text != "-") and not any(t.upper for t in behind))
    surname = _surname(trailing + front)
    if surname:
        yield Reading(_first_names(behind), surname, weak=not said)


def _is_prefix(tokens: Sequence[Token], at: int) -> bool:
    """Is this word (part of) a prefix where it stands?"""
    token = tokens[at]
    if token.initial or token.accented or token.text not in PREFIX_WORDS or at + 1 >= len(tokens):
        return False
    if token.text in ONLY_BEFORE_ARTICLE:
        return tokens[at + 1].text in ARTICLES
    return True


def _surname(tokens: Sequence[Token]) -> Surname | None:
    """Words with their prefixes; a prefix at the very end belongs to the first word."""
    words: list[str] = []
    prefixes: list[str] = []
    starts: list[int] = []
    prefix: list[str] = []
    new_part = True
    for at, token in enumerate(tokens):
        if token.text == "-":
            new_part = True
        elif _is_prefix(tokens, at) or (token.text in PREFIX_WORDS and at + 1 == len(tokens) and words):
            prefix.append(token.text)
            new_part = True
        else:
            if new_part:
                starts.append(len(words))
            words.append(token.text)
            prefixes.append(one_prefix(prefix))
            prefix, new_part = [], False
    if not words:
        return None
    if prefix:
        prefixes[0] = prefixes[0] or one_prefix(prefix)
    return Surname(tuple(words), tuple(prefixes), tuple(starts), any(token.text == "-" for token in tokens))


_GLUED_PREFIXES = {"vander": "van der", "vanden": "van den", "vande": "van de", "dela": "de la"}


def one_prefix(words: Sequence[str]) -> str:
    """Prefix words as one text."""
    return " ".join(_GLUED_PREFIXES.get(word, word) for word in words)


def _first_names(tokens: Sequence[Token]) -> FirstNames:
    names: list[str] = []
    full: list[bool] = []
    glue = False
    for token in tokens:
        if token.text == "-":
            glue = bool(names)
        elif glue:
            if full[-1]:
                names[-1] = f"{names[-1]}-{token.text}"
            glue = False
        else:
            names.append(token.text)
            full.append(not token.initial)
    return FirstNames(tuple(names), tuple(full))
