"""`init` lays out a dossier that `check` reads back; `sample` draws what anybody can draw again."""

import hashlib
import io
from datetime import date

import openpyxl
import pytest
import yaml

from dossiercheck.fresh import draw, drawn_rows, read_drawn
from dossiercheck.fresh.drawing import rank
from dossiercheck.tender import load_set, schema_folder
from tests import papers
from tests.dossiers import person
from tests.tender.set_files import HEAD, write
from tests.whole import SAMPLES, check, dossiercheck

PERSONNEL = "personeelstabel.xlsx"


def book(path):
    return openpyxl.load_workbook(path)


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fresh") / "dossier"
    ran = dossiercheck("init", folder, "--lang", "nl")
    assert ran.code == 0, ran.err
    return folder


def test_everything_of_a_dossier_is_there(laid_out):
    found = {p.relative_to(laid_out).as_posix() for p in laid_out.rglob("*")}
    assert found == {
        "dossier.yaml",
        PERSONNEL,
        "personeel",
        "organisatie",
        "locaties",
        "locaties/overzicht-locaties.xlsx",
    }


def test_check_reads_it_back_as_a_table_without_rows(laid_out):
    report = check(laid_out, "--format", "json").json
    kinds = {d["file"]: d["kind"] for d in report["documents"]}
    assert kinds == {
        "dossier.yaml": "manifest",
        PERSONNEL: "personnel-table",
        "locaties/overzicht-locaties.xlsx": "location-overview",
    }
    table = next(f for f in report["findings"] if f["requirement"] == "personnel.table")
    assert (table["code"], report["requirements"]["id"]) == ("table-empty", "twente-t77948")
    assert not any("Uitleg" in str(f["evidence"]) for f in report["findings"])
    assert not [f for f in report["findings"] if f["requirement"] == "files.readable"]


def test_every_line_of_dossier_yaml_can_be_uncommented(laid_out):
    text = (laid_out / "dossier.yaml").read_text("utf-8")
    assert yaml.safe_load(text) == {"requirements": "twente-t77948"}
    filled = "\n".join(line.removeprefix("#") for line in text.splitlines() if not line.startswith("# "))
    stated = yaml.safe_load(filled)
    assert {"provider", "role", "products", "municipalities", "has_locations", "declarations", "headcount"} <= set(
        stated
    )
    (laid_out / "dossier.yaml").write_text(filled, "utf-8")
    report = check(laid_out, "--format", "json").json
    (laid_out / "dossier.yaml").write_text(text, "utf-8")
    assert not [f for f in report["findings"] if f["subject"]["id"] == "dossier.yaml"]


def test_the_table_has_its_columns_drop_downs_and_date_cells(laid_out):
    sheet = book(laid_out / PERSONNEL).worksheets[0]
    headers = {cell.value: cell.column_letter for cell in sheet[4] if cell.value}
    words = load_set("twente-t77948").header.table
    assert headers["Nr."] == "B" and len(headers) == len([h for h in words.headers if h != "name"])
    rules = {str(rule.sqref).split(":")[0].rstrip("0123456789"): rule for rule in sheet.data_validations.dataValidation}
    assert rules[headers["Dienstverband"]].formula1 == '"loondienst,inhuur,zzp,stagiair,vrijwilliger,eigenaar"'
    assert rules[headers["Geboortedatum"]].type == "date"
    assert sheet[f"{headers['Geboortedatum']}9"].number_format == "dd-mm-yyyy" and sheet["B9"].number_format == "@"
    explained = [row[0].value for row in book(laid_out / PERSONNEL).worksheets[1].iter_rows()]
    assert len(explained) == len(headers) and explained[1].startswith("Kolom B, ‘Nr.’ (verplicht)")


