"""For each parameter of the shipped sets a witness: a small dossier that is judged otherwise when it changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dossiercheck.actions import what_to_do
from dossiercheck.checks import Case, EmployeeRequirement
from dossiercheck.documents import Contact, ContractKind, Employment, Level, PersonnelTable
from dossiercheck.documents.personnel_table import recognise
from dossiercheck.facts import SealState
from dossiercheck.findings import Outcome, Reason
from dossiercheck.intake.statement import Statement
from dossiercheck.tender import Subtender, load_set
from tests.documents.table_samples import HEADERS, row, workbook
from tests.dossiers import ON, assigned, contract, diploma, dossier, fact, person, seal, vog
from tests.tender.witnesses_organisation import organisation

Path = tuple[str, ...]
"""Keys in the merged YAML; `*` stands for the items of a list."""
Seen = Callable[[Subtender], object]
"""What is seen with a set: a judgement, or how a table is read."""


@dataclass(frozen=True, kw_only=True)
class Witness:
    """`seen` differs once the value at `path` is `to`."""

    path: Path
    to: object
    seen: Seen


def witnesses() -> dict[Path, Witness]:
    found = [*_judged(), *_for_whom(), *_contract_kinds(), *_registers(), *_readings(), *_words(), *_later(), *_to_do()]
    found += organisation(_witness, _finding)
    return {witness.path: witness for witness in found}


def _finding(id_: str, people: Any, *, values: bool = False, **given: Any) -> Seen:
    """Outcome, reason, sentence and expiry of a requirement's findings about these people."""
    people = people if isinstance(people, tuple) else (people,)

    def seen(subtender: Subtender) -> object:
        built = dossier(*people, **given)
        case = Case(
            dossier=built,
            on=ON,
            products=subtender.products,
            set_products=subtender.products,
            sampled=None,
            expiring_days=subtender.header.expiring_days,
        )
        rule = next(r for r in subtender.requirements if r.id == id_)
        return [
            (f.outcome, f.reason, f.say, f.expiring, dict(f.values) if values else None) for f in rule.evaluate(case)
        ]

    return seen


def _witness(path: str, to: object, seen: Seen) -> Witness:
    """`path` with `/` between its keys: ids have dots."""
    return Witness(path=tuple(path.split("/")), to=to, seen=seen)


def _complete(**given: Any) -> Any:
    return person(diploma(), contract(), vog(), **given)


