"""Tests the file of waivers: sorted, added to without losing a comment, and what is wrong in it is said with its
place."""

from __future__ import annotations

import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmtool.checks.engine.waivers import Key, Waiver, key_of, waived
from tmtool.errors import InputError
from tmtool.model import Finding, Level, Span
from tmtool.tasks.waiving import add_waivers, read_waivers

WAIVER = Waiver(Key("numbers-value", "Two", "2\u00a0530"), "the source is wrong", "ana", "2026-11-25")


DEUX = Span(0, 4)


def finding(
    target: str = "deux trois", span: Span | None = DEUX, source: str = "two three", number: int = 1
) -> Finding:
    return Finding(number, "numbers-value", Level.ERROR, "", "numbers", source=source, target=target, target_span=span)


def holds(waiver: Waiver, other: Finding) -> bool:
    (marked,) = waived([other], [waiver])
    return marked.waived


def test_a_waiver_holds_for_the_same_words_wherever_they_are() -> None:
    waiver = Waiver(key_of(finding()), "why")

    assert holds(waiver, finding(number=7))
    assert holds(waiver, finding(target="trois deux", span=Span(6, 10)))


def test_an_edit_of_the_source_or_of_the_reported_words_revives_the_finding() -> None:
    waiver = Waiver(key_of(finding()), "why")

    assert not holds(waiver, finding(source="two four"))
    assert not holds(waiver, finding(target="deux trois", span=Span(5, 10)))


def test_a_finding_without_a_place_is_about_the_whole_target() -> None:
    waiver = Waiver(key_of(finding(span=None)), "why")

    assert holds(waiver, finding(span=None))
    assert not holds(waiver, finding(target="deux", span=None))


def test_a_draft_alone_has_its_own_segment_for_the_source() -> None:
    assert not holds(Waiver(key_of(finding(source="")), "why"), finding(target="deux quatre", source=""))


def test_a_new_file_says_what_it_is_and_shows_what_the_eye_does_not_see(tmp_path: Path) -> None:
    add_waivers(tmp_path / "w.toml", [WAIVER])

    head, _, table = (tmp_path / "w.toml").read_text().partition("\n\n")
    assert head.startswith("# Findings of `tmtool check`")
    assert table == (
        '[[waiver]]\ncheck = "numbers-value"\nsource = "Two"\ntarget = "2\\u00a0530"\n'
        'reason = "the source is wrong"\nauthor = "ana"\ndate = 2026-11-25\n'
    )


def test_what_is_added_finds_its_place_and_comments_stay(tmp_path: Path) -> None:
    path = tmp_path / "w.toml"
    path.write_text(
        '# ours\n\n# about c\n[[waiver]] # here\ncheck = "c"\nsource = \'s\'\nreason = "r" # odd\n\n'
        '[[waiver]]\ncheck = "a"\nreason = "old"\n'
    )
    add_waivers(path, [Waiver(Key("b", "s", "t"), "r"), Waiver(Key("a", "", ""), "new", date="2026-11-25")])

    assert path.read_text() == (
        '# ours\n\n[[waiver]]\ncheck = "a"\nsource = ""\ntarget = ""\nreason = "new"\ndate = 2026-11-25\n\n'
        '[[waiver]]\ncheck = "b"\nsource = "s"\ntarget = "t"\nreason = "r"\n\n'
        '# about c\n[[waiver]] # here\ncheck = "c"\nsource = \'s\'\nreason = "r" # odd\n'
    )


texts = st.text(st.characters(blacklist_categories=["Cs"]), max_size=20)
waivers = st.lists(
    st.builds(
        Waiver,
        st.builds(Key, texts.filter(str.strip), texts, texts),
        texts.filter(str.strip),
        texts,
        st.just("2026-11-25"),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda waiver: waiver.key,
)


@given(waivers)
def test_what_is_added_one_by_one_in_any_order_is_read_back(new: list[Waiver]) -> None:
    with TemporaryDirectory() as folder:
        path, other = Path(folder) / "w.toml", Path(folder) / "v.toml"
        for waiver in new:
            add_waivers(path, [waiver])
        add_waivers(other, new[::-1])

        assert path.read_bytes() == other.read_bytes()
        assert sorted(read_waivers(other), key=lambda one: one.key) == sorted(new, key=lambda one: one.key)
        assert tomllib.loads(other.read_text("utf-8"))


WRONG = [
    ("[[waiver]]\ncheck = 3\nreason = 'r'\n", "waiver 1 has a wrong 'check'"),
    ("[[waiver]]\ncheck = 'c'\n", "waiver 1 has no reason"),
    ("[[waiver]]\ncheck = 'c'\nreason = 'r'\nrow = '1'\n", "wrong 'row'"),
    ("\n[[waiver\n", "w.toml:2: is no valid TOML"),
    ("waiver = 3\n", "which is no list of waivers"),
]


@pytest.mark.parametrize(("content", "message"), WRONG)
def test_what_is_wrong_is_said_and_nothing_is_written(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "w.toml"
    path.write_text(content)

    with pytest.raises(InputError, match=message):
        add_waivers(path, [WAIVER])
    assert path.read_text() == content


def test_a_table_inside_a_text_is_no_place_to_add_at(tmp_path: Path) -> None:
    path = tmp_path / "w.toml"
    path.write_text('[[waiver]]\ncheck = "c"\nreason = """\n[[waiver]]\n"""\n')

    with pytest.raises(InputError):
        add_waivers(path, [WAIVER])
