"""A fresh dossier: folders, a commented `dossier.yaml`, and the tables to fill in. Nothing that is there is touched."""

from pathlib import Path

from dossiercheck.errors import OutputError
from dossiercheck.fresh.books import locations_book, personnel_book
from dossiercheck.reports import label
from dossiercheck.tender import Subtender

FOLDERS = ("personeel", "organisatie", "locaties")


def lay_out(folder: Path, subtender: Subtender, lang: str) -> tuple[Path, ...]:
    """Write a fresh dossier; the files that it wrote.

    Raises:
        OutputError: one of the files is there already (then nothing is written), or cannot be written.
    """
    files: dict[str, bytes] = {
        "dossier.yaml": statement(subtender, lang).encode(),
        "personeelstabel.xlsx": personnel_book(subtender, lang),
    }
    overview = locations_book(subtender, lang)
    if overview is not None:
        files["locaties/overzicht-locaties.xlsx"] = overview
    there = [name for name in files if (folder / name).exists()]
    if there:
        names = ", ".join(there)
        raise OutputError(
            nl=f"In {folder} staat al {names}; er is niets geschreven. Kies een andere map.",
            en=f"{folder} holds {names} already; nothing was written. Choose another folder.",
        )
    try:
        for name in FOLDERS:
            (folder / name).mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            with (folder / name).open("xb") as stream:
                stream.write(content)
    except OSError as error:
        raise OutputError(
            nl=f"{folder} kan niet worden aangelegd: {error.strerror}.",
            en=f"{folder} cannot be laid out: {error.strerror}.",
        ) from error
    return tuple(folder / name for name in files)


def statement(subtender: Subtender, lang: str) -> str:
    """`dossier.yaml` with every key explained; only the set is stated, the rest is to be filled in."""
    products = ", ".join(subtender.products) or "…"
    municipalities = next((a for r in subtender.requirements for a in [getattr(r, "allowed", ())] if len(a) > 2), ())
    rows = (
        ("requirements", f"requirements: {subtender.id}", False),
        ("provider", 'provider: {name: Zorg Voorbeeld B.V., kvk: "12345678", iban: NL91ABNA0417164300}', True),
        ("role", "role: main", True),
        ("products", f"products: [{products}]", True),
        ("municipalities", f"municipalities: [{', '.join(municipalities[:2]) or '…'}]", True),
        ("requested-on", "requested_on: 2024-05-21", True),
        ("submitted-on", "submitted_on: 2024-05-30", True),
        ("subcontractors", "subcontractors: []", True),
        ("has-locations", "has_locations: true", True),
        ("quality-certificate", "quality_certificate: false", True),
        ("headcount", "headcount: 12", True),
        ("declarations", 'declarations: {"1.1": ja, "1.2": ja}', True),
    )
    lines = [f"# {label('init-statement-head', lang)}", ""]
    for key, example, commented in rows:
        lines += [f"# {label(f'init-statement-{key}', lang)}", f"#{example}" if commented else example, ""]
    return "\n".join(lines).rstrip() + "\n"
