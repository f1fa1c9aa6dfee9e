"""What a check suggests is written as the rest of the text is."""

from __future__ import annotations

from tmtool.checks.engine.draft import Pair, prepare
from tmtool.checks.engine.registry import run_checks


def suggested(check: str, *targets: str) -> list[str | None]:
    draft = prepare(
        [Pair(number, target, None) for number, target in enumerate(targets, 1)],
        source_language="en",
        target_language="fr",
    )
    return [finding.suggestion for finding in run_checks(draft) if finding.check == check]


def test_an_elision_takes_the_apostrophe_of_the_text() -> None:
    wrong = "Le rapport de expert est prêt."
    for mark in ("'", "’"):
        habit = [f"L{mark}Assemblée a pris note de l{mark}avis de l{mark}expert d{mark}hier."] * 3
        assert suggested("grammar-elision", *habit, wrong) == [f"d{mark}"]


def test_guillemets_take_the_space_of_the_text() -> None:
    for space in (" ", "\u00a0", "\u202f"):
        habit = [f"Le point «{space}Questions diverses{space}» est clos."] * 4
        assert suggested("typography-quotes", *habit, "Le point “Élections” est clos.") == [
            f"«{space}Élections{space}»"
        ]
