"""Entries of `dossier.yaml` become fields of the statement; what is not understood is named, and is not stated."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from dossiercheck.dates import parse_date
from dossiercheck.findings import Value
from dossiercheck.intake.statement_yaml import Entry, Fault

_YES = ("ja", "yes", "true", "j", "y", "waar")
_NO = ("nee", "no", "false", "n", "onwaar")
_ROLES = {"main": "main", "sub": "sub", "hoofdaannemer": "main", "onderaannemer": "sub"}
_MAX_HEADCOUNT = 1_000_000
_MAX_ITEMS = 10_000


class _NotUnderstood(Exception):
    """A value that is not what its key asks for."""

    def __init__(self, *, say: str, entry: Entry, allowed: Value) -> None:
        super().__init__(say)
        self.say, self.entry, self.allowed = say, entry, allowed


def fields_of(entry: Entry | None) -> tuple[dict[str, object], tuple[Fault, ...]]:
    """The statement's fields by name, and what was not understood, in the order of the file."""
    if entry is None:
        return {}, ()
    faults: list[Fault] = []
    fields = dict(_fields(entry, _TOP, "", faults))
    return fields, tuple(sorted(faults, key=lambda fault: fault.line or 0))


def _fields(
    entry: Entry, known: "Mapping[str, _Key]", prefix: str, faults: list[Fault]
) -> Iterator[tuple[str, object]]:
    """Field names and values of one mapping."""
    if entry.fields is None:
        faults.append(_wrong(_NotUnderstood(say="statement-wants-mapping", entry=entry, allowed=tuple(known)), prefix))
        return
    seen: dict[str, int] = {}
    for key_entry, value in entry.fields:
        name = key_entry.shown
        path = f"{prefix}.{name}" if prefix else name
        if name in seen:
            values: dict[str, Value] = {"first_line": seen[name]}
            faults.append(Fault(say="statement-duplicate-key", line=key_entry.line, key=path, values=values))
            continue
        seen[name] = key_entry.line
        key = known.get(name)
        if key is None:
            faults.append(_unknown(path, key_entry, known))
        elif isinstance(key, dict):
            if not value.is_empty:
                yield from _fields(value, key, path, faults)
        elif key.read is _answers:
            yield from _read_answers(key.field, value, path, faults)
        elif not value.is_empty:
            try:
                yield key.field, key.read(value)
            except _NotUnderstood as reason:
                faults.append(_wrong(reason, path))


def _wrong(reason: _NotUnderstood, path: str) -> Fault:
    values: dict[str, Value] = {"found": reason.entry.shown, "allowed": reason.allowed}
    return Fault(say=reason.say, line=reason.entry.line, key=path, values=values)


def _unknown(path: str, name: Entry, known: "Mapping[str, _Key]") -> Fault:
    from difflib import get_close_matches

    near = get_close_matches(name.shown.lower(), known, n=1, cutoff=0.6)
    values: dict[str, Value] = {"found": name.shown, "allowed": tuple(known), "did_you_mean": near[0] if near else None}
    return Fault(say="statement-unknown-key", line=name.line, key=path, values=values)


def _text(entry: Entry) -> str:
    if entry.word is None:
        raise _NotUnderstood(say="statement-wants-text", entry=entry, allowed=None)
    return entry.word


def _role(entry: Entry) -> str:
    role = _ROLES.get(_text(entry).lower())
    if role is None:
        raise _NotUnderstood(say="statement-not-allowed", entry=entry, allowed=("main", "sub"))
    return role


def _truth(entry: Entry) -> bool:
    word = _text(entry).lower()
    if word not in _YES + _NO:
        raise _NotUnderstood(say="statement-not-allowed", entry=entry, allowed=("ja", "nee", "yes", "no"))
    return word in _YES


def _date(entry: Entry) -> object:
    day = parse_date(_text(entry))
    if day is None:
        raise _NotUnderstood(say="statement-bad-date", entry=entry, allowed="2024-05-21")
    return day


def _headcount(entry: Entry) -> int:
    word = _text(entry)
    if not (word.isascii() and word.isdigit() and len(word) < 9 and 0 < int(word) <= _MAX_HEADCOUNT):
        raise _NotUnderstood(say="statement-bad-number", entry=entry, allowed=f"1-{_MAX_HEADCOUNT}")
    return int(word)


def _list(entry: Entry) -> tuple[str, ...]:
    """A list of texts; one text alone is a list of one."""
    if entry.word is not None:
        return (entry.word,)
    if entry.items is None or len(entry.items) > _MAX_ITEMS:
        raise _NotUnderstood(say="statement-wants-list", entry=entry, allowed=None)
    return tuple(_text(item) for item in entry.items if not item.is_empty)


def _comma_list(entry: Entry) -> tuple[str, ...]:
    """A list of texts without commas in them, so that `basis, plus` may do for `[basis, plus]`."""
    return tuple(part.strip() for text in _list(entry) for part in text.split(",") if part.strip())


def _lower_list(entry: Entry) -> tuple[str, ...]:
    return tuple(text.lower() for text in _comma_list(entry))


def _answers(entry: Entry) -> object:
    """Marks a key that holds answers, each of which is read by itself (`_read_answers`)."""
    return entry


def _read_answers(field: str, entry: Entry, path: str, faults: list[Fault]) -> Iterator[tuple[str, object]]:
    """The answers that were understood; each of the others is a fault of its own line, and is no answer."""
    if entry.is_empty:
        return
    if entry.fields is None:
        wanted = _NotUnderstood(say="statement-wants-mapping", entry=entry, allowed=('"1.1": ja',))
        faults.append(_wrong(wanted, path))
        return
    answers: dict[str, bool | None] = {}
    for name, value in entry.fields:
        if value.is_empty:
            continue
        try:
            if name.shown in answers:
                answers[name.shown] = None
                raise _NotUnderstood(say="statement-duplicate-answer", entry=name, allowed=None)
            answers[name.shown] = _truth(value)
        except _NotUnderstood as reason:
            faults.append(_wrong(reason, path))
    yield field, tuple((name, answer) for name, answer in answers.items() if answer is not None)


@dataclass(frozen=True, slots=True)
class _Field:
    """A key: the field of `Statement` it fills, and how its value is read."""

    field: str
    read: Callable[[Entry], object]


_Key = _Field | dict[str, _Field]

_PROVIDER: dict[str, _Field] = {
    "name": _Field("provider_name", _text),
    "kvk": _Field("kvk", _text),
    "iban": _Field("iban", _text),
}
_TOP: dict[str, _Key] = {
    "requirements": _Field("requirements", _text),
    "provider": _PROVIDER,
    "role": _Field("role", _role),
    "products": _Field("products", _lower_list),
    "municipalities": _Field("municipalities", _comma_list),
    "requested_on": _Field("requested_on", _date),
    "submitted_on": _Field("submitted_on", _date),
    "subcontractors": _Field("subcontractors", _list),
    "has_locations": _Field("has_locations", _truth),
    "quality_certificate": _Field("quality_certificate", _truth),
    "headcount": _Field("headcount", _headcount),
    "sample": _Field("sample", _comma_list),
    "declarations": _Field("declarations", _answers),
}
