"""Names written in another alphabet are known by their sounds."""

from __future__ import annotations

from pathlib import Path

from tmtool.alignment import sounds
from tmtool.alignment.sounds import same_by_sound
from tmtool.alignment.translations import translations
from tmtool.languages import tables


def found(words: list[str], others: list[str]) -> set[tuple[str, str]]:
    return {(word, other) for word, other, _ in same_by_sound(words, others)}


def test_a_name_is_known_by_its_consonants_in_each_alphabet() -> None:
    names = ["corbyn", "hillar", "george"], ["корбин", "хиллар", "джордж"], ["كوربين", "هيلاري", "جورج"]
    for one in names:
        for other in names:
            if one != other:
                assert found(one, other) == set(zip(one, other, strict=True))


def test_a_letter_that_was_taken_for_a_word_of_its_own_is_put_back() -> None:
    assert found(["кавано"], ["افانو"]) == {("кавано", "افانو")}
    [(_, _, cut)] = same_by_sound(["кавано"], ["افانو"])
    [(_, _, whole)] = same_by_sound(["корбин"], ["كوربين"])
    assert cut < whole


def test_few_consonants_tell_nothing_nor_do_words_of_one_alphabet() -> None:
    assert not found(["peter", "leo", "maria"], ["лео", "мира", "卡瓦诺"])
    assert not found(["corbyn"], ["corbin"])


def test_a_sound_that_many_words_have_tells_no_name() -> None:
    many = ["корбин", *(f"кор{vowel}б{other}н" for vowel in "аеоуэ" for other in "аеоуэ")]
    assert not found(["corbyn"], many)


def test_a_name_that_no_table_has_is_a_translation_and_a_word_that_one_has_is_not() -> None:
    assert translations(["мирзап"], ["ميرزاب"], "ru", "ar")["мирзап"]["ميرزاب"] >= 0.5
    assert "мирзап" not in translations(["мирзап"], ["مرصوف", "كتاب"], "ru", "ar")


def test_every_row_of_the_table_says_what_letters_stand_for() -> None:
    table = tables.rows(Path(sounds.__file__).with_name("sounds.tsv"))
    assert len({letters for letters, _ in table}) == len(table)
    assert all(set(way) <= set("PFTKSLMNRH") or way == "-" for _, ways in table for way in ways.split())
