"""Whose phone numbers stand in a plan: the fire brigade's, the police's, and those of whom else to warn.

A number belongs to what stands between it and the number before it on its line, or else to the line above. 112 is the
number of fire brigade and police alike, where it stands as one to call (and is no house number).
"""

import re
from collections.abc import Iterator
from functools import cached_property

from pydantic import Field

from dossiercheck.checks.case import Model
from dossiercheck.checks.numbers_in_text import phone_numbers
from dossiercheck.checks.substance import Found, Substance, Treated, with_text, word_pattern
from dossiercheck.documents import TextLine

FIRE_BRIGADE, POLICE, TO_WARN = "phone-fire-brigade", "phone-police", "phone-to-warn"


class PhoneWords(Model):
    """Words by which a number's owner is told, and the numbers that everybody knows."""

    fire_brigade: tuple[str, ...] = Field(description="Words for the fire brigade; `*` stands for any letters.")
    police: tuple[str, ...] = Field(description="Words for the police.")
    to_warn: tuple[str, ...] = Field(description="Words for whom else to warn.")
    call: tuple[str, ...] = Field(description="Words that make an emergency number one to call.")
    emergency: tuple[str, ...] = Field(description="Numbers that reach fire brigade and police alike.")
    police_numbers: tuple[str, ...] = Field(default=(), description="Other numbers of the police.")
    fire_brigade_numbers: tuple[str, ...] = Field(default=(), description="Other numbers of the fire brigade.")

    @cached_property
    def patterns(self) -> tuple[tuple[str, re.Pattern[str] | None], ...]:
        return (
            (FIRE_BRIGADE, word_pattern(self.fire_brigade)),
            (POLICE, word_pattern(self.police)),
            (TO_WARN, word_pattern(self.to_warn)),
        )

    @cached_property
    def call_pattern(self) -> re.Pattern[str] | None:
        return word_pattern((*self.call, *self.fire_brigade, *self.police))


def weigh_numbers(text: Substance, words: PhoneWords) -> dict[str, Found]:
    """Whether each of the three has a number, and where."""
    found = {name: Found(treated=Treated.NO) for name in (FIRE_BRIGADE, POLICE, TO_WARN)}
    for line, label, digits in _labelled(text.lines):
        whose, treated = _owners(label, digits, words)
        for name in whose:
            if found[name].treated is Treated.NO or (treated, found[name].treated) == (Treated.YES, Treated.HINTED):
                found[name] = Found(treated=treated, place=with_text(line, f"{label} {digits}"))
    return found


def _owners(label: str, digits: str, words: PhoneWords) -> tuple[tuple[str, ...], Treated]:
    """Whose number this is. One without a word beside it may be of somebody to warn."""
    if digits in _plain(words.emergency):
        called = words.call_pattern and words.call_pattern.search(label)
        return ((FIRE_BRIGADE, POLICE) if called else ()), Treated.YES
    if digits in _plain(words.police_numbers):
        return (POLICE,), Treated.YES
    if digits in _plain(words.fire_brigade_numbers):
        return (FIRE_BRIGADE,), Treated.YES
    named = tuple(name for name, pattern in words.patterns if pattern and pattern.search(label))
    return (named, Treated.YES) if named else ((TO_WARN,), Treated.HINTED)


def _labelled(lines: tuple[TextLine, ...]) -> Iterator[tuple[TextLine, str, str]]:
    """Each number with the words that stand before it: on its line, after it, or on the line above."""
    for index, line in enumerate(lines):
        numbers = list(phone_numbers(line.text))
        for which, (start, end, digits) in enumerate(numbers):
            before = line.text[numbers[which - 1][1] if which else 0 : start]
            after = line.text[end : numbers[which + 1][0] if which + 1 < len(numbers) else len(line.text)]
            above = lines[index - 1].text if index and not which else ""
            label = before if _has_words(before) else after if _has_words(after) and not which else above
            yield line, f"{label} {after[:60]}" if digits == "112" else label, digits


def _has_words(text: str) -> bool:
    return bool(re.search(r"[^\W\d_]{3,}", text))


def _plain(numbers: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(re.sub(r"\D", "", number) for number in numbers)
