"""Every value that the example set writes down has a witness: a dossier that is judged otherwise when it changes."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.samples.clean import small
from tests.samples.people import JORIS
from tests.tender import noordkust as nk
from tests.tender.test_noordkust import BHV, BUS, CLAIMS, CODE, GROUP, POLICY
from tests.whole import check

OWN = yaml.safe_load(nk.SET.read_text("utf-8"))
FOR_PEOPLE = {"title", "remedy", "interpretation", "source", "severity", "check"}
NONE = ["zandloper"]
"""A word that no paper has."""
REFUSED = "refused"
"""No dossier is judged by it: what the value names does not fit what else is written."""


def parameters() -> set[str]:
    found = {f"products/{id_}/aliases" for id_, product in OWN["products"].items() if product}
    return found.union(*(_leaves(OWN[key], key) for key in ("defaults", "document_kinds", "requirements")))


def _leaves(value: object, path: str) -> set[str]:
    if not isinstance(value, dict):
        return set() if value is None else {path}
    inner = [_leaves(part, f"{path}/{key}") for key, part in value.items() if key not in FOR_PEOPLE]
    return set().union(*inner)


def _product_cell(word: str) -> dict[str, bytes | None]:
    """The table with this word in the column of products."""
    table = small().cell(JORIS, "Product", word).files()["personeelstabel.xlsx"]
    return {"personeelstabel.xlsx": table}


NAMESAKE: dict[str, bytes | None] = {BHV: nk.first_aid(born="1 januari 1950")}
ELSEWHERE = "organisatie/bhv.pdf"
NO_CODE: dict[str, bytes | None] = {CODE: None}
FULL: dict[str, bytes | None] = {GROUP: nk.programme("dagbesteding", "13"), BUS: nk.programme("vervoer", "14")}

Witness = tuple[object, dict[str, bytes | None], dict[str, object]]


def w(to: object, changes: dict[str, bytes | None] | None = None, **stated: object) -> Witness:
    return to, changes or {}, stated


KINDS = "document_kinds"
RULES = "requirements"
WITNESSES: dict[str, Witness] = {
    "products/dagbesteding/aliases": w(NONE, _product_cell("groepsbegeleiding")),
    "products/vervoer/aliases": w(NONE, _product_cell("cliëntenvervoer")),
    "defaults/minimum/dagbesteding": w("HBO"),
    f"{KINDS}/meldcode/phrases": w(NONE),
    f"{KINDS}/meldcode/never": w(["huiselijk geweld"]),
    f"{KINDS}/meldcode/fields/adopted_on/type": w("text"),
    f"{KINDS}/meldcode/fields/adopted_on/labels": w(NONE),
    f"{KINDS}/klachtenregeling/phrases": w(NONE),
    f"{KINDS}/klachtenregeling/fields/committee/type": w("text"),
    f"{KINDS}/klachtenregeling/fields/committee/labels": w(NONE),
    f"{KINDS}/klachtenregeling/fields/committee/choices/external": w(NONE),
    f"{KINDS}/klachtenregeling/fields/committee/choices/internal": w(NONE, {CLAIMS: nk.complaints("de directie")}),
    f"{KINDS}/vervoerspolis/phrases": w(NONE),
    f"{KINDS}/vervoerspolis/where": w("title"),
    f"{KINDS}/vervoerspolis/also": w(NONE),
    f"{KINDS}/vervoerspolis/never": w(["polis"]),
    f"{KINDS}/vervoerspolis/instead_of": w([]),
    f"{KINDS}/vervoerspolis/fields/insured_amount/type": w("date"),
    f"{KINDS}/vervoerspolis/fields/insured_amount/labels": w(NONE),
    f"{KINDS}/vervoerspolis/fields/valid_until/type": w("text"),
    f"{KINDS}/vervoerspolis/fields/valid_until/labels": w(NONE),
    f"{KINDS}/vervoerspolis/fields/policyholder/type": w("date"),
    f"{KINDS}/vervoerspolis/fields/policyholder/labels": w(NONE),
    f"{KINDS}/bhv-bewijs/about": w("provider"),
    f"{KINDS}/bhv-bewijs/phrases": w(NONE),
    f"{KINDS}/bhv-bewijs/fields/holder/type": w("text", {BHV: None, ELSEWHERE: nk.first_aid()}),
    f"{KINDS}/bhv-bewijs/fields/holder/labels": w(NONE, {BHV: None, ELSEWHERE: nk.first_aid()}),
    f"{KINDS}/bhv-bewijs/fields/born_on/type": w("text", NAMESAKE),
    f"{KINDS}/bhv-bewijs/fields/born_on/labels": w(NONE, NAMESAKE),
    f"{KINDS}/bhv-bewijs/fields/issued_on/type": w("text"),
    f"{KINDS}/bhv-bewijs/fields/issued_on/labels": w(NONE),
    f"{KINDS}/dagprogramma/phrases": w(NONE),
    f"{KINDS}/dagprogramma/fields/product/type": w("text"),
    f"{KINDS}/dagprogramma/fields/product/labels": w(NONE),
    f"{KINDS}/dagprogramma/fields/product/choices/dagbesteding": w(NONE, {GROUP: nk.programme("groep")}),
    f"{KINDS}/dagprogramma/fields/product/choices/vervoer": w(NONE, {BUS: nk.programme("rit", "8")}),
    f"{KINDS}/dagprogramma/fields/places/type": w("text"),
    f"{KINDS}/dagprogramma/fields/places/labels": w(NONE, FULL),
    f"{KINDS}/verwerkersovereenkomst/phrases": w(NONE),
    f"{RULES}/reporting-code.present/document": w("verwerkersovereenkomst", NO_CODE),
    f"{RULES}/reporting-code.age/document": w("verwerkersovereenkomst"),
    f"{RULES}/reporting-code.age/field": w("holder"),
    f"{RULES}/reporting-code.age/years": w(1),
    f"{RULES}/reporting-code.age/counted_from": w(
        "requested_on", {CODE: nk.reporting_code("25 mei 2019")}, requested_on=date(2024, 5, 21)
    ),
    f"{RULES}/reporting-code.age/reading": w("two_years", {CODE: nk.reporting_code("12 januari 2022")}),
    f"{RULES}/reporting-code.age/readings/two_years/set/years": w(4),
    f"{RULES}/complaints.external/document": w("meldcode"),
    f"{RULES}/complaints.external/field": w("adopted_on"),
    f"{RULES}/complaints.external/one_of": w(["internal"]),
    f"{RULES}/transport.insured-amount/when/product": w(["dagbesteding"], {}, products=["dagbesteding"]),
    f"{RULES}/transport.insured-amount/document": w("meldcode"),
    f"{RULES}/transport.insured-amount/field": w("valid_until"),
    f"{RULES}/transport.insured-amount/at_least": w(3000000),
    f"{RULES}/transport.policy/when/product": w(["dagbesteding"], {}, products=["dagbesteding"]),
    f"{RULES}/transport.policy/document": w("meldcode", {POLICY: None}),
    f"{RULES}/transport.in-force/when/product": w(["dagbesteding"], {}, products=["dagbesteding"]),
    f"{RULES}/transport.in-force/document": w("meldcode"),
    f"{RULES}/transport.in-force/field": w("policyholder"),
    f"{RULES}/transport.in-force/not_expired": w(False, {POLICY: nk.policy(until="31 mei 2024")}),
    f"{RULES}/transport.policyholder/when/product": w(["dagbesteding"], {}, products=["dagbesteding"]),
    f"{RULES}/transport.policyholder/document": w("meldcode"),
    f"{RULES}/transport.policyholder/field": w("valid_until"),
    f"{RULES}/transport.policyholder/same_as": w("kvk"),
    f"{RULES}/emergency-response.present/when/has_locations": w(False),
    f"{RULES}/emergency-response.present/document": w("meldcode"),
    f"{RULES}/emergency-response.present/per": w("provider"),
    f"{RULES}/emergency-response.present/contact": w(["indirect"]),
    f"{RULES}/emergency-response.present/employment": w(["zzp"]),
    f"{RULES}/emergency-response.age/when/has_locations": w(False),
    f"{RULES}/emergency-response.age/document": w("meldcode"),
    f"{RULES}/emergency-response.age/per": w("provider"),
    f"{RULES}/emergency-response.age/contact": w(["indirect"]),
    f"{RULES}/emergency-response.age/field": w("born_on"),
    f"{RULES}/emergency-response.age/years": w(0, {BHV: nk.first_aid("1 juni 2023")}),
    f"{RULES}/day-programme.per-product/document": w("meldcode"),
    f"{RULES}/day-programme.per-product/per": w("provider"),
    f"{RULES}/day-programme.per-product/by": w("places"),
    f"{RULES}/day-programme.per-product/at_least": w(2),
    f"{RULES}/day-programme.per-product/at_most": w(
        1, {"organisatie/programma groep 2.pdf": nk.programme("Dagbesteding", "9")}
    ),
    f"{RULES}/day-programme.places/document": w("meldcode"),
    f"{RULES}/day-programme.places/field": w("product"),
    f"{RULES}/day-programme.places/at_most": w(7),
    f"{RULES}/processing-agreement.signed/document": w("meldcode"),
}


def test_every_parameter_has_a_witness() -> None:
    assert set(WITNESSES) == parameters(), sorted(set(WITNESSES) ^ parameters())


_BEFORE: dict[str, object] = {}
"""What the set as it is says of each of the dossiers: many witnesses share one."""


def before_of(folder: Path, changes: dict[str, bytes | None], stated: dict[str, object]) -> object:
    key = repr((sorted(changes.items()), sorted(stated.items())))
    if key not in _BEFORE:
        _BEFORE[key] = seen(folder, nk.SET, changes, stated)
    return _BEFORE[key]


def seen(folder: Path, set_: Path, changes: dict[str, bytes | None], stated: dict[str, object]) -> object:
    """What a dossier's findings say, and what becomes of the other readings."""
    files = {**nk.clean(), **changes}
    manifest = yaml.safe_load(files["dossier.yaml"] or b"") | stated
    files["dossier.yaml"] = yaml.safe_dump(manifest).encode()
    nk.write(folder, {name: content for name, content in files.items() if content is not None})
    ran = check(folder, "--requirements", set_, "--format", "json")
    if ran.code == 2:
        return REFUSED
    told = [(f["requirement"], f["subject"]["id"], f["outcome"], f["reason"]) for f in ran.json["findings"]]
    return sorted(map(str, told)), [[other["verdict"] for other in use["others"]] for use in ran.json["readings"]]


@pytest.mark.parametrize("path", sorted(WITNESSES))
def test_another_value_is_judged_otherwise(path: str, tmp_path: Path) -> None:
    to, changes, stated = WITNESSES[path]
    data: Any = deepcopy(OWN)
    *way, last = path.split("/")
    inner = data
    for key in way:
        inner = inner[key]
    inner[last] = to
    other = tmp_path / "set" / nk.SET.name
    other.parent.mkdir()
    other.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    before = before_of(tmp_path / "before", changes, stated)
    assert before != REFUSED
    assert before != seen(tmp_path / "after", other, changes, stated)
