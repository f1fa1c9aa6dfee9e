"""Texts that differ in placeables, label or final mark have one mask, others do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.acceptance.conftest import REPOSITORY
from tests.processor import at_most
from tmtool import languages
from tmtool.model import PlaceableKind
from tmtool.text import masks
from tmtool.text.masks import (
    COVER,
    PARTING,
    blotted,
    few_words,
    having_skeleton,
    mask,
    parted,
    skeletons,
    words_beside,
)

PAIRS = [
    tuple(line.split("\t")[1:3])
    for path in sorted((REPOSITORY / "memories").glob("*.tsv"))
    for line in path.read_text(encoding="utf-8").splitlines()[1:]
]


def masked(text: str, language: str = "en") -> str:
    return mask(text, languages.get(language).placeables(text), languages.get(language))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Other matters", "Other matters."),
        ("Other matters", "4. Other matters"),
        ("(b) Election of officers", "(c) Election of officers;"),
        (
            "The sixth meeting will be opened on Tuesday, 9 March 2021, at 10 a.m.",
            "The seventh meeting will be opened on Wednesday, 8 June 2022, at 3 p.m.",
        ),
        ("Vienna, 8 and 9 September 2020", "Vienna, 14–16 June 2027"),
        ("Background paper (CTOC/COP/WG.7/2020/2)", "Background paper (CAC/COSP/2027/11)"),
        ("Under agenda item 3 (a), see resolution 7/1", "Under agenda item 2, see resolution 10/4"),
    ],
)
def test_texts_that_differ_in_placeables_label_or_final_mark_have_one_mask(one: str, other: str) -> None:
    assert masked(one) == masked(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Opening of the sixth meeting", "Closing of the sixth meeting"),
        ("The meeting will be held", "The meeting will not be held"),
        ("Carriers may be fined 100 euros", "Carriers may be fined"),
    ],
)
def test_any_other_difference_shows_in_the_mask(one: str, other: str) -> None:
    assert masked(one) != masked(other)


@pytest.mark.parametrize("text", ["", "12.", "1,867", "CTOC/COP/WG.7/2020/2", "–", "15:00"])
def test_a_text_of_figures_and_symbols_alone_has_no_mask(text: str) -> None:
    assert masked(text) == ""


def test_a_cell_of_a_timetable_is_masked_by_kinds() -> None:
    assert masked("Tuesday, 8 September 2020") == masked("Friday, 1 October") != ""
    assert masked("10 a.m.–1 p.m.") == masked("9.30 a.m.–12.30 p.m.") != masked("10 a.m.")


def test_french_is_masked_by_its_own_placeables() -> None:
    assert masked("La septième réunion s’ouvrira le mardi 8 septembre 2020", "fr") == masked(
        "La huitième réunion s’ouvrira le lundi 1er juin 2026", "fr"
    )


@given(st.text())
def test_any_text_can_be_masked(text: str) -> None:
    assert isinstance(masked(text), str)


def bones(text: str, language: str = "en") -> str:
    return skeletons([text], languages.get(language))[0]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_text_and_its_mask_have_the_same_skeleton(language: str) -> None:
    """So whatever has the same mask is found by the skeleton."""
    texts = [pair[("en", "fr").index(language)] for pair in PAIRS]
    differing = [
        text for text in texts if (masked_text := masked(text, language)) and not same(text, masked_text, language)
    ]
    assert differing == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_which_texts_have_few_words_or_a_skeleton_is_told_sooner_than_their_skeletons(language: str) -> None:
    texts = [pair[("en", "fr").index(language)] for pair in PAIRS]
    texts += [
        "3 May 2024",
        "3 mai 2024",
        "12",
        "",
        "A/75/12",
        "(a) 7/1",
        "10 a.m.",
        "XIV",
        "May and the panel",
        "Part II",
        "II",
    ]
    few = list(map(few_words(languages.get(language)), texts))
    found = skeletons(texts, languages.get(language))
    assert few == [0 if one == masks.VALUES else 1 if one and " " not in one else None for one in found]
    for wanted in {*found} - {""}:
        has_it = having_skeleton(wanted, languages.get(language))
        assert [*map(has_it, texts)] == [skeleton == wanted for skeleton in found]
    assert {0, 1, None} == {*few}


def same(text: str, masked_text: str, language: str) -> bool:
    return bones(text, language) == bones(masked_text.replace(COVER, " "), language)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_in_published_text_too(language: str) -> None:
    corpus = REPOSITORY.parent / "shared" / "data" / "un" / "unv1.0.dev.en-fr.tsv"
    if not corpus.exists():
        pytest.skip("the corpus is not on this machine")
    column = 1 if language == "en" else 2
    texts = [line.split("\t")[column] for line in corpus.read_text(encoding="utf-8").splitlines()[1:2001]]
    differing = [
        text for text in texts if (masked_text := masked(text, language)) and not same(text, masked_text, language)
    ]
    assert differing == []


def test_spaces_amid_a_text_take_no_longer_than_their_number() -> None:
    with at_most(1):
        assert masked("a" + " " * 50_000 + "b.") == "a b"


def test_a_long_word_takes_no_longer_than_its_length() -> None:
    with at_most(0.5):
        assert skeletons(["0" * 50_000], languages.get("en")) == [""]


def test_every_text_has_in_order_what_its_mask_has_beside_the_values() -> None:
    for text in {text for pair in PAIRS for text in pair[:1]} | {
        "2000, c. 9, s. 217",
        "SOR/2021-85,  s. 1",
        "9 March, 10 a.m.",
    }:
        end, folded = 0, " ".join(text.casefold().split())
        for part in words_beside(masked(text)):
            end = folded.index(part, end) + len(part)
    assert words_beside(masked("2000, c. 9, s. 217")) == [", c.", ", s."]
    assert words_beside(masked("Tuesday, 8 September")) == []


def test_what_is_blotted_out_leaves_all_else_in_its_place() -> None:
    text = "On 8 June 2022, from 10 a.m. to 3 p.m., in room 4"
    found = languages.get("en").placeables(text)

    assert blotted(text, found, (PlaceableKind.DATE, PlaceableKind.TIME)) == (
        "On            , from         to       , in room 4"
    )
    assert blotted(text, found, ()) == text


VALUES = {
    "en": ("12 May 2020", "10 a.m.", "three", "35 per cent", "item 3 (a)", "A/RES/75/1", "1,200.5", "(b)", "first"),
    "fr": ("12 mai 2020", "10 h 30", "trois", "35 %", "point 3 a)", "A/RES/75/1", "1 200,5", "b)", "premier"),
    "es": ("12 de mayo de 2020", "10.00 horas", "tres", "35%", "tema 3 a)", "A/RES/75/1", "1.200,5", "b)", "primero"),
    "ru": ("12 мая 2020 года", "10 ч. 00 м.", "три", "35 процентов", "пункт 3 a)", "A/RES/75/1", "1200,5", "первый"),
    "zh": ("2020年5月12日", "上午10时", "三", "35%", "项目3(a)", "A/RES/75/1", "1 200.5", "第一"),
    "ar": ("12 أيار/مايو 2020", "الساعة 10/00", "ثلاثة", "35 في المائة", "البند 3 (أ)", "A/RES/75/1", "200 1"),
    "de": ("12. Mai 2020", "10.00 Uhr", "drei", "35 Prozent", "Artikel 3", "A/RES/75/1", "1.200,5", "b)"),
}


@given(st.data())
def test_a_parting_mark_is_in_no_value_and_joins_none(data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(sorted(VALUES)))
    pieces = data.draw(st.lists(st.sampled_from(VALUES[language]), min_size=1, max_size=5))
    text = "".join(piece + data.draw(st.sampled_from((";", "; ", " ; ", " ", ", "))) for piece in pieces)
    assert not any(PARTING in one.span.of(text) for one in languages.get(language).placeables(text))
    if covered := masked(text, language):
        assert covered.count(PARTING) == parted(text)
