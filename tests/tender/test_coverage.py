"""Nothing that the two tender documents ask is passed over: each question and demand names who carries it."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from dossiercheck.tender import installed_sets, load_set

TABLE = yaml.safe_load((Path(__file__).parent / "coverage.yaml").read_text("utf-8"))
OF_THE_PROGRAM = "files."
"""Rules about files that no tender states."""
NOT_OF_THE_DOCUMENT = {"twente-t77948": set(), "h6-wmo": set()}


def carried(name):
    demands = {id_ for demand in TABLE[name]["demands"] for id_ in demand.get("by", ())}
    return demands | set(TABLE[name]["knockouts"].values())


def test_the_thirty_two_knock_outs_by_section():
    questions = TABLE["twente-t77948"]["knockouts"]
    by_section = Counter(paragraph.split(".")[0] for paragraph in questions)
    assert (len(questions), list(by_section.values())) == (32, [4, 4, 9, 5, 5, 5])
    assert [p for p, by in questions.items() if by == "bibob"] == ["3.1.1"]


def test_the_questions_that_are_declared_are_those_of_the_set():
    rule = next(r for r in load_set("twente-t77948").requirements if r.id == "declarations")
    asked = {*rule.questions, *(question for questions in rule.by_product.values() for question in questions)}
    assert asked == {p for p, by in TABLE["twente-t77948"]["knockouts"].items() if by == "declarations"}


@pytest.mark.parametrize("name", sorted(set(TABLE) & set(installed_sets())))
def test_what_carries_a_demand_is_in_the_set(name):
    subtender = load_set(name)
    known = {r.id for r in subtender.requirements} | {r.id for r in subtender.not_checked}
    assert carried(name) <= known, sorted(carried(name) - known)


@pytest.mark.parametrize("name", sorted(set(TABLE) & set(installed_sets())))
def test_every_requirement_stands_for_something_in_the_document(name):
    subtender = load_set(name)
    asked = {r.id for r in (*subtender.requirements, *subtender.not_checked) if not r.id.startswith(OF_THE_PROGRAM)}
    assert not asked - carried(name) - NOT_OF_THE_DOCUMENT[name], sorted(asked - carried(name))


@pytest.mark.parametrize("name", sorted(TABLE))
def test_every_demand_is_carried_or_for_a_person_with_a_reason(name):
    for demand in TABLE[name]["demands"]:
        assert demand["demand"] and demand["at"] and (bool(demand.get("by")) != bool(demand.get("person"))), demand


def test_the_paragraph_of_a_requirement_names_where_its_demand_stands():
    """Each demand's paragraph (or the one above it) is among the paragraphs that its requirement gives as its source."""
    known = {r.id: r.source for r in load_set("twente-t77948").requirements}
    for demand in TABLE["twente-t77948"]["demands"]:
        for id_ in demand.get("by", ()):
            if id_ not in ("declarations", "files.readable", "municipalities"):
                assert demand["at"].lower() in known[id_].lower(), (id_, demand)
