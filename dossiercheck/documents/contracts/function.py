"""The function for which someone is taken on (never that of the person who signs for the organisation)."""

import re

from dossiercheck.documents.contracts.running import Part
from dossiercheck.facts import Fact

_STOP = r"""(?=\s*(?:[,;:(]|\n[^\n:]{2,40}(?::\s|\s{2,}\S)|\svan\s+(?:\w+dag\s+)?\d
    |\s(?:ondersteuning|begeleiding|zorg|diensten|hulp)\s+aan\s|\s(?:gaat|ga|inzet)\s
    |\.(?:[ ](?!(?-i:[a-z]))|[^\S ]|$)|\n\n|\s{2,}\S|$
    |\s(?:op\s+basis|voor\s|met\s|per\s|in\s+(?:loon)?dienst|in\s+(?:salaris|functie)?schaal|in\s+fwg|tegen\s|bij\s|op\s|waarbij|waarvoor|welke|waarvan|conform|volgens|binnen\s|in\s+ons\s|in\s+onze\s|ten\s+behoeve|vanuit\s|werkzaam|verricht\w*|te\s+[A-Z][a-z]|gedurende|en\s+(?:is|zal|wordt|verricht|werkt|treedt|heeft|ontvangt|wel)|aan\s+te|tot\s|vanaf\s|en\s+eindigt|onder\s|wegens\s|ter\s|naast\s|en\s+(?:uw|je|jouw|haar|zijn|de|het)\s|aan(?=\s*[.;,])|overnemen|aangenomen|aangesteld|aanvang(?:t|en)\b|begint\b|beginnen\b|werkzaamheden\b|vervullen|uit\s+te|uitoefenen|gaan|zal\s|is\s|wordt\s|ingedeeld|te\s+verrichten|te\s+vervullen|hierna|for\s|with\s|at\s|on\s|from\s|starting|and\s+(?:shall|will|is)|als\s+bedoeld|zoals|afdeling|team\s|locatie\s|van\s+(?:stichting|werkgever|opdrachtgever|de\s+werkgever)|niveau\s+(?=x))))"""
