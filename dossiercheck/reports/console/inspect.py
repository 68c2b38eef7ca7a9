"""What the program saw in a file: kind, facts with their places, and every signature in full."""

from collections.abc import Sequence

from dossiercheck.facts import Party, Signature
from dossiercheck.findings import FactView, FileUse
from dossiercheck.reports import escape
from dossiercheck.reports.console.page import Page, Part
from dossiercheck.reports.naming import where
from dossiercheck.reports.wording import Words

_COLOURS = {"genuine": "green", "altered": "red", "broken": "red", "intact_untrusted": "yellow", "undecided": "yellow"}
_CODED = {"kind": "kinds", "no_qualification": "terms", "evc_kind": "terms"}
"""Facts whose value is a code, and the section that words it."""
_LABEL = 16
_FACT = 26


def show_document(page: Page, use: FileUse) -> None:
    """One file."""
    words = page.words
    page.heading(escape.path(use.file))
    page.blank()
    _field(page, "inspect-kind", words.word("kinds", use.kind), (f"  {_sure(use.confidence, words)}", "dim"))
    if use.problem:
        _field(page, "inspect-problem", (words.say(use.problem, use.problem_values), "red"))
    if use.employee is not None:
        how = words.matched_by(use.matched_by) if use.matched_by else words.label("nothing")
        _field(page, "inspect-employee", words.label("inspect-employee-by", number=use.employee, how=how))
    if use.pages:
        _field(page, "inspect-pages", str(use.pages))
    if page.view.verbose and use.sha256:
        _field(page, "inspect-sha256", use.sha256)
    _show_facts(page, use.facts, use.file)
    for index, part in enumerate(use.parts, start=1):
        page.blank()
        pages = ", ".join(str(number) for number in part.pages)
        kind = words.word("kinds", part.kind)
        page.line((words.label("inspect-part", number=index, pages=pages, kind=kind), "bold"), indent=2)
        _show_facts(page, part.facts, use.file)
    _show_seal(page, use)


def _show_facts(page: Page, facts: Sequence[FactView], file: str) -> None:
    words = page.words
    page.blank()
    if not facts:
        page.line((words.label("inspect-no-facts"), "dim"), indent=2)
    for fact in facts:
        shown = words.value(fact.value, _CODED.get(fact.name))
        if fact.value is None:
            shown = words.label("unknown" if fact.place is None else "nothing")
        place = fact.place
        seen = where(place, words).removeprefix(escape.path(file)).lstrip(", ") if place else ""
        quote = f"“{escape.shorten(escape.clean(place.text), 70)}”" if place and place.text else ""
        note = " · ".join(part for part in (seen, quote) if part)
        label = escape.shorten(words.word("facts", fact.name), _FACT)
        page.line(shown, (f"  {note}" if note else "", "dim"), indent=2, marker=(label.ljust(_FACT), "dim"))


def _show_seal(page: Page, use: FileUse) -> None:
    if use.seal is None:
        return
    words, seal = page.words, use.seal
    page.blank()
    fault = f": {words.word('seal_faults', seal.fault.value)}" if seal.fault and seal.signatures else ""
    state = words.word("seal_states", seal.state.value)
    _field(page, "inspect-seal", (f"{state}{fault}", _COLOURS.get(seal.state.value, "")))
    for index, signature in enumerate(seal.signatures, start=1):
        page.blank()
        page.line((words.label("inspect-signature", number=index), "bold"), indent=2)
        for label, value in _signature(signature, words, page.view.verbose):
            page.line(value, indent=4, marker=(words.label(f"signature-{label}").ljust(_FACT - 2), "dim"))


def _signature(signature: Signature, words: Words, verbose: bool) -> list[tuple[str, str]]:
    proven = words.label("time-proven" if signature.timestamped else "time-stated")
    when = f"{words.value(signature.signed_at)} ({proven})" if signature.signed_at else words.label("unknown")
    changes = [words.word("seal_faults", change) for change in signature.changes]
    lines = [
        ("kind", words.word("signature_kinds", signature.kind.value)),
        ("field", escape.name(signature.field)),
        ("signer", _party(signature.signer, words)),
        ("issuer", _party(signature.issuer, words)),
        ("signed_at", when),
        ("intact", _truth(signature.intact, words)),
        ("trusted", _truth(signature.trusted, words)),
        ("covers_whole_file", _truth(signature.covers_whole_file, words)),
        ("changes", words.listed(changes)),
    ]
    if signature.docmdp in (1, 2, 3):
        lines.append(("permits", words.label(f"docmdp-{signature.docmdp}")))
    if signature.anchor:
        lines.append(("anchor", escape.name(signature.anchor)))
    if signature.fault:
        lines.append(("fault", words.word("seal_faults", signature.fault.value)))
    lines.append(("revocation", _truth(signature.revocation_checked, words)))
    if verbose:
        lines += [("fingerprint", escape.shorten(escape.clean(signature.fingerprint), 100) or "-")]
        lines += [("detail", escape.shorten(escape.clean(signature.detail), 300))] if signature.detail else []
    return lines


def _party(party: Party | None, words: Words) -> str:
    if party is None:
        return words.label("unknown")
    parts = dict.fromkeys(p for p in (party.common_name, party.organisation, party.organisation_id) if p)
    return ", ".join(escape.name(part) for part in parts) or words.label("unknown")


def _truth(value: bool | None, words: Words) -> str:
    return words.label("unknown") if value is None else words.label("yes" if value else "no")


def _sure(confidence: float, words: Words) -> str:
    return words.label("sure", percent=int(confidence * 100))


def _field(page: Page, label: str, *parts: Part) -> None:
    page.line(*parts, indent=2, marker=(page.words.label(label).ljust(_LABEL), "dim"))
