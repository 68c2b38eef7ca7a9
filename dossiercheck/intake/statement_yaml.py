"""`dossier.yaml` as text: mappings, lists and words with their lines. No word becomes a number, a date or True.

YAML would make 7 of `007` and False of `NO`. Aliases are refused (a few lines of them can stand for billions of words),
and so is nesting deeper than the format has.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from dossiercheck.findings import Value
from dossiercheck.intake.model import DossierFile, FileProblem

if TYPE_CHECKING:
    from yaml.nodes import Node

_MAX_BYTES = 64 * 1024
_MAX_DEPTH = 6
_MAX_EVENTS = 20_000
_MAX_SHOWN = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """Something wrong, at a line (from 1) and a key; `say` is a sentence key."""

    say: str
    line: int | None = None
    key: str = ""
    values: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A word, a list or a mapping of the file, with its line."""

    line: int
    word: str | None = None
    items: "tuple[Entry, ...] | None" = None
    fields: "tuple[tuple[Entry, Entry], ...] | None" = None
    """Keys and values in their order, doubles included."""

    @property
    def is_empty(self) -> bool:
        """Nothing was filled in."""
        return self.items is None and self.fields is None and (self.word or "").lower() in ("", "~", "null")

    @property
    def shown(self) -> str:
        """What stands there, shortened."""
        if self.fields is not None:
            return "{…}"
        if self.items is not None:
            return f"[{', '.join(item.shown for item in self.items[:5])}]"[:_MAX_SHOWN]
        word = "".join(char if char.isprintable() else " " for char in self.word or "")
        return word if len(word) <= _MAX_SHOWN else word[: _MAX_SHOWN - 1] + "…"


def read_entries(file: DossierFile) -> tuple[Entry | None, tuple[Fault, ...]]:
    """The content of the file; None with a fault where it cannot be read, None without one where it is empty."""
    if file.problem is FileProblem.EMPTY:
        return None, ()
    if file.problem is not None:
        return None, (Fault(say="statement-cannot-read"),)
    try:
        with file.source.open("rb") as opened:
            data = opened.read(_MAX_BYTES + 1)
    except OSError:
        return None, (Fault(say="statement-cannot-read"),)
    if len(data) > _MAX_BYTES:
        return None, (Fault(say="statement-too-large", values={"limit_kib": _MAX_BYTES // 1024}),)
    return parse(_text(data))


def parse(text: str) -> tuple[Entry | None, tuple[Fault, ...]]:
    """YAML as entries."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        refused = _refused(text, loader)
        if refused:
            return None, (refused,)
        node = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        return None, (Fault(say="statement-not-yaml", line=line, values={"detail": (error.problem or "")[:80]}),)
    except yaml.YAMLError:
        return None, (Fault(say="statement-not-yaml", values={"detail": "unreadable characters"}),)
    entry = _entry(node) if node is not None else None
    return (None if entry is None or entry.is_empty else entry), ()


def _refused(text: str, loader: type) -> Fault | None:
    import yaml

    depth = 0
    for count, event in enumerate(yaml.parse(text, Loader=loader)):
        line = event.start_mark.line + 1 if event.start_mark else None
        if isinstance(event, yaml.AliasEvent):
            return Fault(say="statement-alias", line=line)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _MAX_DEPTH or count > _MAX_EVENTS:
            return Fault(say="statement-too-deep", line=line)
    return None


def _entry(node: "Node") -> Entry:
    import yaml

    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return Entry(line=line, fields=tuple((_entry(key), _entry(value)) for key, value in node.value))
    if isinstance(node, yaml.SequenceNode):
        return Entry(line=line, items=tuple(_entry(item) for item in node.value))
    return Entry(line=line, word=str(node.value).strip())


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
