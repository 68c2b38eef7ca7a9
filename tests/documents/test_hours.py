"""Hours that a person reads at once, `per week` or not; and hours of something else, which never become those."""

from pathlib import Path

import pytest
import yaml

from dossiercheck.documents.contracts.hours import hours
from dossiercheck.documents.contracts.running import Running

CORPUS = Path(__file__).parents[1] / "corpus" / "hours"
SAID = [
    (f"{path.stem}-{number}", said["text"], said["hours"])
    for path in sorted(CORPUS.glob("*.yaml"))
    for number, said in enumerate(yaml.safe_load(path.read_text("utf-8")), start=1)
]
PAPER = "ARBEIDSOVEREENKOMST\nTussen Stichting De Brug (werkgever) en A. Bos (werknemer) is overeengekomen:\n\n{}\n\nAldus opgemaakt.\n"


def read(text: str) -> float | None:
    said = PAPER.format(text.replace("|", "\n"))
    found = hours(Running(file="contract.pdf", text=said, printed=said, cells=()).part()).weekly
    return found.value if found else None


@pytest.mark.parametrize(("text", "wanted"), [pytest.param(text, wanted, id=name) for name, text, wanted in SAID])
def test_no_hours_are_read_wrong(text: str, wanted: float | None) -> None:
    assert read(text) in (wanted, None)


def test_most_are_read() -> None:
    there = [(name, text) for name, text, wanted in SAID if wanted is not None]
    left = [name for name, text in there if read(text) is None]
    assert len(there) > 100
    assert len(left) <= 0.07 * len(there), left
