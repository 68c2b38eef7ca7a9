"""Care and support plans: for which product, of a client in care or one who left, how goals were worked on, and every
trace by which the client can be recognised, also where nobody sees it (comments, properties, hidden text, file name).
"""

import re
from collections.abc import Iterator, Sequence

from dossiercheck.documents.claim import Claim
from dossiercheck.documents.heads import first, headed, titles
from dossiercheck.documents.labels import LabelSet, read_labels
from dossiercheck.documents.model import Kind
from dossiercheck.documents.model_organisation import CarePlan, ClientState, Trace
from dossiercheck.documents.personal_data import initials_in, traces_in, traces_on
from dossiercheck.documents.places import PlainPage, Words, fact, plain_pages, view
from dossiercheck.documents.signed_by_hand import signed_by_hand
from dossiercheck.facts import Box, How
from dossiercheck.findings import FactView
from dossiercheck.patterns import later
from dossiercheck.readers.content import Page, PdfContent

_PLAN = (
    r"\b(?:zorg|begeleidings?|ondersteunings?|zorgleef|hulpverlenings?|behandel|leef|trajectbegeleidings?|activiteiten|dagbestedings?|perspectief|cli[eë]nt)-?\s?plan\b"
    r"|\bzorg-\s*(?:en|/|&)\s*(?:ondersteunings|begeleidings)-?\s?plan\b|\bplan\s+van\s+aanpak\s+cli[eë]nt|\b(?:care|support)\s+plan\b"
)
_TITLE = later(_PLAN, re.IGNORECASE)
_NOT = later(
    r"\b(?:beleid|protocol|procedure|werkinstructie|handleiding|kwaliteitsdocument|kwaliteitshandboek|leeg\s+format|sjabloon|training|cursus|factuur|offerte)\b",
    re.IGNORECASE,
)
_LETTER = later(r"^(?:geachte|beste)\b|\bbijgaand\b", re.IGNORECASE | re.MULTILINE)
_BODY = later(r"cli[eë]nt|\bdoel(?:en|stelling)?|bewoner|deelnemer|zorgvrager|hulpvraag|\bgoals?\b", re.IGNORECASE)
_LABELS = LabelSet(
    names={
        "product": (
            r"product(?:en)?",
            r"zorgvorm",
            r"vorm\s+van\s+(?:zorg|ondersteuning)",
            r"soort\s+(?:zorg|begeleiding|ondersteuning)",
            r"voorziening",
            r"zorgproduct",
            r"type\s+begeleiding",
        ),
        "status": (r"status(?:\s+(?:zorg|traject|cli[eë]nt))?", r"zorgstatus"),
        "other": (r"cli[eë]nt\w*", r"naam\s+\w*", r"doel\w*", r"(?:start|eind)datum\w*", r"periode", r"hulpvraag"),
    },
    stop=r"(?:handtekening)\b",
)
_LEFT = later(
    r"\b(?:uit\s+zorg|uitgestroomd|uitstroom(?:datum)?\s*:?\s*\d|datum\s+(?:einde|uit)\s+(?:van\s+)?(?:de\s+)?zorg|einddatum\s+(?:van\s+)?(?:de\s+)?(?:zorg|begeleiding|traject)\s*:?\s*\d|reden\s+(?:van\s+)?(?:de\s+)?(?:be[eë]indiging|uitstroom|uitschrijving)"
    r"|(?:zorg|begeleiding|traject|ondersteuning|dossier)\s+(?:is\s+)?(?:per\s+[\d\s\w-]{4,20}\s+)?(?:afgesloten|be[eë]indigd|gestopt|afgerond|ge[eë]indigd)|niet\s+meer\s+in\s+zorg|eind-?\s?evaluatie|uitgeschreven|exit-?\s?gesprek)\b",
    re.IGNORECASE,
)
_IN_CARE = later(
    r"\b(?:(?:nog|momenteel|thans|huidig)\s+in\s+zorg|status\s*:?\s*(?:cli[eë]nt\s+)?(?:is\s+)?(?:in\s+zorg|actief|lopend)|in\s+zorg\s+(?:sinds|vanaf)|lopend\s+traject|cli[eë]nt\s+(?:is\s+)?in\s+zorg|zorg\s+(?:loopt|wordt\s+voortgezet)|zorg\s*:\s*lopend|actieve?\s+(?:cli[eë]nt|traject))\b",
    re.IGNORECASE,
)
_STATE_VALUE = tuple(
    (state, later(pattern, re.IGNORECASE))
    for state, pattern in (
        (ClientState.LEFT, r"uit\s+zorg|be[eë]indigd|afgesloten|uitgestroomd|gestopt|inactief"),
        (ClientState.IN_CARE, r"in\s+zorg|\bactief\b|lopend"),
    )
)
_GOAL = later(r"\b(?:hoofd|sub|leer|werk|eind)?-?doel(?:en|stelling(?:en)?)?\b|\bgoals?\b", re.IGNORECASE)
_WORKED = later(
    r"\b(?:voortgang|resultaat|resultaten|evaluatie|ge[eë]valueerd|(?:wijze\s+waarop|hoe)\s+(?:is\s+)?(?:er\s+)?(?:aan\s+(?:het|dit|de)\s+|hieraan\s+)?(?:doel(?:en)?\s+)?(?:is\s+)?(?:gewerkt|is\s+gewerkt)|hoe\s+is\s+(?:hier)?aan\b[^\n]{0,40}\bgewerkt"
    r"|(?:is|wordt|zijn|hebben|heeft)\s+(?:er\s+)?(?:aan\s+[^\n]{0,40}\s+)?(?:gewerkt|geoefend)|behaald|gewerkt\s+aan|geoefend|progress)\b",
    re.IGNORECASE,
)
_SIGNING = later(
    r"handtekening|ondertekend|ondertekening|voor\s+akkoord|getekend|paraaf|namens|signature", re.IGNORECASE
)
_SMALLEST = (30.0, 7.0)
"""Points wide and high that words need."""
_HEAD, _FOOT, _SIGNATURE = 0.14, 0.93, 110.0
"""Share of the page above and below which letterhead stands; points between a signature and the word for it."""
_LEAST_WORDS = 3
_LOGO = 0.05
"""Share of a page that a logo or a pasted signature takes at most."""


