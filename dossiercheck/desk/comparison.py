"""Since last time: what was repaired, what is new, and what came only because the day or the requirement set moved.

Why a finding changed is told by the files that it can rest on: the person's own and those of nobody (the table, the
statement). Where all of them hold what they held, the day judged by, the set or the program made the change.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dossiercheck.desk.saved import SavedDocument, SavedFinding, SavedReport


class Turn(StrEnum):
    """How a finding changed."""

    REPAIRED = "repaired"
    """It stood in the way, and does no longer."""
    NEW = "new"
    """It stands in the way, and did not."""
    OTHER = "other"
    """It stood in the way and still does, for another reason."""


class Cause(StrEnum):
    """What made the change."""

    FILES = "files"
    DAY = "day"
    SET = "set"
    DAY_OR_SET = "day_or_set"
    PROGRAM = "program"
    OPTIONS = "options"
    """Nothing of the above: what the operator asked or ruled."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One requirement about one subject that is judged otherwise now. One of the two findings may be absent."""

    turn: Turn
    cause: Cause
    old: SavedFinding | None
    new: SavedFinding | None

    @property
    def shown(self) -> SavedFinding:
        """The finding to tell of: what is now, else what was."""
        found = self.new or self.old
        assert found is not None
        return found


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """Two reports on one dossier."""

    old: SavedReport
    new: SavedReport
    changes: tuple[Change, ...]
    still_open: tuple[SavedFinding, ...]
    """What stood in the way and still does, for the same reason."""
    added: tuple[str, ...]
    """Files whose content is new."""
    removed: tuple[str, ...]
    """Files whose content is gone."""
    changed: tuple[str, ...]
    """Files that hold something else under the same name; in neither of the others."""

    @property
    def got_worse(self) -> bool:
        return any(change.turn is Turn.NEW for change in self.changes)


def compare(old: SavedReport, new: SavedReport) -> Comparison:
    """What changed from `old` to `new`."""
    before, after = _by_key(old), _by_key(new)
    then, now = {d.sha256 for d in old.documents}, {d.sha256 for d in new.documents}
    added = [d.file for d in new.documents if d.sha256 not in then]
    removed = [d.file for d in old.documents if d.sha256 not in now]
    return Comparison(
        old=old,
        new=new,
        changes=tuple(_changes(old, new, before, after)),
        still_open=tuple(f for key, f in after.items() if f.is_open and key in before and _same(before[key], f)),
        added=tuple(file for file in added if file not in removed),
        removed=tuple(file for file in removed if file not in added),
        changed=tuple(file for file in added if file in removed),
    )


_ByKey = dict[tuple[str, str, str, str | None, int], SavedFinding]


def _by_key(report: SavedReport) -> _ByKey:
    """By what they are about; several findings of one requirement about one subject are told apart by their order."""
    found: _ByKey = {}
    for finding in report.findings:
        count = 0
        while (*finding.key, count) in found:
            count += 1
        found[*finding.key, count] = finding
    return found


def _same(old: SavedFinding, new: SavedFinding) -> bool:
    return old.is_open and new.is_open and (old.outcome, old.code) == (new.outcome, new.code)


def _changes(old: SavedReport, new: SavedReport, before: _ByKey, after: _ByKey) -> Iterator[Change]:
    for key in dict.fromkeys((*after, *before)):
        was, is_now = before.get(key), after.get(key)
        was_open, is_open = was is not None and was.is_open, is_now is not None and is_now.is_open
        if not was_open and not is_open:
            continue
        if was is not None and is_now is not None and _same(was, is_now):
            continue
        turn = Turn.OTHER if was_open and is_open else Turn.NEW if is_open else Turn.REPAIRED
        yield Change(turn=turn, cause=_cause(old, new, was, is_now), old=was, new=is_now)


def _cause(old: SavedReport, new: SavedReport, was: SavedFinding | None, is_now: SavedFinding | None) -> Cause:
    finding = is_now or was
    assert finding is not None
    if _contents(old, finding) != _contents(new, finding):
        return Cause.FILES
    moved = old.on != new.on, old.set_sha256 != new.set_sha256
    if any(moved):
        return Cause.DAY_OR_SET if all(moved) else Cause.DAY if moved[0] else Cause.SET
    return Cause.PROGRAM if old.tool_version != new.tool_version else Cause.OPTIONS


def _contents(report: SavedReport, finding: SavedFinding) -> frozenset[str]:
    """The contents that a finding about this subject can rest on."""
    return frozenset(d.sha256 for d in report.documents if _bears_on(d, finding))


def _bears_on(document: SavedDocument, finding: SavedFinding) -> bool:
    if finding.subject_kind == "employee":
        return document.employee in (finding.subject, None)
    return True
