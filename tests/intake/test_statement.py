"""`dossier.yaml`: every word is text, and whatever is wrong is named with its line and key."""

from datetime import date
from pathlib import Path

import pytest

from dossiercheck.intake import Statement, StatementResult, open_dossier, read_statement


def read(folder: Path, text: str | bytes, name: str = "dossier.yaml") -> StatementResult:
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    with open_dossier(folder) as opened:
        return read_statement(opened)


WHOLE = """
requirements: twente-t77948        # id
provider: {name: Zorg Voorbeeld B.V., kvk: 01234567, iban: NL91ABNA0417164300}
role: main
products: [basis, Plus]
municipalities: [Almelo, NO]
requested_on: 2024-05-21
submitted_on: 30 mei 2024
subcontractors: [Naam B.V., "Zus, Zo & Co"]
has_locations: true
quality_certificate: NO
headcount: 12
sample: [3, 007, 12]
declarations: {"1.1": ja, 1.20: nee}
"""


def test_the_whole_format(tmp_path: Path) -> None:
    result = read(tmp_path, WHOLE)
    assert result.problems == ()
    assert result.file == "dossier.yaml"
    assert result.statement == Statement(
        requirements="twente-t77948",
        provider_name="Zorg Voorbeeld B.V.",
        kvk="01234567",
        iban="NL91ABNA0417164300",
        role="main",
        products=("basis", "plus"),
        municipalities=("Almelo", "NO"),
        requested_on=date(2024, 5, 21),
        submitted_on=date(2024, 5, 30),
        subcontractors=("Naam B.V.", "Zus, Zo & Co"),
        has_locations=True,
        quality_certificate=False,
        headcount=12,
        sample=("3", "007", "12"),
        declarations=(("1.1", True), ("1.20", False)),
    )


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("requested_on: 21-05-2024", "requested_on", date(2024, 5, 21)),
        ("has_locations: Ja", "has_locations", True),
        ("has_locations: nee", "has_locations", False),
        ("has_locations: False", "has_locations", False),
        ("role: onderaannemer", "role", "sub"),
        ("products: basis, plus", "products", ("basis", "plus")),
        ("sample: 7", "sample", ("7",)),
        ("sample: 12:30", "sample", ("12:30",)),
        ("subcontractors: []", "subcontractors", ()),
        ("subcontractors:", "subcontractors", None),
        ("provider:", "kvk", None),
        ("provider: {kvk: 0x10}", "kvk", "0x10"),
        ("headcount: 012", "headcount", 12),
    ],
)
def test_values(tmp_path: Path, line: str, field: str, value: object) -> None:
    result = read(tmp_path, line)
    assert result.problems == ()
    assert getattr(result.statement, field) == value


@pytest.mark.parametrize(
    ("text", "line", "key", "say", "values"),
    [
        ("role: main\nprovder: x", 2, "provder", "statement-unknown-key", {"did_you_mean": "provider"}),
        ("provider:\n  kvknr: 1", 2, "provider.kvknr", "statement-unknown-key", {"allowed": ("name", "kvk", "iban")}),
        ("qqq: 1", 1, "qqq", "statement-unknown-key", {"did_you_mean": None}),
        ("role: main\nrole: sub", 2, "role", "statement-duplicate-key", {"first_line": 1}),
        ("role: baas", 1, "role", "statement-not-allowed", {"found": "baas", "allowed": ("main", "sub")}),
        ("has_locations: misschien", 1, "has_locations", "statement-not-allowed", {"found": "misschien"}),
        ("requested_on: 2024-02-30", 1, "requested_on", "statement-bad-date", {"found": "2024-02-30"}),
        ("requested_on: [2024-02-01]", 1, "requested_on", "statement-wants-text", {"found": "[2024-02-01]"}),
        ("headcount: twaalf", 1, "headcount", "statement-bad-number", {"found": "twaalf"}),
        ("headcount: 0", 1, "headcount", "statement-bad-number", {"found": "0"}),
        ("headcount: -3", 1, "headcount", "statement-bad-number", {"found": "-3"}),
        ("products: {basis: ja}", 1, "products", "statement-wants-list", {"found": "{…}"}),
        ("provider: Zorg B.V.", 1, "provider", "statement-wants-mapping", {"found": "Zorg B.V."}),
        ("- a\n- b", 1, "", "statement-wants-mapping", {"found": "[a, b]"}),
        ("declarations: {'1.1': ja, '1.1': nee}", 1, "declarations", "statement-duplicate-answer", {"found": "1.1"}),
        ("declarations: {'1.1': soms}", 1, "declarations", "statement-not-allowed", {"found": "soms"}),
        ("role: [", 2, "", "statement-not-yaml", {}),
        ("role: 'main", 1, "", "statement-not-yaml", {}),
        ("role: a\x07b", None, "", "statement-not-yaml", {}),
        ("a: &x [1]\nb: *x", 2, "", "statement-alias", {}),
        ("[" * 5000, 1, "", "statement-too-deep", {}),
        ("role: main\n" + "#" * 70_000, None, "", "statement-too-large", {"limit_kib": 64}),
    ],
)
def test_what_is_wrong_is_named(
    tmp_path: Path, text: str, line: int | None, key: str, say: str, values: dict[str, object]
) -> None:
    result = read(tmp_path, text)
    (problem,) = result.problems
    assert (problem.file, problem.line, problem.key, problem.say) == ("dossier.yaml", line, key, say)
    assert {name: problem.values[name] for name in values} == values
    assert {"file", "line", "key"} <= set(problem.values)


def test_what_is_right_stands_beside_what_is_wrong(tmp_path: Path) -> None:
    result = read(tmp_path, "role: baas\nheadcount: 12\nrequested_on: gisteren")
    assert result.statement == Statement(headcount=12)
    assert [problem.line for problem in result.problems] == [1, 3]


@pytest.mark.parametrize("text", ["", "\n# niets\n", "~", "{}", "---\n"])
def test_an_empty_file_states_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.pdf").write_bytes(b"x")
    assert read(tmp_path, text) == StatementResult(file="dossier.yaml")


def test_without_a_file_nothing_is_stated(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "dossier.yaml").write_text("role: main")
    with open_dossier(tmp_path) as opened:
        assert read_statement(opened) == StatementResult()


def test_two_files_are_one_too_many(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text("role: sub")
    result = read(tmp_path, "role: main", "DOSSIER.YML")
    assert result.statement.role == "sub"
    assert [(problem.file, problem.say) for problem in result.problems] == [("DOSSIER.YML", "statement-ignored-file")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    assert read(tmp_path, "municipalities: [Süd]".encode(encoding)).statement.municipalities == ("Süd",)


def test_long_values_are_shortened_in_problems(tmp_path: Path) -> None:
    (problem,) = read(tmp_path, "role: " + "x" * 500).problems
    assert len(str(problem.values["found"])) == 60