_NAME = (
    r"(?P<value>[^\W\d_](?:[^.;:\n(]|\n(?!\n|\s*(?:artikel|\d{1,2}[.)])\s)|\.(?=[A-Za-z]|[ ](?-i:[a-z]))){1,80}?)"
    + _STOP
)
_PROFESSION = (
    r"(?:begeleid|medewerk|verzorg|verpleeg|werker|helpende|co[aö]ch|assistent|kracht|hulp|therapeut|agoog|consulent"
    r"|leider|kok\b|manager|ouder|wacht)"
)
"""Parts of names of professions in care; used only where the words before say less."""
_NAMED = (
    r"(?=(?:(?!door\b|aan\b|bij\b|van\b|met\b|voor\b|als\b|lid\b|niet\b|geen\b|(?!ambulant\b)\w+[dt]\s)[\w-]+\s+)?[\w-]*"
    r"(?:begeleid(?:er|ster)|medewerk(?:er|ster)|verzorgende|verpleegkundige|w[eo]rk(?:er|ster)|hulpverlener|helpende|co[aö]ch|assistente?"
    r"|thuishulp|therapeut|agoog|psycholoog|wetenschapper|deskundige|consulent|adviseur|leider|kok|manager|ondersteuner|wacht|gastvrouw|gastheer|stagiaire?)\b)"
)
"""A profession of care comes next; one word may stand before it."""
_LEAD = r"(?:(?:de|het|een|a|an|the)\s+)?[\"'*]{0,2}"
_THE_PARTY = (
    r"(?:medewerk|werkne|opdrachtne|stagiair|vrijwillig)\w*\s+"
    r"(?:vervult|is|zal|heeft|verricht|werkt|treedt|wordt|bekleedt|gaat|komt|krijgt|start)\b"
)
"""The party that works as the subject of a sentence, below a heading `Functie`."""
_SAME_SENTENCE = r"(?:[^.;\n]|\n(?!\n))"
_IN_SERVICE = re.compile(
    rf"""(?:(?:\b(?:in\s+(?:de|haar|zijn|een)\s+)?functie\s+van\s+(?!werknemer|medewerker\s+(?:is|luidt)|de\s+werknemer|opdrachtnemer)
        |\bfunctie\s+(?:van\s+(?:de\s+)?(?:werknemer|medewerker|opdrachtnemer)\s+)?(?:is|luidt|betreft)\s*:?\s*(?:die\s+van\s+)?
        |\b(?:in\s+dienst\s+(?:(?:bij|van)\s+(?:de\s+)?\w+\s+)?|werkzaam\s+(?:zijn\s+)?|werkzaamheden\s+(?:verrichten\s+)?|aangesteld\s+|aan\s+de\s+slag\s+|aangenomen\s+|benoemd\s+|employed\s+|ingezet\s+|te\s+werk\s+gesteld\s+|tewerkgesteld\s+|opdracht\s+|engaged\s+|gedetacheerd\s+|ingehuurd\s+|stage\s+|inzet\s+|inzetbaar\s+|ingeschakeld\s+|werk\s+|werken\s+|werkt\s+|actief\s+|vrijwilligerswerk\s+(?:verrichten\s+)?|diensten\s+)(?:als|as)\s+
        |\bfunctie\s+wordt\s+(?:(?:met\s+ingang\s+van|per)\s+(?:dezelfde\s+datum|die\s+datum|\d[\w\s-]{{5,18}}\d{{4}})\s+)?
        |\b(?:benoemd|aangesteld|benoeming)\s+tot\s+
        |\bbenoem(?:en|t)\b{_SAME_SENTENCE}{{0,60}}?\btot\s+){_LEAD}
    |\b(?:(?:aanstelling|baan(?:\s+aan)?|verwelkomen\s+(?:u|je|jou)|welkom|join\s+(?:our|the)\s+team)\s+(?:als|as)\s+(?:onze\s+)?(?:nieuwe\s+)?
        |(?:(?:u|je|jij)\s+wordt|wordt?\s+(?:u|je|jij))\s+(?:onze\s+)?(?:nieuwe\s+)?
        |(?:vervult?|vervullen|bekleedt|verricht|doet|krijgt|zal|uit)\b{_SAME_SENTENCE}{{0,40}}?\b(?:de\s+rol|het\s+werk|de\s+werkzaamheden)\s+van\s+
        |(?:neemt|nemen|biedt|bieden)\b{_SAME_SENTENCE}{{0,60}}?\baan\s+als\s+){_LEAD}{_NAMED}
    |\bals\s+{_LEAD}(?=[^.;\n]{{3,50}}\sin\s+dienst\b)
    |\bwordt\s+(?:uw|je|jouw)\s+functie\s+{_LEAD}(?!van\b)
    |\b(?:ben|bent|is|wordt|word|zal|blijft|blijf)\b{_SAME_SENTENCE}{{0,140}}?\b(?:ben|bent|is|werk|werkzaam|werk|bij|voor)\b{_SAME_SENTENCE}{{0,60}}?\bals\s+{_LEAD}(?=[\w-]*{_PROFESSION})
    |\bfunctie\s+{_LEAD}(?!waarin|die\b|van\b|de\b|en\b|{_THE_PARTY})(?=\w+\s?(?:begeleid|medewerk|verzorg|verpleeg|werker|hulpverlener|helpende|co[aö]ch))
    |(?:\b(?:gedetacheerd|ingehuurd|ingezet|tewerkgesteld|geplaatst|ingeschakeld|werkzaam|treedt|verricht|verleent|vervult|oefent|voert|werkt|begint|start|komt|gaat|stellen|helpt|is|wordt)\b{_SAME_SENTENCE}{{0,100}}?\bals\s+
        |\bzal\s+als\s+
        |\bprovides?\s+services\s+as\s+
        |\bter\s+beschikking\s+als\s+
        |\bmet\s+als\s+taak\s+
        |\bin\s+(?:de|een)\s+(?:rol|hoedanigheid)\s+van\s+
        |\b(?:position|role|capacity|function)\s+of\s+){_LEAD}
    |\b(?:vervult|bekleedt|uitoefenen|uitoefent|de\s+rol|de\s+functie)\s+(?:van\s+)?{_LEAD}(?![\w\s]{{0,30}}\b(?:wordt|worden)\s+vervuld)(?=\w+\s?(?:\w+\s)?(?:begeleid|medewerk|verzorg|verpleeg|werker|helpende|co[aö]ch|maatje|gastvrouw)))
    {_NAME}""",
    re.IGNORECASE | re.VERBOSE,
)
_WEAK = re.compile(
    r"^(?:(?:aanstelling|baan|verwelkomen|welkom|join|u|je|jij|wordt?|neemt|nemen|biedt|bieden)\b.*\b(?:als|as|wordt|u|je|jij)\s"
    r"|.*\b(?:de\s+rol|het\s+werk|de\s+werkzaamheden)\s+van\s)",
    re.IGNORECASE | re.DOTALL,
)
"""How sentences begin that may speak of something else than the function: a form row goes before them."""
_NOW_AND_THEN = re.compile(
    r"\b(?:zo\s+nodig|bij\s+ziekte|\w*vervang\w*|over(?:ge)?nem\w*|overneemt|ook)\b", re.IGNORECASE
)
"""The work of somebody else, in a sentence about work that is done besides the own."""
_LABEL = re.compile(
    r"""(?:^|(?<=\n)|(?<=\s\s)|(?<=\w[.;,]\s)(?=(?:(?:je|jouw|uw)\s+)?(?:functie[^:\n]{0,30}|rol|beroep):))[\s*•\-]*(?:art(?:ikel|\.)?\s*\d{1,2}[.:]?\s+)?(?:\d{1,2}(?:\.\d{1,2})?[.)]?\s+)?(?:(?:(?:je|jouw|uw)\s+)?(?:vrijwilligers)?functie(?:naam|benaming|titel|omschrijving|\s+bij\s+(?:de\s+)?\w+|\s+medewerker|\s+werknemer|\s+waarin(?:[^:\n]|\n(?!\n)){3,60}?)?|wat|taak|taken|werkzaamheden|function|job\s+title|position|positie|rol\s*/\s*functie|beroep|(?:(?:je|jouw|uw)\s+)?rol|functie\s*\(rol\)|functie\s*/\s*(?:werkzaamheden|rol|taak)|soort\s+werk(?:zaamheden)?)\s*(?::|\s{2,})\s*(?P<value>[^\n]{2,90})""",
    re.IGNORECASE | re.VERBOSE,
)
_ACTS_FOR = re.compile(
    r"vertegenwoordigd|represented|namens\b|voor\s+deze|voor\s+akkoord|bestuurder|handtekening|ondertek", re.IGNORECASE
)
_NO_FUNCTION = re.compile(
    r"^nieuwe?\s|\b(?:collega|teamlid)\b|^(?:je|jij|jouw|u|uw|wij?|we|ik|er|hij|zij|ze|men|onze?)\s|^(?:zie|goed\s+werk\w+|werkgever|opdrachtgever|zodanig|bedoeld|vermeld)\b|\s(?:is|wordt|heeft)$|^(?:werkne(?:mer|emster)|(?:de\s+)?medewerker|opdrachtnemer|volgt|artikel|nader|onder|hierboven|bovengenoemd\w*|andere|een\s+andere|deze|dezelfde|gelijkwaardig\w*|passend\w*|zelfstandig\w*|zzp'?er|bedoeld|goed|dit|dat|die|gevolg|uitzendkracht|gedetacheerde|partijen|bijlage|zijn|haar|zelfstandig\s+ondernemer|ondernemer)\b\W*(?:$|is\b|van\b|functie|ondernemer|beroeps)|[_\[\]{}<>…]|\.{3,}|\d{3,}",
    re.IGNORECASE,
)
_DIRECTOR = re.compile(
    r"^(?:algemeen\s+)?(?:directeur|bestuurder|voorzitter|dga|manager\s+hr|hr[\s-]|p&o|hoofd\s+(?:p&o|hr|personeel)|raad\s+van\s+bestuur|directie|eigenaar|managing\s+director|director|zorgmanager)",
    re.IGNORECASE,
)