def test_a_filled_in_row_is_read_as_an_employee(laid_out, tmp_path):
    filled = book(laid_out / PERSONNEL)
    sheet = filled.worksheets[0]
    at = {cell.value: cell.column for cell in sheet[4]}
    for header, value in {"Nr.": "007", "Achternaam": "Wit", "Voorletters": "J.", "Functie": "begeleider", "Dienstverband": "loondienst",
                          "Cliëntcontact": "direct", "Begindatum overeenkomst": date(2023, 9, 1)}.items():  # fmt: skip
        sheet.cell(5, at[header], value)
    out = io.BytesIO()
    filled.save(out)
    (tmp_path / PERSONNEL).write_bytes(out.getvalue())
    report = check(tmp_path, "--requirements", "twente-personnel", "--format", "json").json
    assert {f["subject"]["id"] for f in report["findings"] if f["subject"]["kind"] == "employee"} == {"007"}
    assert next(f for f in report["findings"] if f["requirement"] == "personnel.table")["outcome"] == "met"


def test_the_words_and_columns_are_the_set_s_own(tmp_path):
    other = write(tmp_path, HEAD + "table: {number_column: D, headers: {number: [Kenmerk]}}\n")
    assert dossiercheck("init", tmp_path / "d", "--requirements", other).code == 0
    sheet = book(tmp_path / "d" / PERSONNEL).worksheets[0]
    assert sheet["D4"].value == "Kenmerk"


def test_nothing_is_written_over(laid_out):
    before = {p: p.read_bytes() for p in laid_out.rglob("*") if p.is_file()}
    ran = dossiercheck("init", laid_out, "--lang", "nl")
    assert ran.code == 2 and "staat al" in ran.err
    assert {p: p.read_bytes() for p in laid_out.rglob("*") if p.is_file()} == before


# the sample


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    """Thirty employees with direct contact and one without."""
    rows = [
        {"Nr.": f"{n:03}", "Achternaam": f"Verzonnen{n}", "Voorletters": "A.", "Functie": "begeleider", "Dienstverband": "loondienst",
         "Cliëntcontact": "direct" if n < 31 else "geen", "Begindatum overeenkomst": date(2023, 9, 1)}
        for n in range(1, 32)
    ]  # fmt: skip
    file = tmp_path_factory.mktemp("table") / PERSONNEL
    file.write_bytes(papers.personnel_table(rows, provider="Zorg Voorbeeld B.V."))
    return file


def draw_to(file, table, *arguments):
    return dossiercheck("sample", table, "--requirements", "twente-personnel", "--output", file, *arguments)


def numbers_of(file):
    return [line.split(";")[0] for line in file.read_text("utf-8-sig").splitlines()[1:] if not line.startswith(";")]


def test_drawn_by_the_bands_and_the_same_for_the_same_seed(table, tmp_path):
    files = [tmp_path / f"steekproef{n}.csv" for n in range(3)]
    for file, seed in zip(files, ("7", "7", "8"), strict=True):
        assert draw_to(file, table, "--seed", seed).code == 0
    one, again, other = map(numbers_of, files)
    assert len(one) == 20 and one == again and one != other and "031" not in one
    assert files[0].read_bytes() == files[1].read_bytes()


def test_drawn_as_the_documentation_says(table):
    """By hand, from nothing but the file, the seed and the numbers."""
    digest = hashlib.sha256(table.read_bytes()).hexdigest()
    numbers = [f"{n:03}" for n in range(1, 31)]
    keys = {n: hashlib.sha256(f"dossiercheck-sample/1\n{digest}\nzaad\n{n}".encode()).hexdigest() for n in numbers}
    out = dossiercheck("sample", table, "--seed", "zaad", "--requirements", "twente-personnel").out
    assert sorted(line.split(";")[0] for line in out.splitlines()[1:]) == sorted(
        sorted(numbers, key=keys.__getitem__)[:20]
    )


