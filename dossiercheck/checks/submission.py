"""How the application is written (4.3.1): in Dutch, and without condition or reservation."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import ClassVar

from pydantic import Field

from dossiercheck.checks.base import Case, Requirement
from dossiercheck.checks.companies import provider_names
from dossiercheck.checks.harmless import Harmless
from dossiercheck.checks.letters import is_addressed, sentences
from dossiercheck.checks.own_texts import is_unknown_text
from dossiercheck.checks.substance import with_text, word_pattern
from dossiercheck.documents import Document, Kind, TextPage, Unreadable
from dossiercheck.facts import How, Place
from dossiercheck.findings import DecidedBy, Finding, Outcome, Reason, Severity, Subject, SubjectKind, Value

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_WINDOW = 60
"""Words of a text that are told apart at once."""
_SENTENCE_END = re.compile(r"[.!?;]\s+(?=[^a-z\s])|\n(?=\W*[-•*–]\s)|,\n(?=[A-Z])")
_LETTER_LINES = 60
"""Lines from the top of a text within which it shows that it is a letter."""
_LONGEST_SHOWN = 120
_SHOWN = 5
"""Sentences that are shown of what a person has to read."""


class InDutch(Requirement):
    """The provider's own texts are in Dutch, by the small words that each language has of its own.

    A contract in another language is for a person (it was not written for this application); papers of others are
    advice only. Of a text that is Dutch in part, or too short to tell, a person says what it is.
    """

    kind: ClassVar[str] = "in-dutch"

    own: tuple[Kind, ...] = Field(description="Kinds of documents that the provider writes itself.")
    shared: tuple[Kind, ...] = Field(description="Kinds that it writes together with somebody else.")
    language: str = Field(description="The language asked for; a key of `small_words`.")
    small_words: dict[str, tuple[str, ...]] = Field(description="Language -> words that are frequent in it alone.")
    least_words: int = Field(gt=0, description="A text of fewer words is none to judge.")
    least_hits: int = Field(gt=0, description="So many small words, and twice those of any other, tell a language.")
    foreign_share: float = Field(
        gt=0, le=1, description="From this share on, a text is in another language as a whole."
    )
    overlooked_share: float = Field(ge=0, lt=1, description="Up to this share of another language is overlooked.")

    @cached_property
    def _languages(self) -> Mapping[str, tuple[str, ...]]:
        """Word -> the languages that it tells."""
        found: dict[str, list[str]] = {}
        for language, words in self.small_words.items():
            for word in words:
                found.setdefault(word.casefold(), []).append(language)
        return {word: tuple(languages) for word, languages in found.items()}

    def evaluate(self, case: Case) -> Iterator[Finding]:
        judged = 0
        for document in case.dossier.documents:
            own, shared = document.kind in self.own or is_unknown_text(document), document.kind in self.shared
            finding = self._judged(document)
            if finding is None:
                continue
            if own:
                judged += 1
                yield finding
            elif finding.outcome is Outcome.NOT_MET and shared:
                yield replace(
                    finding, outcome=Outcome.UNDECIDED, say="agreement-not-dutch", decided_by=DecidedBy.PERSON
                )
            elif finding.outcome is Outcome.NOT_MET:
                yield replace(
                    finding,
                    outcome=Outcome.UNDECIDED,
                    say="paper-not-dutch",
                    severity=Severity.ADVICE,
                    decided_by=DecidedBy.PERSON,
                )
        if not judged:
            yield self.finding(Outcome.NOT_APPLICABLE, "no-own-texts")

    def _judged(self, document: Document) -> Finding | None:
        """What is said of one document; None where it holds no text to speak of."""
        told = [(page, self._told(page)) for page in document.text]
        every = sum((counts for _, counts in told), Counter[str]())
        words = sum(len(_WORD.findall(page.text)) for page, _ in told)
        known = sum(count for language, count in every.items() if language)
        if words < self.least_words or (not known and _is_table(document)):
            return None
        subject = Subject(kind=SubjectKind.DOCUMENT, id=document.file, name=document.file)
        foreign = known - every[self.language]
        values: dict[str, Value] = {
            "file": document.file,
            "languages": tuple(x for x in every if x and x != self.language),
        }
        at = tuple(_top(page) for page, counts in told if any(x and x != self.language for x in counts))
        if not known:
            outcome, say, reason = Outcome.UNDECIDED, "language-unclear", Reason.NEEDS_PERSON
        elif foreign >= known * self.foreign_share:
            outcome, say, reason = Outcome.NOT_MET, "not-dutch", Reason.NOT_DUTCH
        elif foreign > known * self.overlooked_share:
            outcome, say, reason = Outcome.UNDECIDED, "partly-not-dutch", Reason.NOT_DUTCH
        else:
            return self.finding(Outcome.MET, "in-dutch", subject=subject, values=values)
        return self.finding(
            outcome, say, reason=reason, subject=subject, values=values, at=at or (Place(file=document.file),)
        )

    def _told(self, page: TextPage) -> Counter[str]:
        """Windows of a page by language; the empty one for what cannot be told."""
        words = [word.casefold() for word in _WORD.findall(page.text)]
        starts = range(0, len(words), _WINDOW)
        return Counter(self._language_of(words[start : start + _WINDOW]) for start in starts)

    def _language_of(self, words: list[str]) -> str:
        hits = Counter(language for word in words for language in self._languages.get(word, ()))
        (first, most), (_, second) = (*hits.most_common(2), ("", 0), ("", 0))[:2]
        return first if most >= self.least_hits and most >= 2 * second else ""


class Unconditional(Requirement):
    """No condition or reservation in a cover letter or an accompanying statement: a person reads what raises it.

    Texts of no known kind that look like a letter or a statement are read, and whatever greets and speaks of the own
    application; papers of others are not. It is met only where everything that they say is known to be harmless.
    """

    kind: ClassVar[str] = "unconditional"

    letters: tuple[str, ...] = Field(
        description="Words by which a letter or statement is told, in its top or its name."
    )
    applying: tuple[str, ...] = Field(
        default=(), description="By these a paper that greets somebody is a letter, whatever kind its words make of it."
    )
    words: tuple[str, ...] = Field(description="Words that raise a reservation; `*` stands for any letters.")
    matters: tuple[str, ...] = Field(default=(), description="What an application agrees to: terms, rates, demands.")
    turns: tuple[str, ...] = Field(
        default=(), description="Words that turn a sentence about such a matter into something to be read."
    )
    unless: tuple[str, ...] = Field(description="Phrases with such words that say the opposite.")
    harmless: Harmless = Field(default=Harmless(), description="What a letter may say without a person reading it.")

    @cached_property
    def _patterns(self) -> "tuple[re.Pattern[str] | None, re.Pattern[str] | None, re.Pattern[str] | None]":
        return word_pattern(self.letters), word_pattern(self.words), word_pattern(self.unless)

    @cached_property
    def _turned(self) -> "tuple[re.Pattern[str] | None, re.Pattern[str] | None]":
        return word_pattern(self.matters), word_pattern(self.turns)

    def evaluate(self, case: Case) -> Iterator[Finding]:
        letters = [document for document in case.dossier.documents if self._is_letter(document)]
        hits = tuple(place for letter in letters for page in letter.text for place in self._hits(page))
        values: dict[str, Value] = {"count": len(letters), "files": tuple(letter.file for letter in letters)}
        unread = next(
            (d for d in case.dossier.documents if isinstance(d.paper, Unreadable) and self._is_named_so(d)), None
        )
        unsure = next((letter for letter in letters if not all(page.is_sure for page in letter.text)), None)
        if hits:
            values["words"] = tuple(dict.fromkeys(place.text.rstrip(".") for place in hits))
            yield self._open("reservation-raised", Reason.NEEDS_PERSON, values, *hits)
        elif unread or unsure:
            file = (unread or unsure or case.dossier.documents[0]).file
            yield self._open("letter-unread", Reason.UNREADABLE, {"file": file}, Place(file=file))
        elif free := tuple(place for letter in letters for place in self._free(letter, provider_names(case.dossier))):
            more = len(free) - 1
            values = {"file": free[0].file, "text": free[0].text.rstrip("."), "more": more or None}
            yield self._open("letter-to-read", Reason.NEEDS_PERSON, values, *free[:_SHOWN])
        else:
            say = "no-reservation" if letters else "no-letter"
            yield self.finding(Outcome.MET, say, values=values, at=tuple(Place(file=letter.file) for letter in letters))

    def _is_letter(self, document: Document) -> bool:
        if not is_unknown_text(document):
            pattern = word_pattern(self.applying)
            return any(is_addressed(page) and bool(pattern and pattern.search(page.text)) for page in document.text)
        pattern = self._patterns[0]
        top = "\n".join(line.text for page in document.text[:1] for line in page.lines[:_LETTER_LINES])
        return (
            bool(pattern and pattern.search(top))
            or any(map(is_addressed, document.text))
            or self._is_named_so(document)
        )

    def _is_named_so(self, document: Document) -> bool:
        pattern = self._patterns[0]
        return bool(pattern and pattern.search(re.sub(r"[\W_]+", " ", document.file.rpartition("/")[2])))

    def _hits(self, page: TextPage) -> Iterator[Place]:
        """Where a reservation is raised, phrases that say the opposite left out; also over the end of a line.

        No list holds every wording of a reservation: a sentence about terms that turns on something is one too.
        """
        _, words, unless = self._patterns
        text = page.text
        if unless:
            text = unless.sub(lambda found: re.sub(r"\S", "\x00", found.group()), text)
        for start, sentence in _sentences(text):
            found = words.search(sentence) if words else None
            if found or self._is_turned(sentence):
                at = found.start() if found else 0
                line = page.lines[text.count("\n", 0, start + at)]
                yield with_text(line, _around(page.text[start : start + len(sentence)], at))

    def _free(self, letter: Document, names: Sequence[str]) -> Iterator[Place]:
        """What a letter says besides what is known to be harmless."""
        for sentence in sentences(letter.text, names):
            if (
                sentence.in_frame
                and not self._tells(sentence.said)
                and self.harmless.stands_alone(sentence.left_of_frame)
            ):
                continue
            if not self.harmless.passes(sentence.left):
                yield with_text(sentence.line, sentence.said)

    def _tells(self, text: str) -> bool:
        return any(pattern and pattern.search(text) for pattern in (self._patterns[1], *self._turned))

    def _is_turned(self, sentence: str) -> bool:
        matters, turns = self._turned
        return bool(matters and turns and matters.search(sentence) and turns.search(sentence))

    def _open(self, say: str, reason: Reason, values: Mapping[str, Value], *at: Place) -> Finding:
        return self.finding(Outcome.UNDECIDED, say, reason=reason, values=values, at=at)


def _around(sentence: str, at: int) -> str:
    """The sentence; of one that is too long to be shown, what stands around the word at `at`."""
    return sentence if len(sentence) <= _LONGEST_SHOWN else sentence[max(0, at - _LONGEST_SHOWN // 2) :]


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text, each with where it begins."""
    start = 0
    for end in (*(found.end() for found in _SENTENCE_END.finditer(text)), len(text)):
        sentence = text[start:end]
        bare = sentence.strip()
        if bare:
            yield start + sentence.index(bare), bare
        start = end


def _is_table(document: Document) -> bool:
    """Words in the cells of a workbook are no running text."""
    return all(line.place.how is How.CELL for page in document.text for line in page.lines)


def _top(page: TextPage) -> Place:
    """The page, by its first line."""
    return replace(page.lines[0].place, text="", box=None)
