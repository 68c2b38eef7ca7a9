"""The sample dossiers: what is in each folder of `sample_dossiers/`, and how its one fault comes about.

`sample_dossiers/situations.yaml` says what is to be found in each; here is only how they are made.
"""

from tests.samples import clean, contracts, diplomas, files, h6, seals, tables, twente, vogs
from tests.samples.draft import Draft, Situation

ALL: dict[str, Situation] = {
    name: make
    for room in (clean, tables, diplomas, seals, contracts, vogs, files, twente, h6)
    for name, make in room.ALL.items()
}
"""Folder name -> what makes it."""

__all__ = ["ALL", "Draft", "Situation"]
