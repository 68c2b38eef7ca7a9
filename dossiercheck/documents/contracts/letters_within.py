"""Letters that stand behind a contract in the same file, under no title or subject that says what they do.

A page that opens as a letter and tells that the contract is converted, extended, changed or ended is a paper of its
own in the chain: read as one text with the contract before it, the two would only contradict each other.
"""

import re
from collections.abc import Iterator, Sequence

from dossiercheck.documents.contracts.audit import pages_of
from dossiercheck.documents.contracts.running import Running
from dossiercheck.documents.contracts.titles import Section, Title

_SALUTATION = re.compile(r"^[^\w\n]{0,4}(?:Geachte|Beste|Dear|Hoi|Hallo|Dag|Lieve)\s+\S", re.MULTILINE)
_WITHIN = 1200
"""Letters of a page among which a salutation makes it a letter's first page: letterhead and address stand above it."""
_THE_CONTRACT = r"\w*(?:overeenkomst|contract|dienstverband|aanstelling|dienst)\b"
_NEAR = r"(?:[^.;\n]|\n(?!\n)){0,120}?"
_DOES = (
    (
        Section.OTHER,
        rf"\bniet\b(?:\s+\w+){{0,3}}\s+(?:verleng\w*|voort\w*)|{_THE_CONTRACT}{_NEAR}\b(?:be[eë]indig\w*|opgezegd|ontbonden)"
        r"|\bontslag(?:brief|name|neming)?\b|\bopzegging\b|\blaatste\s+werkdag\b|\buit\s+dienst\b",
    ),
    (
        Section.CONVERSION,
        rf"\b(?:zet(?:ten)?|omgezet|omzetten){_NEAR}{_THE_CONTRACT}|{_THE_CONTRACT}{_NEAR}\b(?:omgezet|omzetten|om\s+te\s+zetten)\b",
    ),
    (
        Section.EXTENSION,
        rf"\bverleng\w*{_NEAR}{_THE_CONTRACT}|{_THE_CONTRACT}{_NEAR}\b(?:verleng\w*|voort(?:gezet|zetten))",
    ),
    (
        Section.CHANGE,
        r"\b(?:uren|arbeidsduur|arbeidsomvang|functie|salaris|werkweek|dienstverband|overeenkomst|contract)\b"
        rf"{_NEAR}\b(?:gewijzigd|wijzig\w*|uitgebreid|uitbreid\w*|aangepast|aanpass\w*|verhoogd|verlaagd)",
    ),
)  # fmt: skip
_SECTIONS = tuple((section, re.compile(pattern, re.IGNORECASE)) for section, pattern in _DOES)


_OWN_NOTICE = re.compile(
    rf"\bze(?:g|ggen)\s+(?:ik|wij|we)\b{_NEAR}{_THE_CONTRACT}{_NEAR}\bop\b|\bik\s+zeg\b{_NEAR}{_THE_CONTRACT}{_NEAR}\bop\b"
    r"|\b(?:neem|nemen)\s+(?:ik\s+)?(?:hierbij\s+)?ontslag\b|\bdien\s+ik\b[^.;\n]{0,40}\bontslag\b|\bmijn\s+ontslag\b"
    r"|\b(?:bevestig|ontving|ontvang)\w*\b[^.;\n]{0,60}\b(?:je|jouw|uw)\s+(?:\w+\s+)?(?:opzegging|ontslag\w*)\b"
    rf"|\b(?:mijn|je|jouw|uw)\s+{_THE_CONTRACT}{_NEAR}\b(?:be[eë]indig\w*|opgezegd|opzeg\w*|niet\s+(?:\w+\s+)?verleng\w*)",
    re.IGNORECASE,
)
_LONGEST_LETTER = 3500


def ends_as_letter(text: str) -> bool:
    """Is this a letter, with no title, by which somebody ends a contract or confirms that it was ended?"""
    return (
        len(text) <= _LONGEST_LETTER
        and _SALUTATION.search(text[:_WITHIN]) is not None
        and _OWN_NOTICE.search(text) is not None
    )


def writes_for_oneself(text: str) -> bool:
    """Does the writer speak of a contract of one's own?"""
    return re.search(r"\b(?:ik|mijn)\b", text, re.IGNORECASE) is not None


def letters_within(running: Running, heads: Sequence[Title]) -> Iterator[Title]:
    """The letters on pages after the first that have no title of their own, as titles that stand at their top."""
    titled = {running.page_of(title.start) for title in heads}
    for number, (page, start, end) in enumerate(pages_of(running)):
        text = running.text[start:end]
        if number == 0 or page in titled or not _SALUTATION.search(text[:_WITHIN]):
            continue
        for section, pattern in _SECTIONS:
            if match := pattern.search(text):
                words, said = " ".join(match.group().split()), (start + match.start(), start + match.end())
                yield Title(start=start, end=start, text=words, section=section, kind=None, said=said)
                break
