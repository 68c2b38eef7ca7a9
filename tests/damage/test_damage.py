"""Every kind of damage is caught by the requirement that names it, and nothing changes that was not written down."""

from __future__ import annotations

from collections import Counter
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from dossiercheck.findings import Report, SubjectKind
from dossiercheck.tender import load_set
from tests.damage import ALL, Damage, Spot, clean_spot
from tests.damage.striking import CLEAN
from tests.samples.overview import expectations
from tests.whole import checked

CASES = [(damage, seed) for damage in ALL.values() for seed in range(damage.places)]


class Said(NamedTuple):
    """What a finding says, as far as damage elsewhere must not change it."""

    requirement: str
    subject: str
    about_employee: bool
    product: str | None
    outcome: str
    reason: str
    expiring: bool


def said(report: Report) -> Counter[Said]:
    return Counter(
        Said(
            requirement=finding.requirement,
            subject=finding.subject.id,
            about_employee=finding.subject.kind is SubjectKind.EMPLOYEE,
            product=finding.product,
            outcome=finding.outcome.value,
            reason=finding.reason.value if finding.reason else "",
            expiring=finding.expiring,
        )
        for finding in report.findings
    )


def judged(spot: Spot, folder: Path) -> Counter[Said]:
    for path, content in spot.draft.files().items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return said(checked(folder, spot.on))


@cache
def before(dossier: str, folder: Path) -> Counter[Said]:
    return judged(clean_spot(dossier, ""), folder / dossier)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("clean")


@pytest.mark.parametrize(("damage", "seed"), CASES, ids=[f"{damage.name}-{seed}" for damage, seed in CASES])
def test_is_caught_and_changes_nothing_else(damage: Damage, seed: int, room: Path, tmp_path: Path) -> None:
    spot = clean_spot(damage.dossier, f"{damage.name} {seed}")
    damage.strike(spot)
    was, became = before(damage.dossier, room), judged(spot, tmp_path)
    new, gone = _unnamed(became - was, damage), _unnamed(was - became, damage)
    assert any(_catches(damage, spot, found) for found in new), f"not caught at {spot.struck}: {[*new]}"
    beside = [found for found in {*(new - gone), *(gone - new)} if not _foreseen(damage, spot, found)]
    assert not beside, f"struck {spot.struck}, and beside it: {beside}"


@pytest.mark.parametrize("name", ["twente-t77948", "h6-wmo"])
def test_each_requirement_that_the_program_judges_fails_in_a_sample_or_by_a_damage(name: str) -> None:
    caught = {damage.caught[0] for damage in ALL.values()}
    shown = {found.requirement for sample in expectations() for found in (*sample.findings, *sample.advice)}
    judged_here = {rule.id for rule in load_set(name).requirements if rule.kind != "authority"}
    assert not judged_here - caught - shown


def _unnamed(found: Counter[Said], damage: Damage) -> Counter[Said]:
    """Where the damage renames people: without their numbers."""
    if not damage.renames:
        return found
    return Counter(
        said._replace(subject="") if said.about_employee else said
        for said, times in found.items()
        for _ in range(times)
    )


def _catches(damage: Damage, spot: Spot, found: Said) -> bool:
    requirement, outcome, reason = damage.caught
    at_the_place = damage.renames or not spot.struck or found.subject in spot.struck
    return (
        (found.requirement, found.reason) == (requirement, reason) and outcome in ("*", found.outcome) and at_the_place
    )


def _foreseen(damage: Damage, spot: Spot, found: Said) -> bool:
    named = any(fnmatchcase(found.requirement, pattern) for pattern in damage.allowed)
    return named and (damage.renames or not found.about_employee or found.subject in spot.struck)


def test_there_are_enough_kinds_for_both_tenders() -> None:
    kinds = Counter(damage.dossier for damage in ALL.values())
    assert len(ALL) >= 100 and set(kinds) == set(CLEAN)
    assert kinds["clean-h6"] >= 40


def test_a_seed_strikes_the_same_place_again() -> None:
    for damage in ALL.values():
        one, again = (clean_spot(damage.dossier, f"{damage.name} 0") for _ in range(2))
        if damage.name.startswith(("cell-", "question-", "care-plan-taken")):
            damage.strike(one)
            damage.strike(again)
            assert (one.struck, one.draft.rows, one.draft.manifest) == (
                again.struck,
                again.draft.rows,
                again.draft.manifest,
            )
