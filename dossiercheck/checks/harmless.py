"""Is a sentence of a letter known to be harmless?

No list holds every wording of a reservation. So it is the harmless that is listed: a sentence passes only where it
holds no word but those of known acts (offering, thanking, naming whom to reach). An act that binds, such as agreeing,
must begin as it is known to and holds its own words only: what is agreed to otherwise, a person reads.
"""

import re
from collections.abc import Sequence
from functools import cached_property

from pydantic import Field

from dossiercheck.checks.case import Model

_GAP = re.compile(r"(?:[^\w'’]|_)*")
_CAPITAL = re.compile(r"(?:[A-Z](?=\W|$)|[A-ZÀ-Þ][\w'’-]*[a-zß-ÿ][\w'’-]*|van|de|den|der|ten|ter|het|['’]t)(?![\w'’])")
_NUMBERS = "twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|vijftien|twintig|dertig|veertig"
_COUNT = re.compile(r"\d{1,3}(?!\w)")


class Act(Model):
    """What a harmless sentence does."""

    begins: tuple[str, ...] = Field(default=(), description="How it begins.")
    words: tuple[str, ...] = Field(
        default=(), description="Words that it may hold; `*` stands for any letters, `#` for a number."
    )

    @cached_property
    def opening(self) -> re.Pattern[str] | None:
        return _at(self.begins)

    @cached_property
    def vocabulary(self) -> re.Pattern[str] | None:
        return _at(self.words)


class Harmless(Model):
    """All that a letter may say without a person reading it."""

    acts: dict[str, Act] = Field(default={}, description="What a sentence may do.")
    common: tuple[str, ...] = Field(default=(), description="Words that every act may hold: articles and the like.")
    names: tuple[str, ...] = Field(default=(), description="Names that every act may hold: municipalities, products.")
    mixed: tuple[str, ...] = Field(default=(), description="Acts whose words may be mixed, and need no beginning.")
    with_names: tuple[str, ...] = Field(default=(), description="Acts in which a capitalised word is somebody's name.")
    in_frame: tuple[str, ...] = Field(
        default=(), description="Acts whose words stand alone in a letter's head or foot."
    )

    @cached_property
    def _shared(self) -> re.Pattern[str] | None:
        return _at((*self.common, *self.names))

    @cached_property
    def _frame(self) -> re.Pattern[str] | None:
        return _at([word for act in map(self.acts.__getitem__, self.in_frame) for word in (*act.begins, *act.words)])

    @cached_property
    def _mixture(self) -> re.Pattern[str] | None:
        return _at([word for act in map(self.acts.__getitem__, self.mixed) for word in act.words])

    def stands_alone(self, line: str) -> bool:
        """Does a line of a letter's head or foot hold names and the words beside them only?"""
        at = _skip(line, 0)
        while at < len(line):
            end = _longest(line, at, self._frame, self._shared, _COUNT, _CAPITAL)
            if end == at:
                return False
            at = _skip(line, end)
        return True

    def passes(self, sentence: str) -> bool:
        """Is everything that this sentence says known?"""
        act, at = "", _skip(sentence, 0)
        while at < len(sentence):
            begun, end = self._begun(sentence, at, inside=act)
            word = self._word(sentence, at, act)
            if max(end, word) == at:
                return False
            act, at = (begun, end) if end > word or (not act and end == word) else (act, word)
            at = _skip(sentence, at)
        return True

    def _begun(self, sentence: str, at: int, inside: str) -> tuple[str, int]:
        """The act that begins here, and where its beginning ends."""
        found = [
            (match.end(), name == inside, name)
            for name, act in self.acts.items()
            if act.opening and (match := act.opening.match(sentence, at))
        ]
        end, _, name = max(found, default=(at, True, inside))
        return name, end

    def _word(self, sentence: str, at: int, act: str) -> int:
        """Where the word here ends, if this act may hold it; else where it begins."""
        is_mixed = not act or act in self.mixed
        return _longest(
            sentence,
            at,
            self.acts[act].vocabulary if act else None,
            self._shared,
            self._mixture if is_mixed else None,
            _CAPITAL if act in self.with_names or (is_mixed and at) else None,
        )


def _longest(sentence: str, at: int, *patterns: re.Pattern[str] | None) -> int:
    return max((match.end() for p in patterns if p and (match := p.match(sentence, at))), default=at)


def _skip(sentence: str, at: int) -> int:
    found = _GAP.match(sentence, at)
    return found.end() if found else at


def _at(words: Sequence[str]) -> re.Pattern[str] | None:
    """Any of these words or phrases, whole, where one looks; the longest first."""
    return re.compile(rf"(?:{_any(words)})(?![\w'’])", re.IGNORECASE) if words else None


def _any(words: Sequence[str]) -> str:
    longest = sorted(words, key=len, reverse=True)
    return "|".join(r"[\s.,-]+".join(_part(part) for part in word.split()) for word in longest)


def _part(part: str) -> str:
    plain = re.escape(part).replace(r"\*", r"[\w'’-]*").replace("'s", "['’]s")
    return plain.replace(r"\#", rf"(?:\d{{1,3}}|{_NUMBERS})")
