"""Says which checks look at a draft, where its languages keep others from it."""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.coverage import coverage
from tmtool.checks.engine.draft import Draft
from tmtool.checks.engine.needs import Want
from tmtool.checks.engine.registry import all_checks
from tmtool.languages.naming import name_of
from tmtool.model.wording import Wording, listed, say, say_number

_MAIN_CHECKS = {
    say("figures"): "numbers-value",
    say("dates"): "dates-value",
    say("references"): "references-number",
    say("terms"): "term-deprecated",
}
"""What a reader of "nothing found" takes to have been compared, each with the check that compares it."""


def lines(draft: Draft, scope: str, *, whole: bool) -> Iterator[Wording]:
    """Yields how few checks look at a draft where its languages are the reason, and as a `whole` in any case, with
    what each of the others lacks."""
    able = coverage(draft, (check for check in all_checks() if scope in ("document", check.scope)))
    if not able.is_cut_by_language and not whole:
        return
    more = "" if whole else say("; `tmtool -v check` says why the others do not")
    yield say(
        "{number} of {all} checks look at a text in {language}{more}",
        number=len(able.looking),
        all=len(all_checks()),
        language=name_of(draft.target_language),
        more=more,
    )
    if whole:
        for reason, number in able.reasons():
            yield say_number("{n} check silent: {reason}", "{n} checks silent: {reason}", number, reason=reason)
    dark = {kind: able.silent[check] for kind, check in _MAIN_CHECKS.items() if check in able.silent}
    why = next((lack.reason for lacks in dark.values() for lack in lacks if lack.want is Want.LANGUAGE), "")
    if why:
        yield say("{kinds} are not checked: {why}", kinds=listed(dark), why=why)