def recognise(file: str, content: PdfContent) -> Claim | None:
    """Claim a care plan by its title; a policy or a letter about plans is none."""
    pages = plain_pages(content, limit=40)
    title = headed(pages[0], _TITLE, lines=12) if pages else None
    if title is None or _LETTER.search(pages[0].text) or not _BODY.search("\n".join(page.text for page in pages[:3])):
        return None
    if any(_NOT.search(line.text) for line in pages[0].lines[:4]):
        return None
    paper = _read(file, content, pages, title)
    return Claim(
        kind=Kind.CARE_PLAN,
        paper=paper,
        confidence=0.84 + 0.05 * (paper.client_state is not None),
        facts=(
            view("product", paper.product),
            view("client_state", paper.client_state),
            FactView(name="goals", value=paper.goals is not None, place=paper.goals.place if paper.goals else None),
            FactView(name="traces", value=len([t for t in paper.traces if not t.needs_first_name])),
        ),
    )


def _read(file: str, content: PdfContent, pages: Sequence[PlainPage], title: Words) -> CarePlan:
    labels = read_labels(pages[0].lines, _LABELS)
    product = next(iter(labels.get("product", [])), None)
    state = _state(pages, labels.get("status", []))
    goal = first(pages, _GOAL)
    worked = _worked(pages)
    return CarePlan(
        title=fact(file, title.text, title),
        product=fact(file, product.text.strip(" ,."), product) if product else None,
        text="\n".join(page.text for page in pages).casefold(),
        client_state=fact(file, *state) if state else None,
        goals=fact(file, "", worked, show=False) if worked and goal else None,
        names_goals=fact(file, "", goal, show=False) if goal else None,
        traces=tuple(_traces(file, content, pages)),
        unread_pages=tuple(p.number for p in content.pages if p.is_scan or _has_unread_picture(p)),
        signed=signed_by_hand(file, content),
        plans=1 + sum(_opens_plan(page, title) for page in pages[1:]),
    )


