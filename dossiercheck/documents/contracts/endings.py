"""Where a paper says that a contract was ended: by its title, or in a sentence of the contract itself."""

import re

from dossiercheck.documents.contracts.running import Part
from dossiercheck.documents.contracts.titles import Section, Title

_ENDS_CONTRACT = re.compile(
    r"""vaststellingsovereenkomst|settlement\s+agreement|be[eë]indig\w*|\bontslag|\bopzegging|\baanzegging|niet[\s-]verleng|laatste\s+werkdag|\buit\s+dienst|\bniet\b.{0,30}\b(?:verleng|voort)
    |ontbonden|opgezegd|einde\s+(?:van\s+)?(?:(?:de|het|uw|je|jouw)\s+)?(?:arbeids|dienst|tijdelijk|contract)|termination\s+of|notice\s+of\s+termination""",
    re.IGNORECASE | re.VERBOSE,
)


def ends_contract(title: Title) -> bool:
    """Does this title open a paper that ends a contract?"""
    return title.section is Section.OTHER and _ENDS_CONTRACT.search(title.text) is not None


_ENDED = re.compile(
    r"""\b(?:arbeids|stage|vrijwilligers)?(?:overeenkomst|dienstverband|contract|aanstelling)\b(?:[^.;\n]|\n(?!\n)){0,60}?
    \b(?:ontbonden|be[eë]indigd|opgezegd|ge[eë]indigd|komen\s+te\s+vervallen|vernietigd)\b(?:[^.;\n]|\n(?!\n)){0,60}?
    \b(?:per|op|met\s+ingang\s+van|d\.d\.)\s+\d|
    \b(?:arbeids|stage|vrijwilligers)?(?:overeenkomst|dienstverband|contract|aanstelling)\b\s+(?:is|werd)\s+(?:per|op|met\s+ingang\s+van)\s+\d(?:[^.;\n]|\n(?!\n)){0,40}?
    \b(?:ontbonden|be[eë]indigd|opgezegd|ge[eë]indigd|komen\s+te\s+vervallen|vervallen)\b|
    \b(?:per|op|sinds|met\s+ingang\s+van)\s+\d{1,2}[-/.\s][^.;\n]{2,20}?\buit\s+dienst\b|(?<!datum\s)\buit\s+dienst\s+(?:gegaan\s+|getreden\s+)?(?:per|op|sinds|met\s+ingang\s+van)\s+\d""",
    re.IGNORECASE | re.VERBOSE,
)
_NOT_ENDED = re.compile(
    r"\b(?:kan|kunnen|mag|mogen|indien|wanneer|zodra|tenzij|zal|zullen|mits|als|if|may|vorige|eerdere|voorgaande|"
    r"oude|uiterlijk)\b",
    re.IGNORECASE,
)


def ended_in_prose(part: Part) -> tuple[tuple[int, int], ...]:
    """Sentences of a contract's own text that say that it was ended, by their offsets; at most three."""
    found = []
    for match in _ENDED.finditer(part.text[:60_000]):
        opens = max(part.sentence_start(match.start()), match.start() - 200)
        if not _NOT_ENDED.search(part.text[opens : match.end()]):
            found.append((match.start(), match.end()))
    return tuple(found[:3])
