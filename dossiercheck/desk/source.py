"""A reviewer's YAML file as entries of plain text, each with its line. What is wrong is said all at once."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dossiercheck.dates import parse_date
from dossiercheck.errors import DeskFileError
from dossiercheck.tender import Mistake, Source, read_source

MOST_SHOWN = 20
_MISSING = ("ontbreekt en moet er staan", "is missing and must be there")
_NO_DATE = ("geen datum; schrijf hem als 2024-06-01", "no date; write it as 2024-06-01")


@dataclass(frozen=True, kw_only=True, slots=True)
class Keys:
    """The keys of an entry: those that it must have, and those that it may have."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One entry of the list: words by their key. Empty values are left out."""

    words: dict[str, str]
    days: dict[str, date]
    lists: dict[str, tuple[str, ...]]


def read_lists(path: Path, lists: Mapping[str, Keys]) -> dict[str, tuple[Entry, ...]]:
    """The entries below each of these names; none below a name that is not there.

    Raises:
        DeskFileError: the file cannot be read, or an entry is not as it must be; all that is wrong is named.
    """
    source = read_source(path)
    if source.mistakes:
        raise _refused(source.mistakes)
    data = source.data
    if not isinstance(data, dict) or not data or not set(data) <= set(lists):
        names = " / ".join(f"'{name}:'" for name in lists)
        nl, en = f"hier hoort alleen {names} met een lijst", f"only {names} with a list belongs here"
        raise _refused([_mistake(source, (), nl, en)])
    mistakes: list[Mistake] = []
    found: dict[str, tuple[Entry, ...]] = dict.fromkeys(lists, ())
    for name, items in data.items():
        if items is None:
            continue
        if not isinstance(items, list):
            mistakes.append(_mistake(source, (name,), "hier hoort een lijst", "a list belongs here"))
            continue
        found[name] = tuple(
            _entry(source, (name, index), item, lists[name], mistakes) for index, item in enumerate(items)
        )
    if mistakes:
        raise _refused(mistakes)
    return found


def _entry(source: Source, path: tuple[str | int, ...], item: object, keys: Keys, mistakes: list[Mistake]) -> Entry:
    entry = Entry(words={}, days={}, lists={})
    if not isinstance(item, dict):
        mistakes.append(_mistake(source, path, "hier horen sleutels en waarden", "keys and values belong here"))
        return entry
    mistakes.extend(_unknown(source, path, item, (*keys.required, *keys.optional)))
    for key in (*keys.required, *keys.optional):
        value = item.get(key)
        if value is None or value == "":
            if key in keys.required:
                mistakes.append(_mistake(source, (*path, key), *_MISSING))
        elif key in keys.lists and isinstance(value, list):
            entry.lists[key] = tuple(str(word) for word in value)
        elif not isinstance(value, str):
            mistakes.append(_mistake(source, (*path, key), "hier hoort tekst", "text belongs here"))
        elif key in keys.dates:
            if (day := parse_date(value)) is None:
                mistakes.append(_mistake(source, (*path, key), *_NO_DATE))
            else:
                entry.days[key] = day
        else:
            entry.words[key] = value
    return entry


def _unknown(
    source: Source, path: tuple[str | int, ...], item: Collection[str], known: tuple[str, ...]
) -> Iterator[Mistake]:
    for key in item:
        if key not in known:
            allowed = ", ".join(known)
            nl, en = f"onbekende sleutel; toegestaan: {allowed}", f"unknown key; allowed: {allowed}"
            yield _mistake(source, (*path, key), nl, en)


def _mistake(source: Source, path: tuple[str | int, ...], nl: str, en: str) -> Mistake:
    line, column = source.where(path)
    key = ".".join(str(part + 1) if isinstance(part, int) else part for part in path) or "-"
    return Mistake(file=source.file, line=line, column=column, key=key, found="", nl=nl, en=en)


def _refused(mistakes: Collection[Mistake]) -> DeskFileError:
    shown = list(mistakes)[:MOST_SHOWN]
    return DeskFileError(
        nl="\n".join(mistake.sentence("nl") for mistake in shown),
        en="\n".join(mistake.sentence("en") for mistake in shown),
    )