def function(part: Part, closing: int) -> Fact[str] | None:
    """The function, by a sentence about entering into service, else by the label of a form row.

    `closing`: the offset from which the paper is there to be signed; names of functions below it are the signers'.
    """
    found: list[Fact[str]] = []
    weak = False
    for match in _IN_SERVICE.finditer(part.text[:closing]):
        fact = _fact(part, match, in_prose=True)
        if fact and not _of_the_signer(part.text, match, fact.value):
            weak = _weak(match)
            if weak and _NOW_AND_THEN.search(_sentence(part.text, match)):
                continue
            found.append(fact)
            break
    labels = [
        fact
        for match in _LABEL.finditer(part.text[:closing])
        if (fact := _fact(part, match, in_prose=False)) and not _of_the_signer(part.text, match, fact.value)
    ]
    if labels and weak:
        return labels[0]
    if found and labels:
        same = [f for f in labels if _same(f.value, found[0].value)]
        return found[0] if same or len(found[0].value) > 2 else None
    return next(iter(found or labels), None)


def _weak(match: re.Match[str]) -> bool:
    return bool(_WEAK.match(match.string[match.start() : match.start("value")]))


def _sentence(text: str, match: re.Match[str]) -> str:
    before = re.split(r"[.;]\s|\n\n", text[: match.start()])[-1]
    return before + re.split(r"[.;](?:\s|$)|\n\n", text[match.start() :], maxsplit=1)[0]


