"""The words before a date in a contract, by what they make of it."""

import re

_START = r"""met\s+ingang\s+(?:van|per|op)(?:\s+(?:maan|dins|woens|donder|vrij|zater|zon)dag)?
    |m\.?\s?i\.?\s?v\.?|ingaande(?:\s+(?:op|per|van|vanaf))?|ing(?:aand|egaan)\s+(?:op|per)
    |ingangsdatum|gaat\s+in(?:\s+(?:op|per))?|(?:in\s+dienst|dienst(?:verband|betrekking)?)(?:\s+(?:is
    |zal))?\s*(?:getreden\s+)?(?:per|op|vanaf|sinds)
    |(?:treedt|treed|start|begint|aanvang(?:t|en)?|aan(?:ge)?vangen|vangt|begonnen|starten|ingang|geldt
    |loopt|duurt|aangegaan|gesloten|werkzaam|periode|looptijd|duur|tijd|termijn|data|stage(?:periode)?|week
    |weken|maanden|maand|jaar|opdracht|overeenkomst|stagiaire?|vrijwilliger|werkzaamheden|tijdvak)
        (?:\s+(?:\S+\s+){0,3}?(?:aan\s+)?)?\s*[:,(]?\s*(?:op|per|vanaf|van|aan\s+op|from|on)\b
    |eerste\s+(?:(?:werk|stage|contract)dag|dag\s+van\s+(?:het|de|je|jouw|uw)\s+(?:contract|dienstverband|stage|\w*overeenkomst|aanstelling))(?:\s+(?:is|wordt|valt|zal\s+zijn))?(?:\s+op)?
    |wanneer\s+(?:begin|start)\w*\s+(?:je|u|jij|ik)\s*\?
    |verlengd\s+van|(?:start|begin|aanvangs?|indiensttredings?)-?\s?datum|indiensttreding(?:\s+(?:vindt\s+plaats\s+)?(?:op|per
    |is))?|datum\s+(?:in\s+dienst(?:treding)?|aanvang|ingang|indiensttreding)
    |aanvang(?:\s+\w+){0,2}|begin(?:\s+\w+){0,2}|vanaf|with\s+effect\s+from|effective(?:\s+(?:date|from
    |as\s+of|on))?|as\s+(?:of|from)|enters?\s+(?:into\s+)?(?:the\s+)?(?:service|employment)(?:\s+of\s+(?:the\s+)?\w+)?\s+(?:on|as\s+of|from)
    |commenc\w+(?:\s+(?:(?:\S+\s+){0,4}?(?:on|from)|date))?|start(?:s
    |ing)?(?:\s+(?:on|date|from))?|from"""
_END = r"""tot\s+en\s+met|t\s?/\s?m|t\.?e?\.?m\.(?=\s)|t/m|(?:eindig(?:t|end|en)?|expireert|stopt
    |vervalt),?(?:\s+(?:\S+\s+){0,12}?(?:op\b
    |per\b|met\s+ingang\s+van|d\.?d\.?))?|afgerond\s+op|einddatum|eind(?:e|igt)?(?:\s+\w+){0,3}
    |loopt\s+(?:\S+\s+){0,4}?af\s+(?:op|per)|loopt\s+(?:\S+\s+){0,3}?t(?:ot\s+en\s+met|/m)|afloopt\s+op
    |van\s+rechtswege(?:\s+\S+){0,5}?\s+(?:op|per)|datum\s+(?:einde|uit\s+dienst)|uit\s+dienst|afloopdatum
    |expires?(?:\s+on)?
    |ends?(?:\s+on|\s+date)?|terminat\w+(?:\s+\S+){0,4}\s+on|up\s+to\s+and\s+including|through
    |until\s+and\s+including|end\s+date|(?:laatste|uiterste)\s+(?:werk)?dag(?:\s+van\s+(?:het|de|je|jouw|uw)\s+\w+)?(?:\s+is)?"""
_UNTIL = r"\btot|\buntil|\btill|\bto"
_BIRTH = (
    r"(?:geboren|geb\.)\s+(?:te|in)\s+[^,;:]{1,40}?(?:\s*,)?\s+(?:op(?:\s+de)?|d\.?d\.?)(?=\s)"
    r"|(?:geboren|geb\.)\s+(?:te|in)\s+[^,;:\n]{1,40}?,|geboren\s+[^,;:\n]{2,40},\s*op"
    r"|geboren(?:\s+op(?:\s+de)?|\s+d\.?d\.?)?|geboorteda(?:tum|g)|geb\.?(?:\s*datum|dat\.?)?"
    r"|geb\.\s+datum|born\b(?:\s+(?:on|in\s+[^,;\n]{1,40}?(?:,|\s+on)))?|date\s+of\s+birth"
    r"|geboorteplaats\s+en\s+-datum|geboortedatum\s+en\s+-plaats"
)
EACH = tuple(
    re.compile(rf"(?P<{use}>\b(?:{words}))", re.IGNORECASE | re.VERBOSE)
    for use, words in (("birth", _BIRTH), ("end", _END), ("until", _UNTIL.replace(r"\b", "")), ("start", _START))
)
STARTS_AGAIN = re.compile(r"vangt|treedt|ingaand|verleng|voortgezet|begint|start", re.IGNORECASE)
TIGHT = re.compile(
    r"^[\s:,(\"'*]*(?:(?:op|per|de|van|dag|datum|zijnde|is|the|of|on|(?:ma|di|wo|do|vr|za|zo)(?=[.\s])\.?|maandag|dinsdag|woensdag"
    r"|donderdag|vrijdag|zaterdag|zondag|monday|uiterlijk|at|doch|date|dus|derhalve|te\s+weten|and"
    r"|en)[\s:,(]*){0,5}$",
    re.IGNORECASE,
)
"""What may stand between the cue and its date."""

