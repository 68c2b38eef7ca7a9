"""A set and those that it extends become one: found beside it or installed, merged key by key, each key's file kept."""

import re
from dataclasses import dataclass
from pathlib import Path

from dossiercheck.tender.installed import installed_sets
from dossiercheck.tender.source import Mistake, Path_, Plain, Source, read_source

MAX_EXTENDS = 5
MERGED_KEYS = ("requirements", "defaults", "products", "not_yet", "table", "locations", "document_kinds", "actions")
"""Keys whose entries a set takes over from the one that it extends."""
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")


def chain_of(path: Path) -> tuple[list[tuple[Path, Source]], list[Mistake], bool]:
    """The file and those that it extends, itself first; what is wrong with them; and whether all of them were found."""
    chain: list[tuple[Path, Source]] = []
    mistakes: list[Mistake] = []
    current = path
    while True:
        source = read_source(current, current.name)
        mistakes.extend(source.mistakes)
        if not isinstance(source.data, dict):
            if not source.mistakes:
                nl, en = "hier hoort een eisenset", "a requirement set (keys and values) belongs here"
                mistakes.append(mistake_in(source, (), "", nl, en))
            return chain, mistakes, False
        chain.append((current, source))
        base = source.data.get("extends")
        if base is None:
            return chain, mistakes, True
        found = _base(current, base)
        if found is None or len(chain) > MAX_EXTENDS or found in [p for p, _ in chain]:
            nl, en = _cannot_extend(found)
            mistakes.append(mistake_in(source, ("extends",), str(base), nl, en))
            return chain, mistakes, False
        current = found


def _base(path: Path, name: Plain) -> Path | None:
    """A set to extend: beside the file (never the file itself), or one that comes with the program."""
    if not isinstance(name, str) or not _ID.fullmatch(name):
        return None
    beside = path.parent / f"{name}.yaml"
    return beside if beside.is_file() and beside != path else installed_sets().get(name)


def _cannot_extend(found: Path | None) -> tuple[str, str]:
    if found is None:
        known = ", ".join(installed_sets())
        return (
            f"breidt een set uit die er niet is; naast dit bestand of een van: {known}",
            f"no such set to extend; one beside this file, or one of: {known}",
        )
    return "sets breiden elkaar in een kring uit (of te diep)", "sets extend each other in a circle (or too deep)"


@dataclass(frozen=True, kw_only=True)
class Merged:
    """The merged values, and which file each key of the first two steps came from."""

    data: dict[str, Plain]
    sources: tuple[Source, ...]
    """The most specific first."""
    whole: bool
    """All files that it extends were read: what is missing is missing indeed."""

    def keys_of(self, key: str) -> dict[str, None]:
        """The entries of a key in all files, those that a later one takes out included."""
        found: dict[str, None] = {}
        for source in reversed(self.sources):
            entries = source.data.get(key) if isinstance(source.data, dict) else None
            found.update(dict.fromkeys(entries if isinstance(entries, dict) else ()))
        return found

    def mistake(self, path: Path_, found: str, nl: str, en: str, *, of_key: bool = False) -> Mistake:
        """A mistake at the most specific file that says something there: its value is the one that holds."""
        cut = path[: 3 if path[0] in MERGED_KEYS else 1]
        while cut:
            for source in self.sources:
                if cut in source.places:
                    return mistake_in(source, path, found, nl, en, of_key=of_key)
            cut = cut[:-1]
        return mistake_in(self.sources[0], path, found, nl, en)


def mistake_in(source: Source, path: Path_, found: str, nl: str, en: str, *, of_key: bool = False) -> Mistake:
    """A mistake at a value of this file (or at its key), or at what is nearest to it."""
    line, column = source.where_key(path) if of_key else source.where(path)
    key = ".".join(str(part) for part in path) or "-"
    return Mistake(file=source.file, line=line, column=column, key=key, found=found[:80], nl=nl, en=en)


def merge(chain: list[tuple[Path, Source]], whole: bool) -> Merged:
    """The base's values, overridden by key: those of `MERGED_KEYS` entry by entry and, within an entry, key by key."""
    data: dict[str, Plain] = {}
    for _, source in reversed(chain):
        assert isinstance(source.data, dict)
        for key, value in source.data.items():
            inherited = data.get(key)
            if key in MERGED_KEYS and isinstance(value, dict) and isinstance(inherited, dict):
                data[key] = _overlay(inherited, value)
            else:
                data[key] = value
    return Merged(data=data, sources=tuple(source for _, source in chain), whole=whole)


def _overlay(base: dict[str, Plain], over: dict[str, Plain], *, inner: bool = False) -> dict[str, Plain]:
    """`over` upon `base`; null takes out what the base has."""
    merged = dict(base)
    for key, value in over.items():
        inherited = merged.get(key)
        if value is None and key in merged:
            del merged[key]
        elif not inner and isinstance(value, dict) and isinstance(inherited, dict):
            merged[key] = _overlay(inherited, value, inner=True)
        else:
            merged[key] = value
    return merged
