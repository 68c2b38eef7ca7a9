"""Which products a form chooses where nothing is marked: an answer behind the product, or a no before it."""

from __future__ import annotations

import pytest

from dossiercheck.documents import ProductForm
from tests.documents.organisation import paper


@pytest.mark.parametrize(
    ("lines", "chosen"),
    [
        ("Begeleiding individueel: nee\nBegeleiding groep: ja", ["Begeleiding groep: ja"]),
        ("Begeleiding individueel nee\nBegeleiding groep ja", ["Begeleiding groep ja"]),
        (
            "Wij leveren niet: Begeleiding groep\nWij leveren wel: Begeleiding individueel",
            ["Wij leveren wel: Begeleiding individueel"],
        ),
        ("Begeleiding individueel\nDagbesteding (n.v.t.)", ["Begeleiding individueel"]),
        ("Soorten begeleiding\n[ ] Begeleiding individueel\n[ ] Dagbesteding", []),
        ("Begeleiding individueel\nDagbesteding", ["Begeleiding individueel", "Dagbesteding"]),
    ],
)
def test_what_is_chosen(lines: str, chosen: list[str]) -> None:
    form = paper(f"Productformulier Wmo\n{lines}\nHandtekening:").paper
    assert isinstance(form, ProductForm)
    assert [fact.value for fact in form.chosen] == chosen
