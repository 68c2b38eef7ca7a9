"""Letters: what is known to be harmless passes by itself; whatever says more goes to a person, with the sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from dossiercheck.findings import Finding
from dossiercheck.intake.statement import Statement
from tests.documents.organisation import paper
from tests.dossiers import dossier, judge, person

LETTERS = yaml.safe_load((Path(__file__).parents[1] / "corpus" / "letters.yaml").read_text("utf-8"))
HARMLESS = [text for group in LETTERS if group.startswith("harmless") for text in LETTERS[group]]
RESERVATIONS = [text for group in LETTERS if group.startswith("reservation") for text in LETTERS[group]]
FRAME = """Zorg Voorbeeld B.V.
Almelo, 28 mei 2024
Betreft: inschrijving T77948
Geachte heer, mevrouw,
Hierbij ontvangt u onze inschrijving voor de producten basis en plus. {}
Met vriendelijke groet,
Hanneke Stroink, directeur
"""


def unconditional(*pages: str, file: str = "aanbiedingsbrief.pdf") -> Finding:
    stated = Statement(provider_name="Zorg Voorbeeld B.V.")
    (finding,) = judge(
        "submission.unconditional", dossier(person(), documents=(paper(*pages, file=file),), statement=stated)
    )
    return finding


@pytest.mark.parametrize("text", HARMLESS)
def test_a_letter_of_courtesies_passes(text):
    finding = unconditional(text)
    assert (finding.outcome, finding.say) == ("met", "no-reservation"), finding


@pytest.mark.parametrize("said", RESERVATIONS)
def test_a_reservation_is_read_by_a_person(said):
    finding = unconditional(FRAME.format(said))
    assert finding.outcome == "undecided" and finding.evidence, finding


def test_the_sentence_is_quoted_with_its_page():
    finding = unconditional(FRAME.format("Wij danken u."), "Toelichting\nOns aanbod staat drie maanden.")
    assert finding.say == "letter-to-read" and finding.values["text"] == "Ons aanbod staat drie maanden"
    assert (finding.evidence[0].page, finding.evidence[0].text) == (2, "Ons aanbod staat drie maanden.")


def test_a_sentence_over_two_lines_is_quoted_whole():
    finding = unconditional(FRAME.format("Wij wijzen u erop dat ons\naanbod beperkt staat."))
    assert "ons aanbod beperkt staat." in finding.evidence[0].text


@pytest.mark.parametrize(
    "line", ["Tarieven Alleen Indicatief", "PRIJZEN EXCLUSIEF BTW", "Onder voorbehoud", "Btw verlegd"]
)
def test_what_stands_below_the_name_is_read_too(line):
    assert unconditional(f"{FRAME.format('')}{line}").outcome == "undecided"


def test_a_letter_that_is_none_of_the_known_words_is_still_one():
    assert (
        unconditional("Goedendag,\nOns aanbod is drie maanden geldig.\nGroet, Bas", file="stuk.pdf").outcome
        == "undecided"
    )
