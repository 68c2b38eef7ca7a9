"""Damage done to clean dossiers by operators, one at a time, at places drawn at random from a seed.

Each operator says beforehand what must catch it (`diploma.level not_met level_too_low`) and which other requirements
may say something else because of it. Nothing else may change, and nothing about a person who was not struck.
"""

from tests.damage import about_contracts, about_diplomas, about_files, about_h6, about_table, about_twente, about_vogs
from tests.damage.striking import Damage, Spot, clean_spot

ALL: dict[str, Damage] = {
    damage.name: damage
    for room in (about_vogs, about_diplomas, about_contracts, about_table, about_files, about_twente, about_h6)
    for damage in room.DAMAGE.all
}
"""Name -> operator."""

__all__ = ["ALL", "Damage", "Spot", "clean_spot"]
