"""Letters as Markdown: a template with names in double braces, filled in. The user may bring a template of their own.

`{{points}}` becomes a list; the other names become words. What came from a dossier stays text: it cannot become markup,
and a name in braces inside it is not filled in again.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from importlib.resources import files

from dossiercheck.desk import EmployeeNote, Point, ProviderLetter, Term
from dossiercheck.reports.escape import MAX_PATH, clean, markdown, shorten
from dossiercheck.reports.wording import LANGUAGES, Words, words

_NAME = re.compile(r"\{\{\s*(\w+)\s*\}\}")
Filled = Mapping[str, str | tuple[str, ...]]
"""Words by name; of a name that stands for a list, its lines as Markdown."""


def default_template(to: str, lang: str) -> str:
    """The program's own template for `provider` or `employee`."""
    lang = lang if lang in LANGUAGES else "en"
    return files("dossiercheck.reports").joinpath("templates", f"{to}.{lang}.md").read_text(encoding="utf-8")


def to_provider(letter: ProviderLetter, term: Term, dated: date, sender: str, lang: str) -> Filled:
    """What a letter to the provider is filled with."""
    say = words(lang)
    return {
        "provider": _named(letter.provider),
        "tender": clean(letter.tender),
        "on": say.day(letter.on),
        "date": say.day(dated),
        "deadline": say.day(term.until),
        "term": _term(term, say),
        "summary": say.label("letter-summary", count=letter.asked, knockouts=letter.knockouts or None),
        "sender": clean(sender),
        "points": tuple(line for point in letter.points for line in _point(point, say)),
    }


def to_employee(note: EmployeeNote, term: Term, dated: date, sender: str, lang: str) -> Filled:
    """What a note to an employee is filled with."""
    say = words(lang)
    things = [f"- {markdown(what)}" for what in note.things]
    why = [f"  {markdown(message)}" for message in note.messages]
    return {
        "name": _named(note.name),
        "tender": clean(note.tender),
        "date": say.day(dated),
        "deadline": say.day(term.until),
        "term": _term(term, say),
        "sender": clean(sender),
        "points": (*things, "", say.label("letter-why"), "", *(f"-{line[1:]}" for line in why)),
    }


def fill(template: str, filled: Filled) -> str:
    """The template as Markdown with every name filled in; a name that is not known stays as it stands."""

    def found(match: re.Match[str]) -> str:
        value = filled.get(match[1])
        if value is None:
            return match[0]
        return "\n".join(value).strip("\n") if isinstance(value, tuple) else markdown(value)

    return _NAME.sub(found, template).strip("\n") + "\n"


def names_in(template: str) -> tuple[str, ...]:
    """The names that a template uses."""
    return tuple(dict.fromkeys(_NAME.findall(template)))


def _term(term: Term, say: Words) -> str:
    if term.working_days is None:
        return say.label("letter-by-date")
    return say.label(
        "letter-working-days",
        count=term.working_days,
        holidays=tuple(say.day(day) for day in term.holidays) or None,
    )


def _point(point: Point, say: Words) -> Iterator[str]:
    numbered = point.source[:1].isdigit()
    title = f"§ {point.source} {point.title}" if numbered else point.title
    where = "" if numbered or not point.source else f"{markdown(point.source)}; "
    yield f"## {markdown(title)} ({where}{say.label(f'severity-{point.severity}')})"
    yield ""
    for case in point.cases:
        product = say.label("for-product", product=case.product) if case.product else ""
        who = ", ".join(part for part in (_named(case.who), product) if part)
        ruled = f" {markdown(say.label('letter-ruled', why=_ended(case.ruled)))}" if case.ruled is not None else ""
        yield f"- {markdown(who)}: {markdown(case.message)}{ruled}" if who else f"- {markdown(case.message)}{ruled}"
    yield ""
    undone = any(case.ruled is not None for case in point.cases)
    yield from _remedies((*point.remedies, *([say.label("letter-ruled-do")] if undone else [])), say)


def _named(text: str) -> str:
    """A name as a letter holds it: long ones whole, endless ones not."""
    return shorten(clean(text), MAX_PATH)


def _ended(words: str) -> str:
    """What somebody typed, as the end of a sentence."""
    return words if words.endswith((".", "!", "?")) else f"{words}."


def _remedies(remedies: Sequence[str], say: Words) -> Iterator[str]:
    if remedies:
        yield f"**{say.label('letter-do')}** {' '.join(markdown(remedy) for remedy in remedies)}"
        yield ""
