"""What a rule is: a name, a claim-named function that looks, the guideline it follows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from inspect import cleandoc
from typing import TypeAlias

from onrecord.reading.audit.sourcing import Sourcing
from onrecord.records.audit import Observation, RuleName

Look: TypeAlias = Callable[[Sourcing], Iterator[Observation]]


@dataclass(frozen=True, slots=True)
class Rule:
    """Rule(SINGLE_SOURCE, "all statements rest on one source", story_rests_on_one_source, "Reuters ...").

    title is what it looks for, look the function that does, guideline the public one it follows. needs_sources: it can tell
    nothing of a reading that does not say who its sources are.
    """

    name: RuleName
    title: str
    look: Look
    guideline: str
    needs_sources: bool = True

    @property
    def asks(self) -> str:
        """What the rule asks and what it leaves alone: the docstring of its function."""
        return cleandoc(self.look.__doc__ or "")
