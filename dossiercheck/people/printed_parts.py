"""A printed name taken apart: the readings of it, and in each the first names and the surname."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Surname:
    """A surname: its words without prefixes, the prefix before each word, and where its parts begin."""

    words: tuple[str, ...]
    prefixes: tuple[str, ...]
    """For each word the prefix before it, or an empty text."""
    starts: tuple[int, ...]
    """Index of the first word of each part: parts are joined by a hyphen or begin with a prefix."""
    hyphenated: bool = False

    @property
    def parts(self) -> tuple["Surname", ...]:
        """Every part as a surname of its own."""
        ends = (*self.starts[1:], len(self.words))
        return tuple(Surname(self.words[a:b], self.prefixes[a:b], (0,)) for a, b in zip(self.starts, ends, strict=True))

    @property
    def as_one(self) -> str:
        """Written as one word with its first prefix (`vandijk`)."""
        return "".join((*self.prefixes[0].split(), *self.words))

    def joined_with(self, other: "Surname") -> "Surname":
        return Surname(
            self.words + other.words,
            self.prefixes + other.prefixes,
            self.starts + tuple(start + len(self.words) for start in other.starts),
            hyphenated=True,
        )


@dataclass(frozen=True, slots=True)
class FirstNames:
    """First names in order; hyphenated ones are one name (`anne-fleur`)."""

    names: tuple[str, ...] = ()
    """Names and initials, folded."""
    full: tuple[bool, ...] = ()
    """For each whether it is a name; else an initial (or an abbreviation such as `th`)."""

    @property
    def letters(self) -> tuple[str, ...]:
        return tuple(name[0] for name in self.names)

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(name for name, full in zip(self.names, self.full, strict=True) if full)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a printed name."""

    first: FirstNames
    surname: Surname
    weak: bool = False
    """Surname first without anything that says so (`Bakker Anna`), or `jr.` behind it (father or son?)."""
    rule: str = ""
    """`birth_name` or `partner_name` where the paper itself calls the surname so."""


@dataclass(frozen=True, slots=True)
class PrintedName:
    """All readings of a name, the most likely ones first."""

    readings: tuple[Reading, ...]
    call_names: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    """All words of its surnames, also written as one with their prefix."""
    edges: frozenset[str] = frozenset()
    """How its surnames begin and end."""


def edges_of(joined: str) -> tuple[str, str]:
    """The first and the last letter of a surname, told apart."""
    return f"{joined[0]}-", f"-{joined[-1]}"
