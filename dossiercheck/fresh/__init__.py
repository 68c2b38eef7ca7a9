"""Room: fresh. What a provider or buyer starts from: a new dossier laid out, and a random sample drawn."""

from dossiercheck.fresh.drawing import Drawn, draw, drawn_csv, drawn_rows, drawn_xlsx, read_drawn
from dossiercheck.fresh.layout import lay_out

__all__ = ["Drawn", "draw", "drawn_csv", "drawn_rows", "drawn_xlsx", "lay_out", "read_drawn"]