def _judged() -> list[Witness]:
    plain = _complete()
    office = {"contact": Contact.INDIRECT, "function": "receptionist"}
    trainee = {"employment": Employment.TRAINEE}
    hundred = tuple(person(number=str(n)) for n in range(1, 13))
    drawn = tuple(fact(str(n)) for n in range(1, 11))
    office_worker = person(number="2", **office)
    return [
        _witness("requirements/municipalities/allowed", ["Borne"],
                 _finding("municipalities", plain, statement=Statement(municipalities=("Almelo",)))),
        _witness("requirements/role/allowed", ["sub"], _finding("role", plain, statement=Statement(role="main"))),
        _witness("requirements/products.plus-needs-basis/product", "basis",
                 _finding("products.plus-needs-basis", plain, statement=Statement(products=("plus",)))),
        _witness("requirements/products.plus-needs-basis/needs", "plus",
                 _finding("products.plus-needs-basis", plain, statement=Statement(products=("plus",)))),
        _witness("requirements/main-tender/by", "T1", _finding("main-tender", plain, values=True)),
        _witness("requirements/bibob/by", "wij", _finding("bibob", plain, values=True)),
        _witness("requirements/personnel.table/layouts", ["ods"], _finding("personnel.table", plain)),
        _witness("requirements/personnel.table/number_column", "C", _finding("personnel.table", plain)),
        _witness("requirements/personnel.fields/required", ["contact"], _finding("personnel.fields", _complete(function=None))),
        _witness("requirements/personnel.sample/counted", "all",
                 _finding("personnel.sample", (person(number="1"), office_worker), sample=(fact("1"),))),
        _witness("requirements/personnel.sample/bands/*/up_to", {0: 12}, _finding("personnel.sample", hundred, sample=drawn)),
        _witness("requirements/personnel.sample/bands/*/size", {1: 11}, _finding("personnel.sample", hundred, sample=drawn)),
        _witness("requirements/diploma.present/not_yet", [], _finding("diploma.present", person(**trainee))),
        _witness("defaults/minimum/basis", "MBO-4",
                 _finding("diploma.level", person(diploma(level=fact(Level.MBO_3))))),
        _witness("defaults/minimum/plus", "HBO", _finding("diploma.level", person(diploma(), products=("plus",)))),
        _witness("defaults/rules/seal/organisation_ids", ["NTRNL-1"], _finding("diploma.duo-seal", plain)),
        _witness("defaults/rules/seal/organisations", ["Een ander"],
                 _finding("diploma.duo-seal", person(assigned(diploma(), seal=seal(organisation_id=""))))),
        _witness("defaults/programmes/care", ["wiskunde"], _finding("diploma.care-related", plain)),
        _witness("defaults/programmes/other", ["wiskunde"],
                 _finding("diploma.care-related", person(diploma(programme=fact("Kok"))))),
        _witness("defaults/functions/direct", ["wiskundige"],
                 _finding("vog.profile", person(contract(), vog(profiles=fact(("85",))), contact=Contact.INDIRECT))),
        _witness("defaults/functions/indirect", ["wiskundige"],
                 _finding("vog.profile", person(contract(function=fact("receptionist")), vog(profiles=fact(("85",)))))),
        _witness("requirements/contract.function/fillers", ["wiskundige"],
                 _finding("contract.function", person(contract(function=fact("senior begeleider")), function="junior begeleider"))),
        _witness("requirements/contract.function/akin", [["kok", "wiskundige"]],
                 _finding("contract.function", person(contract(function=fact("orthopedagoog")), function="gedragswetenschapper"))),
        _witness("requirements/contract.function/apart", ["wiskundige"],
                 _finding("contract.function", person(contract(function=fact("stagiair begeleider")), function="begeleider"))),
        _witness("requirements/contract.present/without", [],
                 _finding("contract.present", person(employment=Employment.OWNER))),
        _witness("requirements/contract.salary/never_failed", [],
                 _finding("contract.salary", person(contract(salary=None), **trainee))),
        _witness("requirements/vog.at-start/months", 1,
                 _finding("vog.at-start", person(vog(date(2023, 7, 1)), starts_on=date(2023, 9, 1)))),
        _witness("requirements/vog.at-start/renewal_after", 9,
                 _finding("vog.at-start", person(vog(date(2023, 7, 1)), starts_on=date(2019, 9, 1)))),
        _witness("requirements/vog.at-start/which_vog", "latest_only", _finding("vog.at-start", plain)),
        _witness("requirements/vog.max-age/years", 2, _finding("vog.max-age", person(vog(date(2022, 1, 1))))),
        _witness("requirements/vog.max-age/months", 6, _finding("vog.max-age", person(vog(date(2021, 1, 1))))),
        _witness("requirements/vog.max-age/counted_from", "requested_on",
                 _finding("vog.max-age", person(vog(date(2021, 3, 1))), statement=Statement(requested_on=date(2024, 2, 1)))),
        _witness("requirements/vog.profile/direct", ["84"], _finding("vog.profile", plain)),
        _witness("requirements/vog.profile/indirect", ["41"],
                 _finding("vog.profile", person(vog(profiles=fact(("85",))), **office))),
        _witness("requirements/vog.profile/only_together/86", "11",
                 _finding("vog.profile", person(vog(profiles=fact(("86", "11"))), **office))),
        _witness("expiring_days", 30, _finding("vog.max-age", person(vog(date(2021, 8, 1))))),
    ]  # fmt: skip


def _for_whom() -> list[Witness]:
    """Every requirement about employees: for which employment and which contact it holds."""
    found = []
    for rule in load_set("twente-t77948").requirements:
        if isinstance(rule, EmployeeRequirement):
            seen = _finding(rule.id, _complete())
            found.append(_witness(f"requirements/{rule.id}/employment", ["vrijwilliger"], seen))
            found.append(_witness(f"requirements/{rule.id}/contact", ["geen"], seen))
    return found