def _fact(part: Part, match: re.Match[str], *, in_prose: bool) -> Fact[str] | None:
    start, end = match.span("value")
    if not in_prose:
        cut = re.search(
            r"\s{2,}(?=\S)|[.;,]\s+(?=[A-Z][\w/ ]{2,40}:)|(?<=[a-z]{6})\.\s+(?=[A-Z])", part.text[start:end]
        )
        end = start + cut.start() if cut else end
    words = part.words(start, end).strip(" ,;:.!\"'*-“”‘’")
    words = re.sub(r"^(?:de\s+)?(?:functie|rol)\s+", "", words, flags=re.IGNORECASE)
    words = re.sub(r"^van\s+(?:een\s+)?", "", words, flags=re.IGNORECASE)
    words = re.sub(r"\s*\((?:m/v|m/v/x|v/m)\)?$", "", words, flags=re.IGNORECASE)
    if not 3 <= len(words) <= 90 or _NO_FUNCTION.search(words) or len(words.split()) > 10:
        return None
    return Fact(value=words, place=part.place(start, end))


def _of_the_signer(text: str, match: re.Match[str], value: str) -> bool:
    before = text[max(0, match.start() - 170) : match.start("value")]
    before = re.split(r"(?<=[a-z]{2})\.\s|\n\n|\n\s*\d{1,2}[.)]\s", before)[-1]
    if match.re is _LABEL:
        before = "\n".join(before.split("\n")[-3:]) if _DIRECTOR.match(value) else ""
    acts = [m.start() for m in _ACTS_FOR.finditer(before)]
    serves = [
        m.start()
        for m in re.finditer(
            r"in\s+dienst|treedt|werknemer|medewerker|opdrachtnemer|stagiair|vrijwilliger", before, re.IGNORECASE
        )
    ]
    if acts and (not serves or serves[-1] < acts[-1]):
        return True
    return bool(_DIRECTOR.match(value) and acts)


def _same(a: str, b: str) -> bool:
    a, b = a.lower(), b.lower()
    return a in b or b in a
