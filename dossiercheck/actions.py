"""What to do first: the fewest actions that settle every open finding, with what takes longest at the top.

For each person (and the provider, each location, ...) the smallest number of the set's actions that covers the
findings is chosen; of equally many, those that take least time. What no action covers is settled by its own remedy.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dossiercheck.findings import Action, Finding, Outcome, Subject, Wording
from dossiercheck.tender import Subtender

MOST_SEARCHED = 12
"""So many candidate actions are searched for the smallest choice; of more, the one that settles most is taken first."""


@dataclass(frozen=True)
class _Option:
    """An action that could be taken."""

    key: str
    title: Wording | None
    lead: int | None
    once: bool = False
    ask: Wording | None = None
    advice: str = ""
    """Tells remedies of one requirement apart: by the sentence that they belong to."""


_Settles = Mapping[_Option, frozenset[int]]
"""Which of a subject's findings (by their place) an option settles."""


def what_to_do(findings: Iterable[Finding], subtender: Subtender) -> tuple[Action, ...]:
    """The actions for these findings, the same one for several persons once."""
    by_subject: defaultdict[Subject, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.counts and finding.outcome in (Outcome.NOT_MET, Outcome.UNDECIDED):
            by_subject[finding.subject].append(finding)
    chosen: defaultdict[_Option, list[Finding]] = defaultdict(list)
    for mine in by_subject.values():
        settles = _options(mine, subtender)
        for option, settled in _fewest(settles, len(mine)):
            chosen[option] += [mine[index] for index in sorted(settled)]
    actions = [
        Action(
            key=option.key,
            title=option.title,
            lead_minutes=option.lead,
            once=option.once,
            ask=option.ask,
            findings=tuple(settled),
        )
        for option, settled in chosen.items()
    ]
    return tuple(sorted(actions, key=_what_takes_longest_first))


def _what_takes_longest_first(action: Action) -> tuple[int, int]:
    lead = -1 if action.lead_minutes is None else action.lead_minutes
    return -lead, -len(action.findings)


def _options(findings: Sequence[Finding], subtender: Subtender) -> _Settles:
    """The set's actions that settle some of these, and each remedy of what none of them settles."""
    found: dict[_Option, frozenset[int]] = {}
    for key, words in subtender.header.actions.items():
        settled = frozenset(i for i, f in enumerate(findings) if _is_settled(f, words.settles))
        if settled:
            ask = words.ask.wording if words.ask else None
            found[_Option(key, words.title.wording, words.lead.in_minutes, words.once, ask)] = settled
    leads = {r.id: r.lead.in_minutes if r.lead else None for r in subtender.requirements}
    for index in set(range(len(findings))).difference(*found.values()):
        finding = findings[index]
        own = _Option(finding.requirement, None, leads.get(finding.requirement), advice=finding.say)
        found[own] = found.get(own, frozenset()) | {index}
    return found


def _is_settled(finding: Finding, settles: tuple[str, ...]) -> bool:
    reason = finding.reason.value if finding.reason else ""
    return finding.requirement in settles or f"{finding.requirement}/{reason}" in settles


def _fewest(settles: _Settles, count: int) -> list[tuple[_Option, frozenset[int]]]:
    """The options to take, each with what it settles that no earlier one does."""
    by_finding = [[option for option, settled in settles.items() if index in settled] for index in range(count)]
    needed = dict.fromkeys(options[0] for options in by_finding if len(options) == 1)
    left = frozenset(range(count)).difference(*(settles[option] for option in needed))
    options = [option for option in settles if option not in needed and settles[option] & left]
    return _shared_out([*needed, *_choice(options, left, settles)], settles)


def _choice(options: Sequence[_Option], left: frozenset[int], settles: _Settles) -> Sequence[_Option]:
    """The smallest choice of these options that settles what is left; of equally many, the quickest."""
    if len(options) > MOST_SEARCHED:
        return _greedy(settles, left)
    for size in range(len(options) + 1):
        covering = [c for c in combinations(options, size) if left <= frozenset().union(*(settles[o] for o in c))]
        if covering:
            return min(covering, key=_time)
    return _greedy(settles, left)


def _greedy(settles: _Settles, everything: frozenset[int]) -> list[_Option]:
    taken: list[_Option] = []
    left = set(everything)
    while left:
        best = max(settles, key=lambda option: len(settles[option] & left))
        taken.append(best)
        left -= settles[best]
    return taken


def _time(options: Sequence[_Option]) -> tuple[int, int]:
    """What takes longest, and all together."""
    leads = [option.lead or 0 for option in options]
    return max(leads, default=0), sum(leads)


def _shared_out(options: Sequence[_Option], settles: _Settles) -> list[tuple[_Option, frozenset[int]]]:
    done: set[int] = set()
    shares = []
    for option in options:
        shares.append((option, settles[option] - done))
        done |= settles[option]
    return shares
