"""The requirement sets that come with the program, by id, and which version of one is in force on a day.

A newer version lies beside the first as `ID@VERSION.yaml`: it has the same `id`, mostly `extends` the first, and says
from which day it holds (`valid_from`). The older one stays, for whom it still applies to.
"""

from datetime import date
from difflib import get_close_matches
from pathlib import Path

from dossiercheck.errors import RequirementSetError
from dossiercheck.tender.source import read_source


def schema_folder() -> Path:
    """Where the sets that come with the program are: in the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "schemas"
    return inside if inside.is_dir() else package.parent / "schemas"


def installed_sets() -> dict[str, Path]:
    """Id and file of each set that comes with the program, by name; of each, its first version."""
    return {path.stem: path for path in sorted(schema_folder().glob("*.yaml")) if "@" not in path.stem}


def find_set(name_or_file: str, on: date | None = None) -> Path:
    """The file of a set: of an installed one the version in force on that day (none given: the newest)."""
    sets = installed_sets()
    if name_or_file in sets:
        return _in_force(sets[name_or_file], on)
    path = Path(name_or_file)
    looks_like_file = path.suffix in (".yaml", ".yml") or "/" in name_or_file or "\\" in name_or_file
    if looks_like_file and path.is_file():
        return path
    close = get_close_matches(name_or_file, sets, n=1)
    known = ", ".join(sets)
    shown = name_or_file[:80].encode("ascii", "replace").decode()
    hint_nl = f" Bedoelt u {close[0]}?" if close else ""
    hint_en = f" Did you mean {close[0]}?" if close else ""
    raise RequirementSetError(
        nl=f"De eisenset '{shown}' is er niet.{hint_nl} Er zijn: {known}; of geef een YAML-bestand.",
        en=f"There is no requirement set '{shown}'.{hint_en} There are: {known}; or give a YAML file.",
    )


def versions_of(first: Path) -> list[Path]:
    """The first version of a set and the newer ones beside it, by the day from which they hold."""
    newer = list(first.parent.glob(f"{first.stem}@*.yaml"))
    return sorted([first, *newer], key=lambda path: (_valid_from(path), path.name)) if newer else [first]


def _in_force(first: Path, on: date | None) -> Path:
    versions = versions_of(first)
    if len(versions) == 1:
        return first
    holding = [path for path in versions if on is None or _valid_from(path) <= on]
    return holding[-1] if holding else versions[0]


def _valid_from(path: Path) -> date:
    """As the file says; `date.min` where it says nothing (or nothing that is a date: reading the set names that)."""
    data = read_source(path, path.name).data
    text = data.get("valid_from") if isinstance(data, dict) else None
    try:
        return date.fromisoformat(text) if isinstance(text, str) else date.min
    except ValueError:
        return date.min
