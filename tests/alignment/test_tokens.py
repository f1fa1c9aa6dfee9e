"""Tests what alignment sees of a segment."""

import pytest

from tests.processor import at_most
from tmtool.alignment.tokens import features, label_and_rest, label_value, tokens


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("1,250", "1 250"),
        ("1,250", "1\u202f250"),
        ("12.5", "12,5"),
        ("3 p.m.", "15"),
        ("4.30 p.m.", "16 30"),
        ("10 a.m.", "10"),
        ("1", "1er"),
        ("21st", "21e"),
        ("A/RES/74/1", "A/RES/74/1"),
        ("2025/241", "2025/241"),
    ],
)
def test_numbers_and_symbols_are_read_by_value(english: str, french: str) -> None:
    assert tokens(english, "en") == tokens(french, "fr")


def test_a_document_symbol_is_one_token() -> None:
    assert tokens("(CAC/COSP/WG.2/2027/2)", "en") == ("(", "cac/cosp/wg.2/2027/2")


def test_a_long_row_of_letters_with_hyphens_is_gone_through_once() -> None:
    with at_most(1):
        assert len(tokens("a-" * 20_000, "en")) == 20_000


def test_words_are_cut_without_accents_and_elisions_are_split() -> None:
    assert tokens("L’organisation d'État", "fr") == ("l", "organi", "d", "etat")


def test_quotation_marks_of_all_kinds_are_one_token() -> None:
    assert tokens("« oui »", "fr")[0] == tokens("“yes”", "en")[0] == '"'


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("1. Opening", "1", "Opening"),
        ("(a) Opening", "a", "Opening"),
        ("a) Ouverture", "a", "Ouverture"),
        ("iv) Ouverture", "iv", "Ouverture"),
        ("– Ouverture", "–", "Ouverture"),
        ("- 1. Ouverture", "1", "Ouverture"),
        ("IV. Annex", "iv", "Annex"),
        ("2.1. Scope", "2.1", "Scope"),
        ("1 Opening", "", "1 Opening"),
        ("M. Dupont", "", "M. Dupont"),
        ("A. B. Smith", "", "A. B. Smith"),
        ("(if any) Opening", "", "(if any) Opening"),
        ("2.5 million", "", "2.5 million"),
    ],
)
def test_list_labels_are_parsed_by_value(text: str, label: str, rest: str) -> None:
    assert label_and_rest(text) == (label, rest)


@pytest.mark.parametrize(
    ("given", "value"),
    [("(a)", "a"), ("a)", "a"), ("1.", "1"), ("-", "–"), ("", ""), ("4 (a)", "4.a"), ("- 1.", "1"), ("(أ)", "a")],
)
def test_labels_taken_off_before_have_the_same_values(given: str, value: str) -> None:
    assert label_value(given) == value


def test_the_last_mark_is_found_after_closing_quotes_and_brackets() -> None:
    ends = [segment.end for segment in features(["Why?”", "Done.)", "Fin »", "(Suite) ;", "Heading"], "fr")]
    assert ends == ["?", ".", "", ";", ""]


def test_the_places_where_sentences_end_inside_a_segment_are_known() -> None:
    breaks = [segment.breaks for segment in features(["One. Two; three.", "One two.", "M. Dupont"], "en")]
    assert breaks == [(5, 10), (), ()]


def test_a_capital_inside_shows_a_boundary_only_where_its_word_is_written_small_elsewhere() -> None:
    text = ["Powers The Minister for Trade may delegate.", "Where the Minister agrees, the trade is lawful."]
    assert [segment.boundaries for segment in features(text, "en")] == [(7, 24), ()]


def test_a_capital_inside_shows_a_boundary_where_its_word_else_begins_segments_only() -> None:
    text = ["Fines Despite section 2, a fine is due.", "Despite section 3 Canada may act.", "Canada and Peru agree."]
    assert [segment.boundaries for segment in features(text, "en")] == [(6,), (18,), ()]
    assert features([*text, "It binds Canada."], "en")[1].boundaries == ()


def test_a_capital_inside_shows_no_boundary_where_its_word_seldom_does_without() -> None:
    text = ["It binds the Council.", "If the Council agrees, a council of the Council may act.", "So the fees apply."]
    assert [segment.boundaries for segment in features(text, "en")] == [(), (), ()]
    assert features([*text, "Fees The fees apply."], "en")[3].boundaries == (5,)


def test_as_many_labels_as_segments_are_needed() -> None:
    with pytest.raises(ValueError, match="1 labels for 2 segments"):
        features(["a", "b"], "en", ["1."])


def test_han_are_compared_by_pairs_between_the_characters_that_are_words() -> None:
    assert tokens("安全理事会的第7364次ABC会议。", "zh") == (
        "安全", "全理", "理事", "事会", "的", "第", "7364", "次", "abc", "会议",
    )  # fmt: skip


def test_arabic_words_are_compared_without_what_is_joined_to_them_and_digits_by_value() -> None:
    assert tokens("والأمن ٢٠١٤", "ar") == tokens("الأمن 2014", "ar") == ("امن", "2014")


def test_a_han_character_is_as_long_as_several_letters() -> None:
    assert [one.length for one in features(["会议7", "abc"], "zh")] == [7, 3]


def test_the_last_marks_of_all_scripts_are_the_same() -> None:
    found = features(["会议。", "会议？", "هل؟", "ثم،", "会议；"], "zh")
    assert [one.end for one in found] == [".", "?", "?", ",", ";"]


@pytest.mark.parametrize("text", ["(أ) نص", "أ) نص", "а) текст", "（a）文", "(a) text"])
def test_labels_of_other_alphabets_have_the_value_of_their_place(text: str) -> None:
    assert label_and_rest(text)[0] == "a"
