"""Which products a text speaks of, by the words for them in the requirement set."""

import re
from typing import Annotated

from pydantic import Field

from dossiercheck.checks.functions import folded

ProductWords = Annotated[
    dict[str, tuple[str, ...]], Field(description="Product id -> words for it on forms and in care plans.")
]


def products_in(text: str, words: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The products that are spoken of, in the order of the set; a word counts as a whole or as a word's beginning."""
    plain = " ".join(re.findall(r"[a-z0-9]+", folded(text)))
    return tuple(product for product, names in words.items() if any(_has(plain, name) for name in (product, *names)))


def _has(plain: str, name: str) -> bool:
    return f" {' '.join(re.findall(r'[a-z0-9]+', folded(name)))}" in f" {plain}"
