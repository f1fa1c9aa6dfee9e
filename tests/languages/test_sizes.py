"""How large a translation is to be expected, in two languages and in one draft."""

from tmtool.languages import letters
from tmtool.languages.pairs.sizes import LENGTH_RANGE, length_range, sizes

SENTENCE = "The Working Group will meet in Vienna and consider the report of the Secretariat."


def test_a_letter_that_is_a_word_counts_as_three() -> None:
    assert letters.size("第5条") == 7
    assert letters.size("article 5") == 9


def test_two_languages_without_a_pair_go_by_way_of_another() -> None:
    there, here = sizes("es", "zh"), sizes("zh", "es")
    assert there is not None and here is not None
    assert round(there.usual * here.usual, 6) == 1
    assert there.spread == here.spread


def test_languages_that_nobody_measured_have_no_sizes() -> None:
    assert sizes("en", "de") is None
    assert sizes("nl", "ru") is None


def test_half_a_translation_is_far_smaller_than_usual() -> None:
    known = sizes("en", "es")
    assert known is not None
    assert abs(known.deviation(SENTENCE, "x" * 91)) < 0.2
    assert known.deviation(SENTENCE, "x" * 45) < -4
    assert known.deviation("Other matters", "x") == 0


def test_a_translator_who_always_writes_less_is_not_blamed_for_it() -> None:
    known = sizes("en", "es")
    assert known is not None
    fitted = known.fitted([(SENTENCE, "x" * 60)] * 200)
    assert known.fitted([(SENTENCE, "x" * 60)] * 5) == known
    assert fitted.deviation(SENTENCE, "x" * 60) > -0.5


def test_documents_of_two_languages_without_a_pair_may_be_as_long_as_by_way_of_another() -> None:
    least, most = length_range("zh", "ru")
    assert 2 < least < 4.1 < most < 9
    shortest, longest = length_range("ru", "zh")
    assert round(shortest * most, 2) == round(longest * least, 2) == 1
    assert length_range("en", "zh") == (0.17, 0.45)
    assert length_range("nl", "ru") == LENGTH_RANGE
