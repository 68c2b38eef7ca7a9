"""What folder and file names say about whose a file is: weak evidence, for papers that do not say it themselves.

`personeel/07-de-wit/vog.pdf`: number and surname in a folder. `VOG A. Bakker.pdf`: surname and initial in the file's
name. A number alone says little: files are numbered for many reasons.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from dossiercheck.documents import number_key
from dossiercheck.documents.model import Employee
from dossiercheck.people.name_words import PREFIX_WORDS, fold, unify
from dossiercheck.people.names import NameWords, name_words


class Strength(IntEnum):
    """How plainly a folder or file name points at a person."""

    NUMBER = 1
    SURNAME = 2
    WHOLE_NAME = 3
    NUMBER_AND_NAME = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class PathClue:
    """The persons (indices of rows) that a path points at; several where it cannot tell them apart."""

    people: tuple[int, ...] = ()
    by: str = ""
    """Codes joined by `+`: `folder`, `file_name`, `number`."""
    named: bool = False
    """It holds a name, not just a number."""

    file_people: tuple[int, ...] = ()
    """Those whose name stands in the file's own name."""
    folder_people: tuple[int, ...] = ()
    """Those whose name stands in a folder's name."""

    @property
    def person(self) -> int | None:
        return self.people[0] if len(self.people) == 1 else None


_SEPARATORS = re.compile(r"[\W_]+")
_LEADING_NUMBER = re.compile(
    r"(?:(?:medewerker|mw|werknemer|personeelsnummer|personeelsnr|persnr|pnr|nummer|nr|no|id)[\W_]{0,3})?(\d{1,12})(?![\d])"
)
_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d(?:\d{2}){0,2}")


class PathClues:
    """Reads paths against one personnel table."""

    def __init__(self, employees: Sequence[Employee]) -> None:
        self._names = [name_words(employee) for employee in employees]
        self._numbers: dict[str, list[int]] = {}
        for index, employee in enumerate(employees):
            if employee.number:
                self._numbers.setdefault(number_key(employee.number.value), []).append(index)
        self._read_part = lru_cache(maxsize=8192)(self._read)

    def read(self, path: str) -> PathClue:
        """Whom this path points at. Folder and file name that contradict each other leave both as candidates."""
        *folders, file_name = path.split("/")
        stem = file_name.rpartition(".")[0] or file_name
        in_folder, folder_strength = _best(self._read_part(part, True) for part in folders)
        in_file, file_strength = _best((self._read_part(stem, False),))
        people, by, strength = _together(in_folder, folder_strength, in_file, file_strength)
        return PathClue(
            people=people,
            by=by,
            named=strength > Strength.NUMBER,
            file_people=in_file if file_strength > Strength.NUMBER else (),
            folder_people=in_folder if folder_strength > Strength.NUMBER else (),
        )

    def _read(self, part: str, is_folder: bool) -> tuple[tuple[int, ...], int]:
        """Persons that one folder or file name points at, and how plainly."""
        plain = fold(unify(part))
        tokens = tuple(t for t in _SEPARATORS.split(plain.replace("'", "")) if t)
        numbered = self._numbered(plain, tokens, is_folder=is_folder)
        strengths: dict[int, int] = {}
        for index, words in enumerate(self._names):
            named = _named(tokens, words)
            if named:
                strengths[index] = Strength.NUMBER_AND_NAME if index in numbered else named
            elif index in numbered:
                strengths[index] = Strength.NUMBER
        best = max(strengths.values(), default=0)
        return tuple(sorted(i for i, strength in strengths.items() if strength == best)), best

    def _numbered(self, plain: str, tokens: Sequence[str], *, is_folder: bool) -> set[int]:
        joined = (*tokens[:1], "".join(tokens[:2]), "-".join(tokens[:2]))
        keys = {key for key in map(number_key, joined) if not key.isdigit()}
        match = _LEADING_NUMBER.match(plain)
        if match and (is_folder or not _YEAR.fullmatch(match.group(1))):
            keys.add(number_key(match.group(1)))
        return {index for key in keys for index in self._numbers.get(key, ())}


def _together(
    in_folder: tuple[int, ...], folder_strength: int, in_file: tuple[int, ...], file_strength: int
) -> tuple[tuple[int, ...], str, int]:
    """What folder and file name say together: whom they point at, by which codes, how plainly."""
    strength = max(folder_strength, file_strength)
    both = tuple(i for i in in_file if i in in_folder)
    if both:
        return both, "folder+file_name", strength
    if in_folder and in_file and min(folder_strength, file_strength) > Strength.NUMBER:
        return tuple(sorted({*in_folder, *in_file})), "folder+file_name", strength
    if in_folder and folder_strength >= file_strength:
        return in_folder, _codes("folder", folder_strength), folder_strength
    return in_file, _codes("file_name", file_strength) if in_file else "", file_strength


def _best(found: Iterable[tuple[tuple[int, ...], int]]) -> tuple[tuple[int, ...], int]:
    """The plainest of several; of equally plain ones the last (deepest folder)."""
    best: tuple[tuple[int, ...], int] = ((), 0)
    for people, strength in found:
        if people and strength >= best[1]:
            best = people, strength
    return best


def _codes(where: str, strength: int) -> str:
    return f"{where}+number" if strength in (Strength.NUMBER, Strength.NUMBER_AND_NAME) else where


def _named(tokens: Sequence[str], words: NameWords) -> int:
    """Does the name stand in these words? 0: no; else SURNAME or WHOLE_NAME."""
    at = _find_surname(tokens, words.surnames)
    if at is None:
        return 0
    rest = {token for i, token in enumerate(tokens) if not at[0] <= i < at[1]}
    if rest & set(words.first_names):
        return Strength.WHOLE_NAME
    before = [t for t in tokens[max(0, at[0] - 6) : at[0]] if t not in PREFIX_WORDS]
    behind = list(tokens[at[1] : at[1] + 5])
    letters = words.initials or "".join(name[0] for name in words.first_names[:1])
    if letters and (letters in rest or _spelled(before, letters) or _spelled(behind[::-1], letters)):
        return Strength.WHOLE_NAME
    return Strength.SURNAME


def _spelled(tokens: Sequence[str], letters: str) -> bool:
    """Do the words nearest to the surname (the last ones) spell (the first of) these initials?"""
    single: list[str] = []
    for token in reversed(tokens):
        if len(token) > 1:
            break
        single.append(token)
    text = "".join(single)
    return bool(text) and (letters.startswith((text, text[::-1])))


def _find_surname(tokens: Sequence[str], surnames: Iterable[tuple[str, ...]]) -> tuple[int, int] | None:
    """Where the longest form of the surname stands (start, end); prefixes between its words do not matter."""
    bare = [(i, token) for i, token in enumerate(tokens) if token not in PREFIX_WORDS]
    best: tuple[int, int] | None = None
    length = 0
    for surname in surnames:
        wanted = [w for w in surname for w in w.split("-")]
        if len("".join(wanted)) < 2 or len(wanted) <= length:
            continue
        for start in range(len(bare) - len(wanted) + 1):
            if [token for _, token in bare[start : start + len(wanted)]] == wanted:
                best, length = (bare[start][0], bare[start + len(wanted) - 1][0] + 1), len(wanted)
                break
    return best
