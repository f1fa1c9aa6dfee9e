"""Every check's own examples are its tests: what it must report, what it must leave alone, what its repair gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tmtool.checks import rules
from tmtool.checks.engine import registry
from tmtool.checks.engine.check import Check, Example
from tmtool.checks.engine.example_table import examples_of
from tmtool.checks.engine.examples import findings_of
from tmtool.checks.engine.repair import repaired, repairs
from tmtool.model import Concept, Finding, Level, Term, TermStatus

CHECKS = registry.all_checks()


@dataclass(frozen=True)
class Tried:
    """`Tried` is a check with what it finds in each of its examples."""

    check: Check
    examples: tuple[tuple[Example, list[Finding]], ...]


@pytest.fixture(scope="module", params=CHECKS, ids=lambda check: check.name)
def tried(request: pytest.FixtureRequest) -> Tried:
    """Looks through the examples of a check once for all that is asked of them."""
    check: Check = request.param
    return Tried(check, tuple((example, findings_of(check, example)) for example in examples_of(check)))


def test_a_check_reports_exactly_what_its_examples_say(tried: Tried) -> None:
    wrong = []
    for example, found in tried.examples:
        flagged = tuple(one.target_span.of(one.target) if one.target_span else "" for one in found)
        if flagged != example.flagged:
            wrong.append(f"{example.target!r}: {flagged} is reported, not {example.flagged}")

    assert not wrong, "\n".join(wrong)


def test_a_repair_gives_exactly_the_repaired_text_and_leaves_nothing_to_repair(tried: Tried) -> None:
    wrong = []
    for example, found in tried.examples:
        if example.repaired is not None:
            mended = repaired_text(tried.check, example, found)
            again = findings_of(tried.check, replace(example, target=mended))
            if mended != example.repaired:
                wrong.append(f"{example.target!r} becomes {mended!r}, not {example.repaired!r}")
            if any(one.fixable for one in again):
                wrong.append(f"{example.target!r} becomes {mended!r}, where something is left to repair")

    assert not wrong, "\n".join(wrong)


def repaired_text(check: Check, example: Example, found: Sequence[Finding]) -> str:
    lines = example.target.split("\n") if check.scope == "document" else [example.target]
    return "\n".join(
        repaired(line, repairs(one for one in found if one.segment == number).possible)
        for number, line in enumerate(lines, 1)
    )


def test_a_check_that_repairs_shows_the_repaired_text(tried: Tried) -> None:
    repairing = [example for example, found in tried.examples if any(one.fixable for one in found)]

    assert [example.target for example in repairing if example.repaired is None] == []


def test_a_finding_points_into_its_texts_and_names_no_row(tried: Tried) -> None:
    for example, found in tried.examples:
        for one in found:
            assert one.target_span or one.source_span, example
            assert one.target_span is None or 0 <= one.target_span.start < one.target_span.end <= len(one.target), (
                example
            )
            assert one.source_span is None or 0 <= one.source_span.start < one.source_span.end <= len(one.source), (
                example
            )
            assert f"segment {one.segment}" not in one.message.lower(), example


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_check_has_examples_of_what_it_reports_and_of_what_it_leaves_alone(check: Check) -> None:
    assert any(example.flagged for example in check.examples)
    assert any(not example.flagged for example in check.examples)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_check_is_named_after_a_class_of_the_taxonomy_and_explains_itself(check: Check) -> None:
    classes = "numbers dates references units meaning names term completeness language duplication typography grammar"
    assert check.name.split("-")[0] in {*classes.split(), "spelling", "style", "markup", "document"}
    assert isinstance(check.level, Level)
    assert check.summary.endswith(".")
    assert len(check.reason) > 60


@pytest.mark.parametrize(
    ("row", "example"),
    [
        ("Il parle ⟦le le→le⟧ soir.", Example("Il parle le le soir.", None, ("le le",), "Il parle le soir.")),
        ("⟦⟧Il parle.\tHe speaks at 9.", Example("Il parle.", "He speaks at 9.", ("",))),
        ("37\\u00a0%\\nA ⟦b→⟧.", Example("37\u00a0%\nA b.", None, ("b",), "37\u00a0%\nA .")),
        ("الدب\t\ten-ar", Example("الدب", target_language="ar")),
    ],
)
def test_a_row_of_a_table_is_an_example(tmp_path: Path, row: str, example: Example) -> None:
    table = tmp_path / "word.examples.tsv"
    table.write_text(f"# Columns: translation, source, languages\n{row}\n", encoding="utf-8")

    assert examples_of(replace(CHECKS[0], examples=(), more_examples=table)) == (example,)


def test_the_concepts_that_an_example_needs_are_in_a_table_of_terms(tmp_path: Path) -> None:
    table = tmp_path / "word.examples.tsv"
    table.write_text("# Columns: …\nIl parle.\tHe speaks.\t\tspeech\n", encoding="utf-8")
    terms = "speech\ten\tspeech\t\tN\tlaw\nspeech\tfr\tparole\tadmitted\n"
    table.with_name("word.example_terms.tsv").write_text(f"# Columns: …\n{terms}", encoding="utf-8")

    speech = Concept(
        "speech", (Term("speech", "en", part_of_speech="N"), Term("parole", "fr", TermStatus.ADMITTED)), domain="law"
    )
    expected = Example("Il parle.", "He speaks.", concepts=(speech,))
    assert examples_of(replace(CHECKS[0], examples=(), more_examples=table)) == (expected,)


def test_every_table_of_examples_is_that_of_the_check_beside_it() -> None:
    tables = {check.more_examples for check in CHECKS if check.more_examples}

    assert tables == set(Path(rules.__file__).parent.rglob("*.examples.tsv"))
    assert all(path.with_name(f"{path.name.partition('.')[0]}.py").is_file() for path in tables)


@pytest.mark.parametrize("check", [check for check in CHECKS if check.more_examples], ids=lambda check: check.name)
def test_the_examples_in_the_module_show_a_repair_if_any_does(check: Check) -> None:
    shown, every = (any(one.repaired is not None for one in some) for some in (check.examples, examples_of(check)))

    assert shown is every
