"""A letter that makes somebody's contract without the words of one: for a person, never 'missing'."""

import pytest

from dossiercheck.documents import Kind, Unrecognised, Vocabulary, recognise
from dossiercheck.readers.content import Line, Page, PdfContent, Span

LETTER = (
    "Beste Noor Aalbers,\nWat fijn dat je bij ons komt! We spreken het volgende met je af.\n"
    "Je begint op 2 april 2024. Je contract loopt af op 31 maart 2025.\n"
    "Je bent bij ons ambulant begeleider en werkt gemiddeld 28 uur per week.\n"
    "Je verdient € 2.786 bruto per maand (schaal 6)."
)
ROSTER = "Rooster mei\nNoor werkt 28 uur per week, Joris 24 uur per week.\nNieuwe collega's beginnen op 1 mei 2024."


@pytest.mark.parametrize(("text", "hint"), [(LETTER, Kind.CONTRACT), (ROSTER, None)])
def test_what_speaks_of_a_job_may_be_a_contract(text: str, hint: Kind | None) -> None:
    lines = tuple(
        Line(spans=(Span(text=row, box=(60.0, 20.0 * n, 300.0, 20.0 * n + 12)),))
        for n, row in enumerate(text.split("\n"))
    )
    page = Page(number=1, width=595, height=842, lines=lines)
    found = recognise("brief a.pdf", "", 1, PdfContent(pages=(page,), page_count=1), Vocabulary()).paper
    assert isinstance(found, Unrecognised)
    assert (found.say, found.hint) == ("not-recognised", hint)