def _contract_kinds() -> list[Witness]:
    fitting = {
        Employment.EMPLOYED: ContractKind.EMPLOYMENT,
        Employment.HIRED: ContractKind.SECONDMENT,
        Employment.SELF_EMPLOYED: ContractKind.ASSIGNMENT,
        Employment.TRAINEE: ContractKind.TRAINEESHIP,
        Employment.VOLUNTEER: ContractKind.VOLUNTEER,
        Employment.OWNER: ContractKind.EMPLOYMENT,
    }
    return [
        _witness(
            f"requirements/contract.present/kinds/{employment}",
            ["uitzend"],
            _finding("contract.present", person(contract(kind=fact(kind)), employment=employment)),
        )
        for employment, kind in fitting.items()
    ]


def _registers() -> list[Witness]:
    """Plain papers without a seal, by year and institution."""

    def paper(year: int, institution: str, level: Level = Level.MBO_4) -> Seen:
        old = diploma(
            awarded_on=fact(date(year, 7, 1)),
            institution=fact(institution),
            level=fact(level),
            register_extract=False,
        )
        return _finding("diploma.pre-register", person(assigned(old, seal=seal(SealState.NONE))))

    return [
        _witness("defaults/rules/registers/*/levels", {1: ["MBO-1"]}, paper(2004, "ROC van Verzonnen")),
        _witness("defaults/rules/registers/*/since", {1: 2000}, paper(2004, "ROC van Verzonnen")),
        _witness("defaults/rules/registers/*/private_since", {1: 2009}, paper(2010, "NCOI")),
        _witness("defaults/rules/funded_institutions", ["Academie"], paper(2010, "ROC van Verzonnen")),
        _witness("defaults/rules/private_institutions", ["Academie"], paper(2010, "Hogeschool NCOI", Level.HBO)),
    ]


def _read_as(name: str, seen: Seen) -> Seen:
    """What is seen in a reading that is not used."""

    def otherwise(subtender: Subtender) -> object:
        used = {other.id: other for other in subtender.alternatives if other.reading == name}
        return seen(replace(subtender, requirements=tuple(used.get(r.id, r) for r in subtender.requirements)))

    return otherwise


def _readings() -> list[Witness]:
    """Each reading is another one when it is used, and what it sets is what is judged by."""
    fifty = tuple(person(number=str(n)) for n in range(1, 51))
    sample = _finding("personnel.sample", fifty, sample=tuple(fact(str(n)) for n in range(1, 21)))
    mixed = (person(number="1"), person(number="2", contact=Contact.INDIRECT))
    counted = _finding("personnel.sample", mixed, sample=(fact("1"),))
    long_ago = _finding(
        "vog.at-start", person(vog(date(2019, 8, 1)), vog(date(2023, 8, 1)), starts_on=date(2019, 9, 1))
    )
    minors = _finding(
        "vog.profile", person(vog(profiles=fact(("84",))), contact=Contact.INDIRECT, function="receptionist")
    )
    return [
        _witness("requirements/personnel.sample/reading", "higher_band", sample),
        _witness("requirements/personnel.sample/readings/higher_band/set/bands", [{"size": 20}], _read_as("higher_band", sample)),
        _witness("requirements/personnel.sample/readings/everybody_counted/set/counted", "direct", _read_as("everybody_counted", counted)),
        _witness("requirements/vog.at-start/reading", "one_for_both", long_ago),
        _witness("requirements/vog.at-start/readings/one_for_both/set/which_vog", "first_and_latest", _read_as("one_for_both", long_ago)),
        _witness("requirements/vog.at-start/readings/latest_only/set/which_vog", "first_and_latest", _read_as("latest_only", long_ago)),
        _witness("requirements/vog.profile/reading", "as_printed", minors),
        _witness("requirements/vog.profile/readings/as_printed/set/indirect", ["84"], _read_as("as_printed", minors)),
    ]  # fmt: skip