def test_this_draw_never_changes():
    assert (
        rank("7", seed="zaad", table_sha256="0" * 64)
        == hashlib.sha256(b"dossiercheck-sample/1\n" + b"0" * 64 + b"\nzaad\n7").hexdigest()
    )
    people = [person(number=str(n)) for n in range(1, 13)]
    drawn = draw(people, 4, seed="zaad", table_sha256="0" * 64, requirements="x 1")
    assert drawn.numbers == ("3", "5", "8", "9")
    assert read_drawn(drawn_rows(drawn)) == (drawn.numbers, "zaad", "0" * 64)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_provider_verifies_it_and_check_takes_it(table, tmp_path, ending):
    file = tmp_path / f"steekproef.{ending}"
    assert draw_to(file, table, "--seed", "7").code == 0
    verify = dossiercheck("sample", table, "--requirements", "twente-personnel", "--verify", file, "--lang", "nl")
    assert (verify.code, verify.out.startswith("Klopt")) == (0, True)
    (tmp_path / PERSONNEL).write_bytes(table.read_bytes())
    report = check(tmp_path, "--requirements", "twente-personnel", "--format", "json").json
    sample = next(f for f in report["findings"] if f["requirement"] == "personnel.sample")
    assert (sample["outcome"], sample["code"]) == ("met", "sample-right")


def test_a_sample_that_was_changed_or_of_another_table_is_not_verified(table, tmp_path):
    file = tmp_path / "steekproef.csv"
    draw_to(file, table, "--seed", "7")
    drawn = numbers_of(file)
    left_out = next(f"{n:03}" for n in range(1, 31) if f"{n:03}" not in drawn)
    text = file.read_text("utf-8-sig")
    file.write_text(text.replace(f"\n{drawn[0]};", f"\n{left_out};"), "utf-8")
    args = "--requirements", "twente-personnel", "--lang", "en"
    assert dossiercheck("sample", table, *args, "--verify", file).code == 1
    file.write_text(text.replace("sha256: ", "sha256: 0"), "utf-8")
    ran = dossiercheck("sample", table, *args, "--verify", file)
    assert ran.code == 1 and "another table" in ran.err
    file.write_text("nr\n1\n", "utf-8")
    assert "does not say how" in dossiercheck("sample", table, *args, "--verify", file).err


def test_what_cannot_be_drawn_from_is_said(tmp_path):
    twice = SAMPLES / "table-duplicate-number"
    ran = dossiercheck("sample", twice, "--requirements", "twente-personnel", "--lang", "en")
    assert ran.code == 2 and "number of their own" in ran.err
    ran = dossiercheck("sample", SAMPLES / "table-missing", "--requirements", "twente-personnel", "--lang", "en")
    assert ran.code == 2 and "No personnel table" in ran.err
    existing = tmp_path / "steekproef.csv"
    existing.write_text("x")
    ran = dossiercheck("sample", SAMPLES / "clean", "--requirements", "twente-personnel", "--output", existing)
    assert ran.code == 2 and existing.read_text() == "x"
    assert dossiercheck("sample", SAMPLES / "clean", "--seed", "", "--requirements", "twente-personnel").code == 2


def test_without_a_seed_one_is_made_and_written_down(table):
    args = "sample", table, "--requirements", "twente-personnel"
    seeds = {
        next(line for line in dossiercheck(*args).out.splitlines() if "seed: " in line).split("seed: ")[1]
        for _ in range(2)
    }
    assert len(seeds) == 2


def test_a_set_of_ones_own_is_named_with_its_file(tmp_path):
    set_ = schema_folder() / "examples" / "noordkust-dagbesteding.yaml"
    ran = dossiercheck("init", tmp_path / "map", "--requirements", set_, "--lang", "nl")
    assert ran.code == 0 and f"--requirements {set_}" in ran.err
    assert "--requirements" not in dossiercheck("init", tmp_path / "ander", "--lang", "nl").err
    ran = dossiercheck("check", tmp_path / "map", "--lang", "nl")
    assert ran.code == 2 and "noordkust-dagbesteding" in ran.err and "--requirements ID of BESTAND" in ran.err
