"""YAML text to plain values that remember their lines. Words and numbers stay text: `045`, `no`, `1.10`, `3`.

Only `null`, `~` and nothing at all are more than text, and only unquoted; who asks for a number makes it one.
Duplicate keys, anchors that nest too deep and files that are too large are problems with a line, never a surprise.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

MAX_BYTES = 1_000_000
MAX_NODES = 50_000
MAX_DEPTH = 30

Plain = str | None | list["Plain"] | dict[str, "Plain"]
Path_ = tuple[str | int, ...]

_NOTHING = ("", "~", "null")


@dataclass(frozen=True, kw_only=True, slots=True)
class Mistake:
    """One thing wrong in a YAML file. Lines and columns count from 1."""

    file: str
    line: int
    column: int
    key: str
    """Path of the key, such as `requirements.vog.max-age.years`."""
    found: str
    nl: str
    en: str
    """What is wrong and what is allowed."""

    def sentence(self, lang: str) -> str:
        found = f" ({'gevonden' if lang == 'nl' else 'found'}: {self.found})" if self.found else ""
        return f"{self.file}:{self.line}:{self.column}: {self.key}: {self.nl if lang == 'nl' else self.en}{found}"


@dataclass(frozen=True, kw_only=True)
class Source:
    """A YAML file, read: its values and where each of them stands."""

    file: str
    data: Plain
    places: dict[Path_, tuple[int, int]]
    """Line and column of each value, by its path."""
    keys: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    """Line and column of each key, by the same paths."""
    mistakes: tuple[Mistake, ...] = ()

    def where(self, path: Path_) -> tuple[int, int]:
        """Line and column of a value; of the nearest value around it where there is none."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))

    def where_key(self, path: Path_) -> tuple[int, int]:
        """Line and column of a key; of its value, or the nearest around it, where it has no key."""
        return self.keys.get(path) or self.where(path)


def read_source(path: Path, name: str | None = None) -> Source:
    """Read a YAML file. What is wrong with it stands in `mistakes`; `data` is then as much as could be read."""
    file = name or str(path)
    try:
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return _broken(file, 1, 1, error.strerror or "", nl="kan niet worden geopend", en="cannot be opened")
    if len(raw) > MAX_BYTES:
        return _broken(file, 1, 1, "", nl="is groter dan 1 MB; dat is geen eisenset", en="is larger than 1 MB")
    try:
        return _parse(file, raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return _broken(file, line, 1, "", nl="is geen UTF-8-tekst; sla het op als UTF-8", en="is no UTF-8 text")


def _broken(file: str, line: int, column: int, found: str, *, nl: str, en: str) -> Source:
    mistake = Mistake(file=file, line=line, column=column, key="-", found=found, nl=nl, en=en)
    return Source(file=file, data=None, places={}, mistakes=(mistake,))


def _parse(file: str, text: str) -> Source:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        deep = _too_deep(text, loader)
        if deep is not None:
            return _broken(file, *deep, "", nl="is te diep genest", en="is nested too deep")
        node = yaml.compose(text, loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        found = " ".join((error.problem or "").split())
        return _broken(file, line, column, found, nl="dit is geen geldige YAML", en="this is no valid YAML")
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        found = f"U+{ord(error.character):04X}" if isinstance(error.character, str) else ""
        return _broken(file, line, 1, found, nl="dit teken kan niet in YAML", en="this character cannot be in YAML")
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return _broken(file, 1, 1, type(error).__name__, nl="dit is geen geldige YAML", en="this is no valid YAML")
    builder = _Builder(file)
    data = builder.build(node, ()) if node is not None else None
    return Source(file=file, data=data, places=builder.places, keys=builder.keys, mistakes=tuple(builder.mistakes))


def _too_deep(text: str, loader: type) -> tuple[int, int] | None:
    """Where the nesting goes too deep. Composing such a text would overflow the stack, which no handler catches."""
    import yaml

    depth = 0
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH and event.start_mark is not None:
            return event.start_mark.line + 1, event.start_mark.column + 1
    return None


class _Builder:
    """Walks the composed nodes once, with limits."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.places: dict[Path_, tuple[int, int]] = {}
        self.keys: dict[Path_, tuple[int, int]] = {}
        self.mistakes: list[Mistake] = []
        self.nodes = 0

    def build(self, node: object, path: Path_) -> Plain:
        import yaml

        self.nodes += 1
        assert isinstance(node, yaml.Node)
        self.places[path] = _at(node)
        if self.nodes > MAX_NODES or len(path) > MAX_DEPTH:
            if self.nodes <= MAX_NODES + 1:
                self._mistake(node, path, "", nl="is te groot of te diep genest", en="is too large or nested too deep")
            return None
        if isinstance(node, yaml.MappingNode):
            return dict(self._entries(node, path))
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*path, index)) for index, item in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)
        return _scalar(node.value, plain=not node.style)

    def _entries(self, node: object, path: Path_) -> Iterator[tuple[str, Plain]]:
        import yaml

        assert isinstance(node, yaml.MappingNode)
        seen: set[str] = set()
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
            if key is None or key in seen:
                nl = "staat er twee keer; houd er een" if key else "moet gewone tekst zijn"
                en = "stands there twice; keep one" if key else "must be plain text"
                self._mistake(key_node, (*path, key or "?"), "", nl=nl, en=en)
                continue
            seen.add(key)
            self.keys[(*path, key)] = _at(key_node)
            yield key, self.build(value_node, (*path, key))
            if value_node.start_mark.line != key_node.start_mark.line:
                self.places[(*path, key)] = _at(key_node)

    def _mistake(self, node: object, path: Path_, found: str, *, nl: str, en: str) -> None:
        line, column = _at(node)
        key = ".".join(str(part) for part in path) or "-"
        self.mistakes.append(Mistake(file=self.file, line=line, column=column, key=key, found=found, nl=nl, en=en))


def _at(node: object) -> tuple[int, int]:
    """Line and column, from 1."""
    import yaml

    assert isinstance(node, yaml.Node)
    return node.start_mark.line + 1, node.start_mark.column + 1


def _scalar(value: str, *, plain: bool) -> Plain:
    return None if plain and value.casefold() in _NOTHING else value
