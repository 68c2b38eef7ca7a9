"""The corpus of plans, RI&E papers, subcontracts and letters: what a careful person decides is what is judged."""

from __future__ import annotations

from typing import Any

import pytest

from dossiercheck.findings import Finding
from dossiercheck.intake.statement import Statement
from tests.documents.organisation import corpus, paper
from tests.dossiers import dossier, judge, person

CASES = [case for prefix in ("evac", "rie", "sub", "letter") for case in corpus(prefix)]
JUDGED = {
    "content": "evacuation-plan.content",
    "plan": "rie.action-plan",
    "review": "rie.reviewed",
    "agreement": "subcontract.agreement",
    "unconditional": "submission.unconditional",
    "language": "submission.dutch",
}
PARTS = {"bhv": "emergency-response-tasks", "phone-warn": "phone-to-warn"}
"""Names of parts in the corpus that the set names otherwise."""


def found(case: dict[str, Any], id_: str) -> Finding:
    """The finding about this paper in the dossier of a provider with thirty people and a location."""
    expect = case["expect"]
    names = (expect["subcontractor"],) if "subcontractor" in expect else None
    stated = Statement(has_locations=True, provider_name="Zorg Voorbeeld B.V.", subcontractors=names)
    people = [person(number=str(n)) for n in range(30)]
    return judge(id_, dossier(*people, documents=(paper(*case["pages"]),), statement=stated))[-1]


def fits(wanted: str, outcome: str) -> bool:
    match wanted:
        case "not_green":
            return outcome != "met"
        case "not_red":
            return outcome != "not_met"
        case "nl":
            return outcome == "met"
        case _:
            return outcome == wanted


@pytest.mark.parametrize(("name", "case"), CASES, ids=[name for name, _ in CASES])
def test_as_a_careful_person_decides(name, case):
    expect = case["expect"]
    kind = paper(*case["pages"]).kind.value
    assert kind == expect.get("kind", kind) and kind != expect.get("kind_not")
    for key, id_ in JUDGED.items():
        if key not in expect:
            continue
        finding = found(case, id_)
        assert fits(expect[key], finding.outcome.value), (id_, finding)
        if key in ("content", "plan") and "missing" in expect:
            assert set(finding.values["missing"]) == {PARTS.get(part, part) for part in expect["missing"]}
        if "reason" in expect:
            assert finding.reason == expect["reason"]
