"""Tests findings on the screen: each segment once, the places marked, what the eye does not see named."""

from __future__ import annotations

import pytest

from tmtool.cli.output.excerpt import marked
from tmtool.cli.output.findings import show_all
from tmtool.model import Finding, Level, Span
from tmtool.present.findings import summary
from tmtool.present.invisible import change

TARGET = "la  question ;"


def finding(check: str, start: int, end: int, right: str | None, level: Level = Level.WARNING) -> Finding:
    return Finding(
        3, check, level, "Wrong.", "other", "u1", "the item;", TARGET, target_span=Span(start, end), suggestion=right
    )


def lines(capsys: pytest.CaptureFixture[str], *findings: Finding) -> list[str]:
    show_all(findings)
    return capsys.readouterr().out.splitlines()


def test_a_finding_says_what_where_and_the_right_form(capsys: pytest.CaptureFixture[str]) -> None:
    assert lines(capsys, finding("typography-spacing", 12, 14, "\u00a0;")) == [
        "▲ warning segment 3 (u1)  typography-spacing",
        "    Wrong.",
        "    | the item;",
        "    → la  question⟦ ;⟧",
        "    ✎ ‹space›; → ‹no-break space›;",
        "",
    ]


def test_the_texts_of_a_segment_are_shown_once_with_all_places(capsys: pytest.CaptureFixture[str]) -> None:
    spaces = finding("typography-stray-space", 2, 4, " ")
    found = lines(capsys, finding("a-b", 0, 2, "le", Level.ERROR), spaces, finding("c-d", 3, 8, None))

    assert found == [
        "✘ error   segment 3 (u1)  a-b",
        "    Wrong.",
        "    ✎ la → le",
        "▲ warning segment 3 (u1)  typography-stray-space",
        "    Wrong.",
        "    ✎ ‹space›‹space› → ‹space›",
        "▲ warning segment 3 (u1)  c-d",
        "    Wrong.",
        "    | the item;",
        "    → ⟦la⟧⟦  ques⟧tion ;",
        "",
    ]


def test_what_says_the_same_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    found = lines(capsys, finding("a-b", 0, 1, "x"), finding("a-b", 4, 5, "x"))

    assert found[0] == "▲ warning segment 3 (u1)  a-b, 2 times"
    assert found[3] == "    → ⟦l⟧a  ⟦q⟧uestion ;"


def test_of_a_long_text_the_part_around_the_place_is_shown() -> None:
    text = "mot " * 200 + "FAUTE " + "mot " * 200
    place = Span(800, 805)

    short = marked(text, [place], whole=False)

    assert short.startswith("… mot") and short.endswith("mot …")
    assert "⟦FAUTE⟧" in short and len(short) < 300
    assert marked(text, [place], whole=True).replace("⟦", "").replace("⟧", "") == text
    assert "FAUTE" in marked(text, [], whole=False, near=0.5)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("lundi", "mardi", "lundi → mardi"),
        ("que que", "que", "que que → que"),
        (" ;", "\u00a0;", "‹space›; → ‹no-break space›;"),
        ("la ", "l’", "la‹space› → l’"),
        (" ", "", "‹space› → ‹nothing›"),
        ("« a »", "«\u00a0a\u00a0»", "«‹space›a‹space›» → «‹no-break space›a‹no-break space›»"),
        ("1.5", "1,5", "1.5 → 1,5"),
        ("a\u200bb", "ab", "a‹U+200B›b → ab"),
        ("(a)", "a)", "(a) → a)"),
        ("Nations unies", "Nations Unies", "Nations unies → Nations Unies"),
    ],
)
def test_a_change_names_what_has_no_ink(old: str, new: str, said: str) -> None:
    assert change(old, new) == said


def test_the_summary_counts_by_level() -> None:
    assert summary([]) == "nothing found"
    assert summary([finding("a-b", 0, 1, None, Level.INFO), finding("a-b", 0, 1, None)]) == "1 warning, 1 info"