ABOUT = re.compile(
    r"""in\s+(?:tijdelijke\s+|vaste\s+|onze\s+|haar\s+|zijn\s+)?dienst|dienstverband|dienstbetrekking
    |indiensttreding|aangesteld|stellen\s+(?:u|je|jou)\b|benoem|overeenkomst|contract|opdracht|stage
    |aanstell|werkzaam
    |werkzaamheden|detach|terbeschikking|uitzend|inhuur|ingehuurd|inzet|ingezet|ingeschakeld|tewerk|te\s+werk\s+|dienst\s+als|bij\s+ons|week\s+werken|verleng|voortgezet|voortzetting|vrijwillig
    |looptijd|\bduur\b|periode
    |bepaalde\s+(?:tijd|duur)|praktijkvorming|\bbpv\b|leerarbeids|employ|agreement|internship|assignment
    |engagement|term\b|eindigt|aanvang|functie|\bbegint|\bstart|aan\s+het\s+werk|gaat\s+in\b|diensten
    |eerste\s+(?:werk|stage|contract)dag\b|\beinddatum\b|\bstel(?:t|len)\b[^.;]{0,60}\baan\b
    |arbeid\b|^\W*(?:eind(?:e|datum)|begin)\s*:|(?:begin|start)\s+(?:je|u)\b""",
    re.IGNORECASE | re.VERBOSE,
)
NOT_ABOUT = re.compile(
    r"""\bcao\b|c\.a\.o|collectieve|proeftijd|probation|loonschalen|salaristabel|ge[iï]ndexeerd|indexering
    |loonsverhoging|verhoogd|verhoging|wet\s
    |\bwet\b|pensioen|vakantie|verlof|reiskosten|kilometer|vog\b|verklaring\s+omtrent|diploma|registratie
    |big-|inschrijving|kvk|kamer\s+van|statuten
    |volmacht|(?:wordt|bedraagt)\s+(?:het|uw|je)?\s*(?:salaris|loon|uurtarief|tarief)|salaris\s+(?:wordt
    |bedraagt|zal)|salary\s+(?:is|will)|uitgekeerd|trede\b.{0,40}\bmet\s+ingang|periodiek|evaluatie
    |modelovereenkomst|belastingdienst|beoordeling|\bgetekend|\bondertekend|opgemaakt|lease
    |gebruikersovereenkomst|bruikleen|polis|verzekering|identiteit|legitimatie|paspoort|rijbewijs
    |geldig\s+tot|opgezegd|opzegging|aanzegg|opzegtermijn|notice""",
    re.IGNORECASE | re.VERBOSE,
)
HAS_RENEWED = re.compile(r"verleng(?:d|t|en)\b|voortgezet|omgezet|\bzetten", re.IGNORECASE)
OTHER_SUBJECT = re.compile(
    r"proeftijd|\bcao\b|c\.a\.o|collectieve\s+arbeidsovereenkomst|volmacht|vog\b|probation|lease\w*"
    r"|gebruikersovereenkomst|bruikleen\w*|studieovereenkomst",
    re.IGNORECASE,
)
OF_ITSELF = re.compile(r"zonder\s+(?:dat\s+)?(?:\S+\s+){0,6}?opzegging|without\s+(?:\S+\s+){0,4}?notice", re.IGNORECASE)
RENEWS = re.compile(
    r"verleng|voortgezet|voortzetting|voort\s+te\s+zetten|omgezet|omzetting|omgezet|zetten|continu"
    r"|extended|renewed|opvolg|vervolg|vervangt|vervangen",
    re.IGNORECASE,
)
PREVIOUS = re.compile(
    r"""(?:overeenkomst|contract|dienstverband|oproepcontract|brief|gesprek|aanstelling
    |agreement)\s*,?\s*(?:\([^)]{0,30}\)\s*)?(?:d\.?\s?d\.?|van|gedateerd|gesloten\s+op|ondertekend\s+op
    |getekend\s+op|dated|of)\s*$
    |(?:eerder|vorig|huidig|lopend|bestaand|oorspronkelijk|voorgaand|previous|current|eerste(?!\s+(?:werk|stage|contract)?dag(?:\s+van)?\b))[^.;]{0,140}$
    |\b(?:uw|je|jouw)\s[^.;]{0,60}\b(?:dienst|overeenkomst|contract)[^.;]{0,40}\b(?:is|was
    |sinds)\b[^.;]{0,60}$|\bsinds\b[^.;]{0,20}$|(?:\b(?:die|welke)|(?:contract
    |dienstverband)\s*,?\s*dat)\b[^.;]{0,60}(?:eindig|aflo|aanving|inging|ingegaan|aangegaan|gesloten
    |loopt)[^.;]{0,40}$""",
    re.IGNORECASE | re.VERBOSE,
)
LABELLED = re.compile(
    r"^[\s*•\-]*(?:(?i:art(?:ikel"
    r"|\.)?)\s*\d{1,2}[.:]?\s+)?(?:\d{1,2}(?:\.\d{1,2})?[.)]?\s+)?(?P<label>[^\n:]{3,60}?)\s*(?::"
    r"|\s{2,})\s*$"
)
