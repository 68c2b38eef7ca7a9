"""Witnesses for what the Twente set asks of the provider itself: declarations, deadlines, locations, plans, language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from dossiercheck.intake.statement import Statement
from dossiercheck.tender import load_set
from tests.dossiers import person

Find = Callable[..., Any]


def organisation(witness: Callable[..., Any], finding: Find) -> list[Any]:
    """All of them; `witness` and `finding` are those of `witnesses`."""
    return [*_stated(witness, finding)]


def _stated(witness: Callable[..., Any], finding: Find) -> list[Any]:
    rule = next(r for r in load_set("twente-t77948").requirements if r.id == "declarations")
    numbers = (*rule.questions, *rule.by_product["basis"], *rule.by_product["plus"])
    yes = Statement(products=("basis", "plus"), declarations=tuple((n, True) for n in numbers))
    answered = finding("declarations", person(), statement=yes)
    handed_in = Statement(requested_on=date(2024, 12, 20), submitted_on=date(2025, 1, 8))
    in_time = finding("submission.on-time", person(), statement=handed_in)
    return [
        witness("requirements/declarations/questions", ["1.1", "9.9"], answered),
        witness("requirements/declarations/by_product/basis", ["9.9"], answered),
        witness("requirements/declarations/by_product/plus", ["9.9"], answered),
        witness("requirements/submission.on-time/deadline", "2025-01-07", in_time),
        witness("requirements/submission.on-time/working_days", 9, in_time),
        witness("requirements/submission.on-time/holidays", ["christmas-day"], in_time),
        witness(
            "requirements/submission.on-time/equated",
            ["2025-01-08"],
            finding(
                "submission.on-time",
                person(),
                statement=Statement(requested_on=date(2024, 12, 20), submitted_on=date(2025, 1, 9)),
            ),
        ),
    ]
