"""Dutch names: married, prefixed, abbreviated, misspelled; and the ones that must never be merged."""

from datetime import date

import pytest

from dossiercheck.documents.model import Employee
from dossiercheck.facts import Fact, Place
from dossiercheck.people.model import Grade
from dossiercheck.people.names import match_name

HERE = Place(file="personeelstabel.xlsx", cell="Blad1!B2")
BORN = date(1980, 2, 3)
EXACT, BY_RULE, DOUBTFUL, DIFFERENT = Grade.EXACT, Grade.BY_RULE, Grade.DOUBTFUL, Grade.DIFFERENT


def row(surname, prefix="", birth="", initials="", given="", born=BORN):
    def fact(value):
        return Fact(value=value, place=HERE) if value else None

    return Employee(
        place=HERE, number=fact("1"), surname=fact(surname), prefix=fact(prefix), birth_name=fact(birth),
        initials=fact(initials), given_name=fact(given), born_on=fact(born),
    )  # fmt: skip


WIT = row("Wit", "de", initials="A.M.", given="Anna")
MARRIED = row("Velzen-de Wit", "van", birth="de Wit", initials="A.M.", given="Anneke")


@pytest.mark.parametrize(
    ("employee", "printed", "without", "agreeing"),
    [
        # as in the table
        (WIT, "Anna de Wit", EXACT, EXACT),
        (WIT, "A.M. de Wit", EXACT, EXACT),
        (WIT, "DE WIT, A.M.", EXACT, EXACT),
        (WIT, "Wit, de, Anna", EXACT, EXACT),
        (WIT, "mevr. drs. A.M. de Wit MSc", EXACT, EXACT),
        # initials and more or fewer first names
        (WIT, "Anna Maria de Wit", BY_RULE, BY_RULE),
        (WIT, "A. de Wit", BY_RULE, BY_RULE),
        (WIT, "AM de Wit", EXACT, EXACT),
        (WIT, "Anna M. de Wit", BY_RULE, BY_RULE),
        (row("Berg", "van den", initials="T.P.I."), "Theo Philip IJsbrand van den Berg", BY_RULE, BY_RULE),
        (row("Berg", "van den", initials="T.P."), "Th.Ph. van den Berg", EXACT, EXACT),
        (row("Belle", initials="A.B.", given="Anne-Fleur"), "Anne-Fleur Bea Belle", BY_RULE, BY_RULE),
        (row("Kamp", initials="H.J.", given="Henk-Jan"), "Hendrik Jan Kamp", BY_RULE, BY_RULE),
        (row("Kamp", given="Henk-Jan"), "Hendrik Jan Kamp", DOUBTFUL, BY_RULE),
        (row("Kamp", given="Henk-Jan"), "Hendrik Piet Kamp", DOUBTFUL, DOUBTFUL),
        # prefixes lead, trail, are missing or abbreviated
        (WIT, "Wit Anna de", EXACT, EXACT),
        (WIT, "Anna Wit", BY_RULE, BY_RULE),
        (WIT, "Anna den Wit", DOUBTFUL, BY_RULE),
        (row("Berg", "van den", initials="J."), "J. v.d. Berg", BY_RULE, BY_RULE),
        (row("Berg", "v/d", initials="J."), "J. van der Berg", BY_RULE, BY_RULE),
        (row("Van den Berg", initials="J."), "J. van den Berg", BY_RULE, BY_RULE),
        (row("Veld", "in 't", initials="J.", given="Jan"), "Jan in ’t Veld", EXACT, EXACT),
        (row("Vandenberg", initials="J.", given="Jan"), "Jan van den Berg", BY_RULE, BY_RULE),
        # married names
        (MARRIED, "Anneke van Velzen-de Wit", EXACT, EXACT),
        (MARRIED, "Anneke de Wit", BY_RULE, BY_RULE),
        (MARRIED, "A.M. de Wit-van Velzen", BY_RULE, BY_RULE),
        (MARRIED, "A.M. van Velzen", BY_RULE, BY_RULE),
        (MARRIED, "Anna Maria de Wit", BY_RULE, BY_RULE),
        (MARRIED, "Anneke Bakker-de Wit", DOUBTFUL, BY_RULE),
        (row("Velzen", "van", initials="A.M."), "A.M. van Velzen geb. de Wit", EXACT, EXACT),
        (row("Wit", "de", initials="A.M."), "A.M. de Wit e/v Van Velzen", EXACT, EXACT),
        (row("Velzen", "van", initials="A.M.", given="Anna"), "Anna de Wit", DIFFERENT, DOUBTFUL),
        # letters with marks, ij and y
        (row("Özil", initials="M.", given="Mesut"), "MESUT OZIL", EXACT, EXACT),
        (row("Müller", initials="K.", given="Karin"), "Karin Mueller", EXACT, EXACT),
        (row("Łukaszewski", initials="P.", given="Paweł"), "Pawel Lukaszewski", EXACT, EXACT),
        (row("Yıldız", initials="E.", given="Elif"), "Elif Yildiz", EXACT, EXACT),
        (row("Bruijn", "de", initials="E.", given="Elif"), "Elif de Bruyn", DOUBTFUL, BY_RULE),
        # thin strokes that a scan's reader miscounts
        (row("Illing", given="Renée"), "Renée ling", DOUBTFUL, BY_RULE),
        (row("Eijnden", "van den", given="Saïd"), "Saïd van den Ejnden", DOUBTFUL, BY_RULE),
        (row("Bijl", given="Renée"), "Renée Bal", DIFFERENT, DOUBTFUL),
        (row("Müller", initials="J.", given="Jürgen"), "Juergen Mueller", EXACT, EXACT),
        (row("Mueller", initials="J.", given="Juergen"), "Jürgen Müller", EXACT, EXACT),
        (row("Jansen, A.M."), "A.M. Jansen", EXACT, EXACT),
        (row("Velzen", "van", birth="Wit, de", initials="A"), "Anna de Wit", BY_RULE, BY_RULE),
        (row("Groß", initials="E.", given="Elif"), "Elif Gross", EXACT, EXACT),
        # call names, slips, nothing but a surname
        (WIT, "Anneke de Wit", DOUBTFUL, BY_RULE),
        (row("Smit", initials="J.", given="Jan"), "Johannes Smit", DOUBTFUL, BY_RULE),
        (row("Bakker", initials="A.", given="Anna"), "Anna Bekker", DOUBTFUL, BY_RULE),
        (row("Bakker", initials="A.", given="Fatima"), "Fatlma Bakker", DOUBTFUL, BY_RULE),
        (WIT, "mevrouw De Wit", DOUBTFUL, BY_RULE),
        (WIT, "C.J. (Anna) de Wit", DIFFERENT, DOUBTFUL),
        # brothers, sisters, namesakes of half a name
        (WIT, "Peter de Wit", DIFFERENT, DOUBTFUL),
        (WIT, "A.P. de Wit", DIFFERENT, DOUBTFUL),
        (row("Vries", "de", initials="J.", given="Jan"), "Johanna de Vries", DIFFERENT, DOUBTFUL),
        (row("Vries", "de", initials="J.", given="Jan"), "Jan de Boer", DIFFERENT, DOUBTFUL),
        (row("Thomas", initials="P.", given="Peter"), "Thomas Peter", DOUBTFUL, BY_RULE),
        (WIT, "Anna Petra de Wit", DOUBTFUL, BY_RULE),
        (WIT, "", DIFFERENT, DIFFERENT),
        (WIT, "1234 --- ...", DIFFERENT, DIFFERENT),
    ],
)  # fmt: skip
def test_grades(employee, printed, without, agreeing):
    assert match_name(employee, printed).grade is without
    assert match_name(employee, printed, BORN).grade is agreeing


