"""Phone numbers as people write them, and numbers that are none."""

import pytest

from dossiercheck.documents.personal_data import PHONE


@pytest.mark.parametrize(
    "text",
    ["06 - 12 34 56 78", "06 – 1234 5678", "06.12.34.56.78", "079/1234567", "(079) 123 45 67", "+31 (0)6 - 12345678"],
)
def test_a_phone_number_however_it_is_written(text: str) -> None:
    found = PHONE.search(f"Bel {text} of mail")
    assert found and found.group().strip("( ") == text.strip("( ")


@pytest.mark.parametrize(
    "text",
    ["01-02-2024 10:30", "op 01.02.2024 12 uur", "2021-0612345678", "kamer 012, 3456 AB 12", "0,1 2 3 4 5 6 7 8"],
)
def test_what_is_no_phone_number(text: str) -> None:
    assert not PHONE.search(text)
