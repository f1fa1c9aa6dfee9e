"""How loud a finding is depends on what the rest of the document says."""

from __future__ import annotations

from tmtool.checks.engine.draft import Pair, prepare
from tmtool.checks.engine.registry import run_checks
from tmtool.model import Level


def levels(check: str, *pairs: tuple[str, str]) -> list[Level]:
    draft = prepare(
        [Pair(number, target, source) for number, (source, target) in enumerate(pairs, 1)],
        source_language="en",
        target_language="fr",
    )
    return [finding.level for finding in run_checks(draft) if finding.check == check]


def test_an_unknown_word_that_the_document_has_again_and_again_is_a_word_of_its_field() -> None:
    once = ("The murre is a bird.", "La marmette est un oiseau.")
    assert levels("spelling-word", once) == [Level.WARNING]
    assert levels("spelling-word", once, once, once) == [Level.INFO] * 3