def _words() -> list[Witness]:
    """A word that the set does not know yet, in a cell or a header: once it is added, it is understood."""
    words = load_set("twente-t77948").header
    found = [
        _witness(f"table/headers/{field}", ["Zandloper"], read_cell(field, header="Zandloper"))
        for field in words.table.headers
    ]
    found += [
        _witness(f"table/{column}/{value}", ["zandloper"], read_cell(field, **{letter: "zandloper"}))
        for column, field, letter, values in (
            ("employment", "employment", "J", words.table.employment),
            ("contact", "contact", "K", words.table.contact),
            ("level", "level", "Q", words.table.level),
        )
        for value in values
    ]
    found += [
        _witness(f"products/{product}/aliases", ["zandloper"], read_cell("products", L="zandloper"))
        for product in words.products
    ]
    found += [
        _witness("table/no_end", ["zandloper"], read_cell("ends_on", N="zandloper")),
        _witness("table/required", ["number"], _missing_columns),
        _witness("table/number_column", "C", _numbers_without_a_header),
    ]
    return found


def _table(subtender: Subtender, headers: list[Any], values: list[Any]) -> PersonnelTable | None:
    claim = recognise("personeelstabel.xlsx", workbook([headers, values]), subtender.vocabulary.table)
    return claim.paper if claim is not None and isinstance(claim.paper, PersonnelTable) else None


def read_cell(field: str, *, header: str = "", **cells: object) -> Seen:
    """What is read in a field, with one header or some cells (by letter) replaced."""
    standard = [*HEADERS]
    values = row(**{"S": date(2020, 1, 1), "E": "Jong", "N": date(2030, 1, 1), **cells})
    if field == "name":
        standard[2:7] = [header, None, None, None, None]
    elif header:
        order = ["department", "number", "surname", "prefix", "birth_name", "initials", "given_name", "born_on", "function",
                 "employment", "contact", "products", "starts_on", "ends_on", "hours_per_week", "programme", "level",
                 "vog_on", "in_service_since"]  # fmt: skip
        standard[order.index(field)] = header
    if field == "number":  # away from column B, where it is found without its header
        standard, values = ["Regel", "Soort", *standard[1:]], ["1", "x", *values[1:]]

    def seen(subtender: Subtender) -> object:
        table = _table(subtender, standard, values)
        if table is None:
            return None
        (employee,) = table.employees
        if field == "name":
            return employee.surname
        found = getattr(employee, field)
        return found.value if found else None, [p.say for p in employee.problems], table.number_column

    return seen


def _missing_columns(subtender: Subtender) -> object:
    table = _table(subtender, [*HEADERS[:8], None, *HEADERS[9:]], row(I=None))
    return table and table.missing_columns


def _numbers_without_a_header(subtender: Subtender) -> object:
    headers = ["Afdeling", None, None, *HEADERS[2:]]
    table = _table(subtender, headers, ["Noord", "12", "34", *row()[2:]])
    return table and [employee.number.value if employee.number else None for employee in table.employees]


def _to_do() -> list[Witness]:
    """What is proposed for a finding that an action settles: another lead, another action, once or for each."""
    found = []
    subtender = load_set("twente-t77948")
    for key, action in subtender.header.actions.items():
        seen = _proposed(action.settles[0])
        found += [
            _witness(f"actions/{key}/lead", {"weeks": 99}, seen),
            _witness(f"actions/{key}/once", not action.once, seen),
            _witness(f"actions/{key}/settles", ["files.unique"], seen),
        ]
    return found


def _proposed(settled: str) -> Seen:
    id_, _, reason = settled.partition("/")

    def seen(subtender: Subtender) -> object:
        rule = next(r for r in subtender.requirements if r.id == id_)
        given = Reason(reason) if reason else Reason.MISSING
        finding = rule.finding(Outcome.NOT_MET, "vog-missing", reason=given)
        return [(action.key, action.lead_minutes, action.once) for action in what_to_do([finding], subtender)]

    return seen


def _later() -> list[Witness]:
    """What is not judged yet keeps a report from being complete, as long as it is named."""
    return [
        _witness(f"not_yet/{id_}", None, lambda subtender: [info.id for info in subtender.not_checked])
        for id_ in load_set("twente-t77948").header.not_yet
    ]
