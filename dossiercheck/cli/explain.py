"""`explain`: a requirement in plain words."""

from typing import TYPE_CHECKING, Annotated

import typer

from dossiercheck.cli.options import LangOption, SetOption, language_of, said_in
from dossiercheck.cli.schema import view
from dossiercheck.errors import CommandError

if TYPE_CHECKING:
    from dossiercheck.findings import RequirementPage, SetPage
    from dossiercheck.output import Target
    from dossiercheck.reports import View

_WHAT = "Id, such as vog.max-age; a kind of check; or `checks`, which names those."


def explain(
    requirement: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help=_WHAT),
    ] = None,
    requirements: SetOption = None,
    lang: LangOption = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Also long values in full.")] = False,
) -> None:
    """Explain a requirement: what it asks, where, how it is judged, what is accepted, what to do. Without ID: list.

    For whoever writes a set it explains the kinds of check, too.
    """
    language = language_of(lang)
    with said_in(language):
        from dossiercheck.output import Target
        from dossiercheck.reports import render_index, render_requirement

        sets = _sets(requirements)
        target = Target(format="console")
        if requirement is None:
            for described in sets:
                target.write(render_index(described, view(language)))
            return
        if _explains_checks(requirement, sets, view(language), target):
            return
        found = _found(requirement, sets)
        target.write(render_requirement(found, view(language, verbose=verbose)))


def _explains_checks(name: str, sets: "list[SetPage]", shown: "View", target: "Target") -> bool:
    """For whoever writes a set: a kind of check, or all of them. A requirement of that name comes first."""
    from dossiercheck.checks import CHECK_KINDS
    from dossiercheck.reports import render_check, render_checks
    from dossiercheck.tender import describe_check

    if any(page.info.id == name for described in sets for page in described.requirements):
        return False
    if name == "checks":
        target.write(render_checks([describe_check(check) for check in CHECK_KINDS.values()], shown))
    elif name in CHECK_KINDS:
        target.write(render_check(describe_check(CHECK_KINDS[name]), shown))
    else:
        return False
    return True


def _sets(name: str | None) -> "list[SetPage]":
    """The set that is named, else all that come with the program; those that extend others first."""
    from dossiercheck.tender import describe, installed_sets, load_set

    sets = [load_set(name)] if name else [load_set(id_) for id_ in installed_sets()]
    whole = sorted(sets, key=lambda subtender: subtender.header.extends is None)
    extended = {subtender.header.extends for subtender in whole}
    return [describe(subtender) for subtender in whole if name or subtender.id not in extended]


def _found(requirement: str, sets: "list[SetPage]") -> "RequirementPage":
    from difflib import get_close_matches

    pages = {page.info.id: page for described in reversed(sets) for page in described.requirements}
    if requirement in pages:
        return pages[requirement]
    close = get_close_matches(requirement, pages, n=3, cutoff=0.5)
    close += [id_ for id_ in pages if requirement and requirement in id_ and id_ not in close][:3]
    shown = requirement[:60].encode("ascii", "replace").decode()
    nl = f" Bedoelt u {' of '.join(close)}?" if close else " `dossiercheck explain` noemt ze alle."
    en = f" Did you mean {' or '.join(close)}?" if close else " `dossiercheck explain` names them all."
    raise CommandError(nl=f"Er is geen eis '{shown}'.{nl}", en=f"There is no requirement '{shown}'.{en}")