@pytest.mark.parametrize("printed", ["Anna de Wit", "A.M. de Wit", "Anneke de Wit", "De Wit"])
def test_another_birth_date_is_another_person(printed):
    match = match_name(WIT, printed, date(1955, 11, 30))
    assert (match.grade, match.birth_date) == (DIFFERENT, False)


@pytest.mark.parametrize("slip", [date(1980, 3, 2), date(1980, 2, 8), date(1908, 2, 3), date(1981, 2, 3)])
def test_a_digit_astray_leaves_doubt(slip):
    assert match_name(WIT, "Anna de Wit", slip).grade is DOUBTFUL


@pytest.mark.parametrize(("a", "b"), [("Jan", "Jaap"), ("Anna", "Alice"), ("Mark", "Marloes"), ("Sanne", "Saskia")])
def test_twins_are_not_merged(a, b):
    assert match_name(row("Vries", "de", initials=a[0], given=a), f"{b} de Vries", BORN).grade is DOUBTFUL


def test_hostile_names_are_harmless():
    for text in ("a" * 100_000, "van " * 5000, "- " * 500, "(" * 300, "\u202e\u0000\ud800", "v.d." * 400, "A." * 999):
        assert match_name(WIT, text).grade is DIFFERENT


def test_rules_are_named():
    assert match_name(MARRIED, "A. de Wit").rule == "birth_name+initials"
    assert match_name(WIT, "Anneke de Wit", BORN).rule == "call_name+birth_date"
