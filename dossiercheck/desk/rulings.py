"""The reviewer's own file of rulings: decisions of what was left open, and answers of issuers. Written as a whole."""

import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from dossiercheck.desk.confirmations import Confirmation
from dossiercheck.desk.model import Decision, Question
from dossiercheck.desk.source import Entry, Keys, read_lists
from dossiercheck.errors import DeskFileError
from dossiercheck.findings import Outcome, SubjectKind

T = TypeVar("T")
_DECISION = Keys(
    required=("dossier", "requirement", "about", "id", "question", "outcome", "reason", "by", "on"),
    optional=("product", "contents"),
    dates=("on",),
    lists=("contents",),
)
_CONFIRMATION = Keys(required=("sha256", "file", "genuine", "by", "on"), optional=("reason",), dates=("on",))
_OUTCOMES = {"met": Outcome.MET, "not_met": Outcome.NOT_MET}
_GENUINE = {"yes": True, "no": False}


@dataclass(frozen=True, kw_only=True, slots=True)
class Rulings:
    """What one file holds, in its order."""

    decisions: tuple[Decision, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()


def read_rulings(path: Path) -> Rulings:
    """The rulings of a file; of two about one thing the later one counts. Raises DeskFileError."""
    found = read_lists(path, {"decisions": _DECISION, "confirmations": _CONFIRMATION})
    return Rulings(
        decisions=tuple(_decision(path, entry) for entry in found["decisions"]),
        confirmations=tuple(_confirmation(path, entry) for entry in found["confirmations"]),
    )


def _decision(path: Path, entry: Entry) -> Decision:
    words = entry.words
    kinds = {kind.value: kind for kind in SubjectKind}
    return Decision(
        question=Question(
            dossier=words["dossier"],
            requirement=words["requirement"],
            subject_kind=_one_of(path, "about", words["about"], kinds),
            subject=words["id"],
            product=words.get("product"),
            say=words["question"],
        ),
        outcome=_one_of(path, "outcome", words["outcome"], _OUTCOMES),
        why=words["reason"],
        by=words["by"],
        on=entry.days["on"],
        contents=entry.lists.get("contents", ()),
    )


def _confirmation(path: Path, entry: Entry) -> Confirmation:
    words = entry.words
    return Confirmation(
        sha256=words["sha256"],
        file=words["file"],
        genuine=_one_of(path, "genuine", words["genuine"], _GENUINE),
        why=words.get("reason", ""),
        by=words["by"],
        on=entry.days["on"],
    )


def _one_of(path: Path, key: str, word: str, allowed: Mapping[str, T]) -> T:
    if word not in allowed:
        shown, known = word[:40], ", ".join(allowed)
        raise DeskFileError(
            nl=f"{path}: {key}: '{shown}' kan hier niet; toegestaan: {known}.",
            en=f"{path}: {key}: '{shown}' cannot stand here; allowed: {known}.",
        )
    return allowed[word]


def write_rulings(path: Path, rulings: Rulings) -> None:
    """The file, whole or not at all, readable by its owner only. Raises DeskFileError."""
    import yaml

    plain = {
        "decisions": [_plain(decision) for decision in rulings.decisions],
        "confirmations": [_plain_answer(answer) for answer in rulings.confirmations],
    }
    text = yaml.safe_dump(
        {name: items for name, items in plain.items() if items}, allow_unicode=True, sort_keys=False, width=120
    )
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
        Path(temporary).replace(path)
    except OSError as error:
        raise DeskFileError(
            nl=f"{path} kan niet worden geschreven: {error.strerror}.",
            en=f"{path} cannot be written: {error.strerror}.",
        ) from error


def _plain(decision: Decision) -> dict[str, str | list[str]]:
    question = decision.question
    product = {"product": question.product} if question.product else {}
    return {
        "dossier": question.dossier,
        "requirement": question.requirement,
        "about": question.subject_kind.value,
        "id": question.subject,
        **product,
        "question": question.say,
        "outcome": decision.outcome.value,
        "reason": decision.why,
        "by": decision.by,
        "on": decision.on.isoformat(),
        "contents": list(decision.contents),
    }


def _plain_answer(answer: Confirmation) -> dict[str, str]:
    return {
        "file": answer.file,
        "sha256": answer.sha256,
        "genuine": "yes" if answer.genuine else "no",
        **({"reason": answer.why} if answer.why else {}),
        "by": answer.by,
        "on": answer.on.isoformat(),
    }