def _has_unread_picture(page: Page) -> bool:
    """A picture in a page with its own text is not read; it may show a name, or a whole plan.

    A small one is left out of account where letterhead or a signature stands, which are pictures in many plans.
    """
    if page.how is How.OCR:
        return False
    return page.image_share > _LOGO or any(_may_show_words(page, box) for box in page.pictures)


def _may_show_words(page: Page, box: Box) -> bool:
    left, top, right, bottom = box
    is_dot = right - left < _SMALLEST[0] or bottom - top < _SMALLEST[1]
    in_margin = bottom < page.height * _HEAD or top > page.height * _FOOT
    signed = any(
        _SIGNING.search(line.text) and -_SIGNATURE < top - line.spans[0].box[1] < _SIGNATURE for line in page.lines
    )
    return not (is_dot or in_margin or signed)


def _opens_plan(page: PlainPage, title: Words) -> bool:
    """Does another plan begin on this page: the same title at its top, and a client named anew?"""
    again = any(words.text == title.text for words in titles(page, 3))
    return again and bool(re.search(r"^(?:naam\s+)?(?:cli[eë]nt|deelnemer)\w*(?:\s*:|  )", page.text, re.I | re.M))


def _state(pages: Sequence[PlainPage], labelled: Sequence[Words]) -> tuple[ClientState, Words] | None:
    """What the plan says; None where it says nothing, or both."""
    for words in labelled:
        for state, pattern in _STATE_VALUE:
            if pattern.search(words.text):
                return state, words
    left, inside = first(pages, _LEFT), first(pages, _IN_CARE)
    if left and not inside:
        return ClientState.LEFT, left
    return (ClientState.IN_CARE, inside) if inside and not left else None


def _worked(pages: Sequence[PlainPage]) -> Words | None:
    """Where it tells how goals were worked on: the word, and a few words about it on its line or the next."""
    for page in pages:
        for match in _WORKED.finditer(page.text):
            line_start = page.text.rfind("\n", 0, match.start()) + 1
            rest = page.text[line_start : match.end() + 160].split("\n")
            if len(re.findall(r"[^\W\d_]{2,}", " ".join(rest[:2]))) >= _LEAST_WORDS + 1:
                return page.words(*match.span())
    return None


def _traces(file: str, content: PdfContent, pages: Sequence[PlainPage]) -> Iterator[Trace]:
    for page in pages:
        yield from traces_on(file, page)
        if page.page.hidden_text:
            yield from traces_in(file, page.page.hidden_text, "hidden", page.page.number)
    for number, comment in content.comments:
        yield from traces_in(file, comment, "comment", number)
    for text in (content.title, content.subject, content.keywords):
        yield from traces_in(file, text, "metadata")
    yield from traces_in(file, content.author, "author")
    yield from traces_in(file, _spoken(file), "file_name")
    yield from initials_in(file)


def _spoken(file: str) -> str:
    """File name and its folder as words, each with a capital, so that a name in it looks like one."""
    parts = file.rsplit(".", 1)[0].split("/")[-2:]
    words = re.sub(r"[_+]|(?<=\w)-(?=\w)", " ", " \n ".join(parts))
    prefixes = {"van", "de", "der", "den", "het", "te", "ter", "ten", "el", "al", "in", "uit", "op"}
    return " ".join(word if word.lower() in prefixes else word[:1].upper() + word[1:] for word in words.split(" "))
