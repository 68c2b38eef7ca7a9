"""A requirement set described for people, and in what two sets differ: values only, no sentences."""

import inspect
import json
from collections.abc import Iterator

from pydantic import BaseModel

from dossiercheck.checks import Requirement
from dossiercheck.findings import (
    ActionView,
    CheckPage,
    Difference,
    ParameterView,
    ReadingView,
    RequirementPage,
    SetPage,
)
from dossiercheck.tender.model import SetHeader, Subtender

_SHARED = frozenset(Requirement.model_fields)


def describe(subtender: Subtender) -> SetPage:
    """The whole set."""
    header = subtender.header
    return SetPage(
        id=header.id,
        version=header.version,
        title=header.title.wording,
        extends=header.extends,
        valid_from=header.valid_from,
        valid_until=header.valid_until,
        products=tuple((id_, product.title.wording) for id_, product in header.products.items()),
        kinds=tuple((id_, kind.title.wording) for id_, kind in header.document_kinds.items()),
        requirements=tuple(describe_requirement(r, header) for r in subtender.requirements),
        not_checked=subtender.not_checked,
        sha256=subtender.sha256,
    )


def describe_requirement(requirement: Requirement, header: SetHeader) -> RequirementPage:
    """One requirement, with the actions of its set that settle it."""
    fields = {name: field for name, field in type(requirement).model_fields.items() if name not in _SHARED}
    values = requirement.model_dump(mode="json")
    return RequirementPage(
        info=requirement.info,
        check=requirement.check,
        judged=_first_paragraph(type(requirement)),
        parameters=tuple(
            ParameterView(name=name, value=written(values[name]), meaning=field.description or "")
            for name, field in fields.items()
        ),
        readings=tuple(
            ReadingView(
                name=name,
                title=reading.title.wording,
                used=name == requirement.reading,
                sets=tuple((key, written(value)) for key, value in reading.set.items()),
            )
            for name, reading in requirement.readings.items()
        ),
        actions=tuple(_actions(requirement, header)),
    )


def describe_check(check: type[Requirement]) -> CheckPage:
    """One kind of check, with all that the YAML may set."""
    fields = {name: field for name, field in check.model_fields.items() if name not in _SHARED}
    return CheckPage(
        check=check.kind,
        judged=_first_paragraph(check),
        parameters=tuple(
            ParameterView(
                name=name,
                value="" if field.is_required() else written(_bare(field.get_default(call_default_factory=True))),
                meaning=field.description or "",
            )
            for name, field in fields.items()
        ),
    )


def _bare(value: object) -> object:
    return value.model_dump(mode="json") if isinstance(value, BaseModel) else value


def _first_paragraph(check: type[Requirement]) -> str:
    return " ".join((inspect.getdoc(check) or "").split("\n\n")[0].split())


def _actions(requirement: Requirement, header: SetHeader) -> Iterator[ActionView]:
    for action in header.actions.values():
        mine = [settled.partition("/") for settled in action.settles]
        reasons = tuple(reason for id_, _, reason in mine if id_ == requirement.id)
        if reasons:
            only = () if "" in reasons else reasons
            yield ActionView(title=action.title.wording, lead_minutes=action.lead.in_minutes, reasons=only)


def differences(old: Subtender, new: Subtender) -> tuple[Difference, ...]:
    """What `new` asks otherwise than `old`, in the order of the old set; what is new comes last."""
    before, after = _values(old), _values(new)
    return tuple(
        Difference(path=path, before=before.get(path), after=after.get(path))
        for path in dict.fromkeys((*before, *after))
        if before.get(path) != after.get(path)
    )


def _values(subtender: Subtender) -> dict[str, str]:
    """Every value of a set by its path, as the YAML would write it."""
    found: dict[str, str] = {}
    for key, value in _plain(subtender.header).items():
        found.update(_leaves(key, value))
    for requirement in subtender.requirements:
        found[f"requirements.{requirement.id}"] = requirement.title.en
        for key, value in _plain(requirement).items():
            found.update(_leaves(f"requirements.{requirement.id}.{key}", value))
    return found


def _plain(model: BaseModel) -> dict[str, object]:
    return {key: value for key, value in model.model_dump(mode="json").items() if key != "id"}


def _leaves(path: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(f"{path}.{key}", inner)
    else:
        yield path, written(value)


def written(value: object) -> str:
    """A value as YAML writes it on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {written(inner)}" for key, inner in value.items() if inner is not None) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(written(item) for item in value) + "]"
    if isinstance(value, str):
        return value if value and value == value.strip() and value.isprintable() else json.dumps(value)
    return json.dumps(value)
