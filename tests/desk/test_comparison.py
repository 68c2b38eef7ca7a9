"""Two reports on one dossier: what changed and why, and that no JSON of anybody else is taken for a report."""

from dataclasses import replace
from datetime import date

import pytest

from dossiercheck.desk import Cause, Turn, compare, parse_report, read_report
from dossiercheck.errors import DeskFileError
from dossiercheck.findings import Outcome, Reason
from dossiercheck.reports import render
from dossiercheck.reports.comparison import render_comparison
from tests.reports import invented

OLD = invented.incomplete()


def saved(report):
    return parse_report(render(report, "json", lang="nl"))


def changed(new, old=OLD):
    return compare(saved(old), saved(new))


def mended(report):
    """The same with everything met that was not."""
    done = tuple(
        replace(f, outcome=Outcome.MET, reason=None) if f.outcome is Outcome.NOT_MET else f for f in report.findings
    )
    return replace(report, findings=done)


def test_nothing_changes_where_nothing_changed():
    found = changed(OLD)
    assert found.changes == () and found.added == () and found.removed == () and not found.got_worse
    assert len(found.still_open) == sum(
        f.counts and f.outcome in (Outcome.NOT_MET, Outcome.UNDECIDED) for f in OLD.findings
    )


@pytest.mark.parametrize(
    ("moved", "cause"),
    [
        ({"on": date(2031, 1, 1)}, Cause.DAY),
        ({"set_sha256": "another"}, Cause.SET),
        ({"on": date(2031, 1, 1), "set_sha256": "another"}, Cause.DAY_OR_SET),
        ({"tool_version": "99"}, Cause.PROGRAM),
        ({}, Cause.OPTIONS),
    ],
)
def test_what_came_without_a_change_of_files(moved, cause):
    found = changed(replace(mended(OLD), **moved))
    assert found.changes and {(c.turn, c.cause) for c in found.changes} == {(Turn.REPAIRED, cause)}
    back = changed(replace(OLD, **moved), mended(OLD))
    assert {c.turn for c in back.changes} == {Turn.NEW} and back.got_worse


def test_what_came_by_the_files():
    other = tuple(replace(d, sha256="0" * 64) for d in OLD.documents)
    found = changed(replace(mended(OLD), documents=other, on=date(2031, 1, 1)))
    assert {c.cause for c in found.changes} == {Cause.FILES}
    assert len(found.changed) == len(OLD.documents) and found.added == found.removed == ()


def test_another_reason_is_said_as_that():
    worse = tuple(
        replace(f, say="other", reason=Reason.UNREADABLE) if f.outcome is Outcome.NOT_MET and f.counts else f
        for f in OLD.findings
    )
    assert {c.turn for c in changed(replace(OLD, findings=worse)).changes} == {Turn.OTHER}


@pytest.mark.parametrize("format", ["console", "markdown", "json"])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_format_says_what_changed(format, lang):
    text = render_comparison(changed(mended(OLD)), format, lang, 80)
    assert "vog." in text and text.endswith("\n") and "compare-" not in text


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", "[" * 100_000, '{"format": "dossiercheck-report/1"}', '{"format": "dossiercheck-report/1", "findings": 3}', "\x00", "NaN"],
)  # fmt: skip
def test_what_is_no_report_is_refused(tmp_path, text):
    path = tmp_path / "r.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DeskFileError):
        read_report(path)
    with pytest.raises(DeskFileError):
        read_report(tmp_path / "not there.json")
