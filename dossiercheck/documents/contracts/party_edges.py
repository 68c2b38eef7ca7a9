"""Where a party's name begins and ends among the words that introduce it: data for `parties`."""

import re

NUMBERING = re.compile(
    r"""^(?:\W+|\d{1,2}(?:\.\d{1,2})?\s*[.)°]?\s+|\d{1,2}\s*[.)°]\s*|partij\s+(?:\d|[a-c]|een
    |twee)\b\s*:?\s*|(?:wij\s+zijn|jij\s+bent|u\s+bent|hierbij|zijn|tussen|between)\b\s*:?\s*|komt\b
    |(?:artikel|art\.?)\s+\d{1,2}\s*:?\s*(?:partijen)?|[a-e]\)\s*|[ivx]{1,3}\)\s+
    |(?-i:[A-Z])[\w -]{0,40}(?:overeenkomst|contract)(?:\s+voor\s+\w+\s+tijd)?[ ]*\n\s*
    |(?:de\s+)?partijen\b\s*(?:zijn\b)?[\s:,]*
    |(?:en|and|als|enerzijds|anderzijds|alsmede|voorts|ten\s+(?:eerste|tweede)|ter\s+(?:ene|andere)\s+zijde
    |hierna|namens)\b[\s,:]*
    |(?:het\s+bestuur|de\s+directie|de\s+raad\s+van\s+bestuur)\s+van\s+(?:de\s+)?
    |(?:de\s+)?(?:werkgever|werknemer|opdrachtgever|opdrachtnemer|medewerker|organisatie|werkneemster)\s*[:,]\s*)+""",
    re.IGNORECASE | re.VERBOSE,
)
NAME_END = re.compile(
    r"""[,;:]|(?<=[BN]\.V\.)\s*\n|\((?!(?-i:\s*[A-ZÀ-Þ][a-zà-ÿ-]+\s*\)\s+[A-Za-z]))|\n\n|\s{2,}(?=\S)|\b(?:geboren|geb\.
    |gevestigd|wonende|woonachtig|statutair|kantoor|handelend|h\.?o\.?d\.?n|hierna
    |verder|nader|te\s+dezen|ten\s+deze|in\s+deze|te\s+noemen|rechtsgeldig|vertegenwoordigd|ingeschreven|kvk
    |bsn|burgerservice
    |residing|living\b|hereby\b|appoints\b|employs\b|detacheert\b|born\b|registered|having|represented|hereinafter|ter\s+ene|als\s+|domiciled
    |met\s+(?:adres|als|kvk|bsn)
    |with\s|established|located|aan\s+de\s(?!(?:[\w'-]+\s+){1,3}(?-i:B\.?V\b|N\.?V\b|U\.?A\b|V\.?O\.?F\b))|werkzaam|zelfstandig|eigenaar|student\s+aan|leerling\s+van)
    |\s-\s(?!(?-i:(?:van|de|der|den|ter|ten|te|el)\s|[A-ZÀ-Þ][a-zà-ÿ]+))""",
    re.IGNORECASE | re.VERBOSE,
)
PLACE_AFTER = re.compile(
    r"\s+te\s+(?=[A-Z'])|(?<=[.\s][VAF])\.?\s+(?:in|uit)\s+(?=[A-Z'])|(?<=[.][VAF][.])\s+(?:in|uit)\s+(?=[A-Z'])"
)
TOWN = re.compile(r"(?<=\w\w)\s+te\s+(?=[A-Z'][\w' -]{1,30}$|[A-Z'][\w' -]{1,30}[,(;])")
FIRM_IN_TOWN = re.compile(r"(?:B\.?V\.?|Stichting\s[^,;\n]{2,40})\s+te\s+[A-Z']")
"""Where the other party is introduced with `te` and its town, `te` before a capital opens no surname."""
