"""Across dossiers: what strikes the eye, and what does not."""

from dataclasses import replace
from datetime import date

import pytest

from dossiercheck.batch.record import dump, line_of, load, record_of
from dossiercheck.batch.traces import signals, traces_of, unnamed
from dossiercheck.facts import Seal, SealState, Signature, SignatureKind
from dossiercheck.findings import FactView, FileUse, PersonLine, SignalKind
from tests.reports import invented

ANNA = PersonLine(number="1", name="Anna de Wit")
BRAM = PersonLine(number="2", name="Bram van den Berg")


def paper(kind="vog", sha="aa", who=ANNA, holder="A. de Wit", born=date(1990, 5, 1), seal=None, file="x.pdf", **facts):
    views = [FactView(name="holder", value=holder), FactView(name="born_on", value=born)]
    views += [FactView(name=name, value=value) for name, value in facts.items()]
    return FileUse(
        file=file, sha256=sha, kind=kind, employee=who.number if who else None, facts=tuple(views), seal=seal
    )


def found(*dossiers, providers=("Zorg Nul", "Zorg Een", "Zorg Twee")):
    """The kinds of signals over dossiers, each a list of papers."""
    traces = []
    for number, papers in enumerate(dossiers):
        report = invented.report([], people=(ANNA, BRAM), documents=tuple(papers), provider=providers[number])
        traces += traces_of(report, f"zorg-{number}")
    return signals(traces)


def kinds(*dossiers):
    return [signal.kind for signal in found(*dossiers)]


def test_the_same_file_for_two_persons():
    assert kinds([paper(file="a.pdf")], [paper(file="b.pdf", who=BRAM, born=None)]) == [SignalKind.SAME_FILE]
    assert SignalKind.SAME_FILE in kinds([paper(file="a.pdf"), paper(file="b.pdf", who=BRAM)])
    assert SignalKind.SAME_FILE in kinds([paper()], [paper(who=None)])


def test_a_file_twice_for_one_person_is_no_signal_across():
    assert kinds([paper(file="a.pdf"), paper(file="copy.pdf")]) == []


def test_one_person_at_two_providers():
    (signal,) = found([paper(sha="aa")], [paper(sha="bb", holder="Anna de Wit")])
    assert signal.kind is SignalKind.SAME_PERSON
    assert [(place.dossier, place.person) for place in signal.places] == [("zorg-0", "1 Anna de Wit"), ("zorg-1", "1 Anna de Wit")]  # fmt: skip


def test_two_dossiers_of_one_provider_are_no_two_providers():
    one, other = [paper(sha="aa")], [paper(sha="bb")]
    assert found(one, other, providers=("Zorg Nul B.V.", "zorg nul BV")) == ()
    assert [s.kind for s in found(one, other, providers=("", ""))] == [SignalKind.SAME_PERSON]


def test_who_goes_by_name_is_named_once():
    by_name = PersonLine(number="Anna de Wit", name="Anna de Wit")
    reports = [invented.report([], people=(by_name,), documents=(paper(who=by_name),), provider=p) for p in ("A", "B")]
    (signal,) = signals([trace for number, one in enumerate(reports) for trace in traces_of(one, f"zorg-{number}")])
    assert {place.person for place in signal.places} == {"Anna de Wit"}


@pytest.mark.parametrize("other", [{"born": date(1990, 5, 2)}, {"holder": "B. de Wit"}, {"holder": "A. Jansen"}])
def test_a_namesake_is_another_person(other):
    assert kinds([paper(sha="aa")], [paper(sha="bb", **other)]) == []


def test_one_vog_reference_on_two_papers():
    one = paper(sha="aa", reference="123 456", issued_on=date(2024, 1, 2))
    again = paper(sha="bb", reference="123456", issued_on=date(2024, 1, 2))
    other = paper(sha="cc", who=BRAM, holder="B. van den Berg", born=date(1980, 1, 1), reference="123 456", issued_on=date(2024, 1, 2))  # fmt: skip
    later = replace(one, sha256="dd", facts=(*one.facts[:3], FactView(name="issued_on", value=date(2024, 6, 1))))
    assert kinds([one], [other]) == [SignalKind.SAME_REFERENCE]
    assert SignalKind.SAME_REFERENCE in kinds([one, replace(later, file="y.pdf")])
    assert SignalKind.SAME_REFERENCE not in kinds([one, replace(one, sha256="ee", file="scan.pdf")])
    assert kinds([one], [replace(other, facts=(*other.facts[:2], *again.facts[2:]))]) == [SignalKind.SAME_REFERENCE]


def seal(value="55", state=SealState.GENUINE, kind=SignatureKind.CERTIFICATION):
    return Seal(state=state, signatures=(Signature(field="S", kind=kind, value_sha256=value),))


def test_the_same_seal_under_another_text():
    one = paper("diploma", "aa", seal=seal(), programme="Verpleegkundige")
    forged = paper("diploma", "bb", who=BRAM, born=None, seal=seal(state=SealState.BROKEN), programme="Arts")
    completed = paper("diploma", "cc", seal=seal(), programme="Verpleegkundige", file="with-validation-data.pdf")
    assert kinds([one], [forged]) == [SignalKind.SAME_SEAL]
    assert kinds([one, completed]) == []
    assert kinds([one], [replace(forged, seal=seal("66"))]) == []
    assert kinds([one], [replace(forged, seal=seal(kind=SignatureKind.TIMESTAMP))]) == []


def test_to_share_they_are_told_by_number():
    report = invented.report([], people=(ANNA, BRAM), documents=(paper(file="a.pdf"), paper(file="b.pdf", who=BRAM)))
    (signal,) = [s for s in signals(unnamed(traces_of(report, "Dossier 1"), report)) if s.kind is SignalKind.SAME_FILE]
    assert {(place.file, place.person) for place in signal.places} == {("#1", "1"), ("#2", "2")}


def test_no_birth_date_is_kept():
    report = invented.report([], people=(ANNA,), documents=(paper(),))
    record = record_of(report, line_of(report, "a", page=None, data="a.json"), contents="c", settings="s", written={})
    assert b"1990" not in dump(record)


def test_a_record_comes_back_as_it_was():
    report = invented.incomplete()
    line = line_of(report, "zorg", page="dossiers/zorg.html", data="dossiers/zorg.json")
    record = record_of(report, line, contents="c", settings="s", written={"dossiers/zorg.json": "ab"})
    assert load(dump(record)) == record
    assert (line.knockouts, line.required, line.exit_code) == (6, 1, 1)


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"null", b'{"format": "dossiercheck-batch/1"}', b"\xff"])
def test_what_is_no_record_is_none(data):
    assert load(data) is None
