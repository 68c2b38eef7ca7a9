"""All limits are read from the YAML: for every parameter of the shipped sets something is judged otherwise by it."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from typing import Any

import pytest
import yaml

from dossiercheck.checks import CHECK_KINDS, Requirement
from dossiercheck.tender import Subtender, installed_sets, load_set, schema_folder
from tests.tender.set_files import loaded
from tests.tender.witnesses import Path, Witness, read_cell, witnesses

WITNESSES = witnesses()


@cache
def _shipped() -> dict[str, Any]:
    base, subtender = (
        yaml.safe_load((schema_folder() / f"{name}.yaml").read_text("utf-8"))
        for name in ("twente-personnel", "twente-t77948")
    )
    merged = {**base, **subtender}
    for key in ("requirements", "actions", "defaults"):
        merged[key] = {**base[key], **subtender[key]}
    merged.pop("extends")
    return merged


def parameters() -> set[Path]:
    """Every value of the whole Twente set that is no text for people, those that the code gives a default included."""
    data = _shipped()
    found: set[Path] = {("expiring_days",)}
    found |= {("not_yet", id_) for id_ in data.get("not_yet", {})}
    found |= {("products", id_, "aliases") for id_ in data["products"]}
    found |= {("actions", id_, field) for id_ in data["actions"] for field in ("lead", "settles", "once")}
    for key in ("table", "locations"):
        found |= _leaves(getattr(load_set("twente-t77948").header, key).model_dump(mode="json"), (key,))
    for rule in load_set("twente-t77948").requirements:
        values = rule.model_dump(mode="json", exclude=set(Requirement.model_fields))
        for field, value in values.items():
            shared = field in data["defaults"] and field not in data["requirements"][rule.id]
            found |= _leaves(value, ("defaults", field) if shared else ("requirements", rule.id, field))
        found |= _of_every_requirement(rule)
    return found


def _of_every_requirement(rule: Requirement) -> set[Path]:
    """The condition, and each value that a reading sets."""
    path = ("requirements", rule.id)
    found = {(*path, "when")} if rule.when else set()
    for name, reading in rule.readings.items():
        found |= {(*path, "readings", name, "set", field) for field in reading.set}
    return found | ({(*path, "reading")} if rule.readings else set())


def _leaves(value: object, path: Path) -> set[Path]:
    if isinstance(value, dict) and value:
        return set().union(*(_leaves(inner, (*path, str(key))) for key, inner in value.items()))
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return set().union(*(_leaves(item, (*path, "*")) for item in value))
    return {path}


def changed(witness: Witness) -> str:
    """The shipped set as one file, with the value at the witness's path replaced."""
    data = deepcopy(_shipped())
    *way, last = witness.path
    if "*" in way:
        items: Any = data
        for key in way[:-1]:
            items = items[key]
        assert isinstance(witness.to, dict)
        for index, value in witness.to.items():
            items[index][last] = value
    else:
        holder: Any = data
        for key in way:
            holder = holder.setdefault(key, {})
        if witness.to is None:
            del holder[last]
        else:
            holder[last] = witness.to
    return json.dumps(data)


def test_the_set_as_one_file_is_the_shipped_set(tmp_path):
    one = loaded(tmp_path, json.dumps(_shipped()), "twente-t77948.yaml")
    assert one.requirements == load_set("twente-t77948").requirements
    assert one.vocabulary == load_set("twente-t77948").vocabulary


def test_every_parameter_has_a_witness():
    missing, idle = parameters() - set(WITNESSES), set(WITNESSES) - parameters()
    assert not missing, "\n".join("/".join(path) for path in sorted(missing))
    assert not idle, "\n".join("/".join(path) for path in sorted(idle))


@pytest.mark.parametrize("path", sorted(WITNESSES), ids="/".join)
def test_another_value_is_judged_otherwise(path, tmp_path):
    witness = WITNESSES[path]
    before: Subtender = load_twente()
    assert witness.seen(before) != witness.seen(loaded(tmp_path, changed(witness)))


@cache
def load_twente() -> Subtender:
    return load_set("twente-t77948")


def test_every_check_kind_is_used_by_a_shipped_set():
    example = load_set(str(schema_folder() / "examples" / "noordkust-dagbesteding.yaml"))
    sets = [example, *(load_set(name) for name in installed_sets())]
    assert {r.kind for used in sets for r in used.requirements} == set(CHECK_KINDS)


def test_every_word_of_the_table_is_understood():
    """Each alias that the set lists is read as what it stands for (a header as its column, a word as its value)."""
    words, wrong = load_twente().header, []
    for field, aliases in words.table.headers.items():
        wrong += [f"{field}: {alias}" for alias in aliases if not _has(read_cell(field, header=alias)(load_twente()))]
    for field, letter, lists in (
        ("employment", "J", words.table.employment),
        ("contact", "K", words.table.contact),
        ("level", "Q", words.table.level),
    ):
        for value, aliases in lists.items():
            for word in (value.value, *aliases):
                found = read_cell(field, **{letter: word})(load_twente())
                if found[0] is not value:
                    wrong.append(f"{field}: {word} is read as {found[0]}")
    for product, entry in words.products.items():
        for word in (product, *entry.aliases):
            if read_cell("products", L=word)(load_twente())[0] != (product,):
                wrong.append(f"products: {word}")
    for word in words.table.no_end:
        if read_cell("ends_on", N=word)(load_twente())[1]:
            wrong.append(f"no_end: {word}")
    assert not wrong, "\n".join(wrong)


def _has(read: Any) -> bool:
    return read is not None and (not isinstance(read, tuple) or read[0] is not None)
