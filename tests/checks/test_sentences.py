"""A pair of several sentences is taken apart where each of them has its own translation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tmtool.checks.engine.check import Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.engine.registry import get, run_checks
from tmtool.checks.engine.sentences import sentences_of
from tmtool.languages.pairs.concepts import LONGEST
from tmtool.model import Level

SOURCE = (
    "In 2027 the port received 40 ferries and 12 tankers. The harbour master may not close the inner basin. "
    "Pilots do not work at night."
)
RIGHT = (
    "En 2027, le port a accueilli 40 transbordeurs et 12 pétroliers. Le capitaine du port ne peut fermer le bassin "
    "intérieur. Les pilotes ne travaillent pas la nuit."
)


def found_in(source: str, target: str, *, close: bool) -> dict[str, Level]:
    """Returns the level by check of what is found in a paragraph, of a close translation or of any."""
    draft = prepare([Pair(1, target, source)], source_language="en", target_language="fr")
    findings = run_checks(replace(draft, is_programme=close), scope="segment")
    return {one.check: one.level for one in findings if one.level is not Level.HINT}


def test_a_sentence_has_its_own_texts_and_values() -> None:
    [pair] = prepare([Pair(1, RIGHT, SOURCE)], source_language="en", target_language="fr").pairs
    first, second, _ = sentences_of(pair)
    assert first.pair.source == "In 2027 the port received 40 ferries and 12 tankers."
    assert [one.span.of(first.pair.target) for one in first.pair.target_placeables] == ["2027", "40", "12"]
    assert second.pair.target == "Le capitaine du port ne peut fermer le bassin intérieur."
    assert second.target.of(RIGHT) == second.pair.target
    assert second.pair.target_placeables == ()


def test_no_sentence_is_taken_out_of_texts_that_have_not_as_many() -> None:
    assert sentences_of(Pair(1, RIGHT.replace(". Les", ", et les", 1), SOURCE)) == ()
    assert sentences_of(Pair(1, "Le port est ouvert.", "The port is open.")) == ()


def test_no_sentence_is_taken_out_of_texts_whose_sentences_end_elsewhere() -> None:
    source = "The port was closed by the strike for a month. It turned away 340 ferries, most of them from Norway."
    shifted = "Fermé un mois par la grève, le port a refusé 340 transbordeurs. La plupart venaient de Norvège."
    years = "In 2027 it took in 340 ferries. In 2028 it took in 290 of them."
    exchanged = "En 2028, il a accueilli 340 transbordeurs. En 2027, il en a accueilli 290."
    pairs = [Pair(1, shifted, source), Pair(2, exchanged, years)]
    first, second = prepare(pairs, source_language="en", target_language="fr").pairs
    assert sentences_of(first) == ()
    assert len(sentences_of(second)) == 2


def test_a_semicolon_for_a_comma_parts_no_sentence() -> None:
    target, source = RIGHT.replace(". Les", " ; les", 1), SOURCE.replace(". Pilots", ", and pilots")
    [_, second] = sentences_of(Pair(1, target, source))
    assert second.pair.target.endswith("la nuit.")


def test_an_abbreviation_ends_no_sentence() -> None:
    source = "The seat was left vacant by Mr. Olsen of Norway in May."
    target = "Le siège a été laissé vacant en mai par M. Olsen, de Norvège."
    assert sentences_of(Pair(1, target, source)) == ()


def test_a_roman_number_before_the_first_sentence_is_a_label() -> None:
    [first, second] = sentences_of(
        Pair(
            1,
            "VI. Le port est ouvert la nuit ; les pilotes n’y travaillent pas.",
            "VI. The port is open at night; the pilots do not work.",
        )
    )
    assert first.pair.source == "VI. The port is open at night;"
    assert second.pair.target == "les pilotes n’y travaillent pas."


def test_what_one_sentence_has_lost_is_heard_where_another_has_the_like() -> None:
    wrong = RIGHT.replace("ne peut fermer", "peut fermer")
    assert "meaning-negation" in found_in(SOURCE, wrong, close=True)
    assert found_in(SOURCE, RIGHT, close=True) == {}


def test_a_finding_of_a_sentence_has_its_place_in_the_whole_text() -> None:
    source = SOURCE + " The lights of the quay and the bells of the chapel were repaired by the town."
    target = RIGHT + " Les feux du quai ont été réparés par la ville."
    draft = prepare([Pair(1, target, source)], source_language="en", target_language="fr")
    findings = run_checks(replace(draft, is_programme=True), names=["completeness-omission"])
    assert [one.source_span.of(source)[-19:] for one in findings if one.source_span] == ["bells of the chapel"]


def test_a_check_for_texts_of_a_length_that_is_written_leaves_a_longer_sentence_alone() -> None:
    seen: list[str] = []

    def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
        seen.append(pair.target)
        yield from ()

    check = get("meaning-negation")
    assert isinstance(check, SegmentCheck) and check.bounded and check.by_sentence
    long, short = (
        "Le port est ouvert" + ", et le quai aussi" * (LONGEST // 10) + ".",
        "Les pilotes y travaillent la nuit.",
    )
    source = "The port is open" + ", and so is the quay" * (LONGEST // 10) + ". The pilots work there at night."
    draft = prepare([Pair(1, f"{long} {short}", source)], source_language="en", target_language="fr")
    list(replace(check, look=look).run(replace(draft, is_programme=True)))
    assert seen == [short]
