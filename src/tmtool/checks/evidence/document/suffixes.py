"""Does a repeated title say that it goes on or ends where its source does: (continued), (suite)?"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields

from tmtool.checks.engine.check import Flag
from tmtool.checks.engine.draft import Draft
from tmtool.checks.evidence.document.repeats import Passage
from tmtool.model import Span
from tmtool.model.wording import say


@dataclass(frozen=True, slots=True)
class Suffix:
    """A `Suffix` is what tables of either language add to a title that they repeat: (continued), (suite)."""

    there: re.Pattern[str]
    here: re.Pattern[str]
    last_there: re.Pattern[str]
    last_here: re.Pattern[str]

    @classmethod
    def of(cls, draft: Draft) -> Suffix | None:
        """Returns the suffixes of the languages of a draft, or None where one of them has none."""
        languages = [language for language in (draft.source, draft.target) if language is not None]
        patterns = [language.cues.pattern(cue) for cue in ("continued", "concluded") for language in languages]
        known = [pattern for pattern in patterns if pattern is not None]
        return cls(*known) if len(known) == len(fields(cls)) else None

    def differs(self, passage: Passage) -> Flag | None:
        """Returns the flag for a passage that lacks it or has another one than its source."""
        return self.flag(passage) if self.is_lost(passage) else self.exchanged(passage)

    def exchanged(self, passage: Passage) -> Flag | None:
        """Returns the flag for a passage that is said to go on where the source says that it ends, or the other way
        round."""
        of_source = list(self.there.finditer(passage.source.text))
        of_target = list(self.here.finditer(passage.pair.target))
        if len(of_source) != 1 or len(of_target) != 1:
            return None
        there, here = of_source[0].group(), of_target[0].group()
        if bool(self.last_there.fullmatch(there)) is bool(self.last_here.fullmatch(here)):
            return None
        return Flag(
            say("“{here}” here, but “{there}” in the source.", here=here, there=there),
            target_span=Span(*of_target[0].span()),
        )

    def is_lost(self, passage: Passage) -> bool:
        """Tells whether the source of a passage ends in it, and the passage has none."""
        ends = [found.end() == len(passage.source.text.rstrip()) for found in self.there.finditer(passage.source.text)]
        return any(ends) and not self.here.search(passage.pair.target)

    def flag(self, passage: Passage) -> Flag:
        """Returns the flag for a passage that lacks it."""
        found = list(self.there.finditer(passage.source.text))[-1].group()
        start = passage.within(passage.target.spans[-1])
        return Flag(
            say("The source has “{there}” here, the translation nothing for it.", there=found), target_span=start
        )
