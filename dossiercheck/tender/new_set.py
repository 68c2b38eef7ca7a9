"""A commented start for a requirement set of one's own, as text."""

from importlib.resources import files


def new_set(id_: str, lang: str) -> str:
    """The start, in the language of its comments; `id_` is the set's id."""
    start = files("dossiercheck.tender").joinpath("start", f"{lang}.yaml").read_text(encoding="utf-8")
    return start.replace("id: mijn-set", f"id: {id_}", 1).replace("id: my-set", f"id: {id_}", 1)
