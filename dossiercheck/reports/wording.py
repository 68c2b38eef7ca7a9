"""Findings become sentences: the words of `wording/<lang>/*.yaml`, filled in with a finding's values.

The notation of the data files is explained at the top of `wording/nl/general.yaml`. A key or value that is unknown
never stops a report: the title of the requirement and the reason take the place of the sentence.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from importlib.resources import files

from dossiercheck.findings import Clause, Finding, Outcome, RequirementInfo, Value, Wording
from dossiercheck.reports.escape import clean, shorten

Sections = Mapping[str, Mapping[str, str]]

MAX_VALUE = 120
"""Longest value in a sentence, in characters."""

LANGUAGES = ("nl", "en")
_OPTIONAL = re.compile(r"\[\[(.*?)\]\]")
_SLOT = re.compile(r"\{(\w+)(?::(\w+)|\|([^|{}]*)\|([^|{}]*))?\}")
_UNKNOWN = "…"


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """Everything that a report says in one language."""

    lang: str
    sections: Sections

    def label(self, key: str, **values: Value) -> str:
        """A word or phrase of the report itself; the key where it is not known."""
        return self.fill(self.sections["labels"].get(key, key), values)

    def word(self, section: str, code: str) -> str:
        """A code in words, such as `vog` in `kinds`; made readable where it is not known."""
        known = self.sections.get(section, {}).get(code)
        return known if known is not None else clean(code).replace("_", " ")

    def text(self, wording: Wording) -> str:
        """A text of the requirement set."""
        return clean(wording.in_language(self.lang))

    def sentence(self, finding: Finding, requirement: RequirementInfo | None) -> str:
        """What was seen: the requirement set's own message, else ours, else title and reason."""
        return self.fill(self.template(finding, requirement), finding.values)

    def template(self, finding: Finding, requirement: RequirementInfo | None) -> str:
        """The sentence of a finding before its values are filled in."""
        if requirement and finding.say in requirement.messages:
            return self.text(requirement.messages[finding.say])
        return self.sections["sentences"].get(finding.say) or self._fallback(finding, requirement)

    def say(self, key: str, values: Mapping[str, Value]) -> str:
        """The sentence of a remark or of a file's problem."""
        known = self.sections["sentences"].get(key)
        return self.fill(known, values) if known else clean(key).replace("-", " ")

    def remedy(self, finding: Finding, requirement: RequirementInfo | None) -> str:
        """What to do; empty where there is nothing to do."""
        if finding.expiring:
            return self.fill(self.sections["advice"]["expiring"], finding.values)
        if finding.outcome in (Outcome.MET, Outcome.NOT_APPLICABLE):
            return ""
        own = requirement.remedies if requirement else {}
        for key in (finding.say, finding.reason.value if finding.reason else ""):
            if key in own:
                return self.fill(self.text(own[key]), finding.values)
        known = self.sections["advice"].get(finding.say)
        if known is None:
            known = self.text(requirement.remedy) if requirement else ""
        return self.fill(known, finding.values)

    def matched_by(self, codes: str) -> str:
        """How a document was matched: `name+birth_date` becomes 'name and birth date'."""
        return self.listed(self.word("matched_by", code) for code in codes.split("+") if code)

    def listed(self, items: Iterable[str]) -> str:
        """'a, b and c'."""
        *head, last = [*items] or [self.label("nothing")]
        return f"{', '.join(head)} {self.label('list-and')} {last}" if head else last

    def day(self, day: date) -> str:
        """A date for people: '12 maart 2022'."""
        return f"{day.day} {self.month(day)} {day.year}"

    def month(self, day: date) -> str:
        """The name of a month."""
        return self.word("months", str(day.month))

    def short_day(self, day: date) -> str:
        """A date for narrow columns: '2-9-2024' or '2 Sep 2024'."""
        if self.lang == "nl":
            return f"{day.day}-{day.month}-{day.year}"
        return f"{day.day} {self.month(day)[:3]} {day.year}"

    def common(self, template: str, cases: Sequence[Mapping[str, Value]]) -> tuple[str, tuple[str, ...]]:
        """One sentence for many cases: with the values that all share, and for each case the others, in words."""
        shared = {key: value for key, value in cases[0].items() if all(c.get(key) == value for c in cases)}
        slots = {m[1]: m[2] for m in _SLOT.finditer(template) if m[3] is None and m[1] not in shared}
        rest = tuple(
            ", ".join(self.value(case[key], section) for key, section in slots.items() if case.get(key) is not None)
            for case in cases
        )
        return self.fill(template, shared), rest

    def value(self, value: Value, section: str | None = None) -> str:
        """A value for people; `section` words it as a code."""
        if isinstance(value, Clause):
            return self.condition(value)
        if isinstance(value, Wording):
            return self.text(value)
        if isinstance(value, tuple):
            return shorten(self.listed(self.value(item, section) for item in value), MAX_VALUE)
        if value is None or value == "":
            return _UNKNOWN
        if isinstance(value, bool):
            return self.label("yes" if value else "no")
        if isinstance(value, datetime):
            return f"{self.day(value)} {value:%H:%M} UTC"
        if isinstance(value, date):
            return self.day(value)
        if isinstance(value, float):
            return self._number(value)
        return self.word(section, str(value)) if section else shorten(clean(str(value)), MAX_VALUE)

    def condition(self, clause: Clause) -> str:
        """A condition of the requirement set in words, to follow 'where' (Dutch: 'als')."""
        if clause.parts:
            joint = f" {self.label('list-and' if clause.key == 'all' else 'list-or')} "
            return joint.join(self.condition(part) for part in clause.parts)
        section = "products" if clause.key == "product" else None
        named = [self.value(word, section) for word in clause.named]
        joint = self.label("list-or")
        listed = f"{', '.join(named[:-1])} {joint} {named[-1]}" if len(named) > 1 else "".join(named)
        return self.fill(self.word("conditions", clause.key), {"named": listed})

    def fill(self, template: str, values: Mapping[str, Value]) -> str:
        """A template with its values in place; never fails."""

        def optional(found: re.Match[str]) -> str:
            names = [slot[1] for slot in _SLOT.finditer(found[1])]
            return found[1] if all(values.get(n) not in (None, "", ()) for n in names) else ""

        def slot(found: re.Match[str]) -> str:
            value = values.get(found[1])
            if found[3] is not None:
                return found[3] if value == 1 else found[4]
            return self.value(value, found[2])

        return _SLOT.sub(slot, _OPTIONAL.sub(optional, template))

    def _number(self, value: float) -> str:
        text = f"{value:.2f}".rstrip("0").rstrip(".")
        return text.replace(".", ",") if self.lang == "nl" else text

    def _fallback(self, finding: Finding, requirement: RequirementInfo | None) -> str:
        title = self.text(requirement.title) if requirement else clean(finding.requirement)
        if finding.reason:
            why = self.word("reasons", finding.reason.value)
        elif finding.outcome in (Outcome.MET, Outcome.NOT_APPLICABLE):
            why = self.label(f"finding-{finding.outcome.value}")
        else:
            why = self.word("outcomes", finding.outcome.value)
        return f"{title}: {why}."


@lru_cache(maxsize=2)
def words(lang: str) -> Words:
    """The words of a language, read when first needed; English for a language that is not there."""
    import yaml

    lang = lang if lang in LANGUAGES else "en"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    sections: dict[str, dict[str, str]] = {}
    folder = files("dossiercheck.reports").joinpath("wording", lang)
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        for section, entries in yaml.load(file.read_text(encoding="utf-8"), Loader=loader).items():
            sections.setdefault(section, {}).update(entries)
    return Words(lang=lang, sections=sections)
