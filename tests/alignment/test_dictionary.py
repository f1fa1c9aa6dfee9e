"""The dictionary next to the code is data that a linguist may edit."""

from importlib.resources import files

from tmtool.alignment.priors import dictionary


def rows() -> list[list[str]]:
    table = files("tmtool.languages.pairs.en_fr").joinpath("words.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in table.splitlines() if not line.startswith("#")]


def test_every_row_is_an_english_and_a_french_word() -> None:
    assert all(len(row) == 2 and all(word.strip() == word != "" for word in row) for row in rows())


def test_no_row_is_there_twice() -> None:
    assert len({tuple(row) for row in rows()}) == len(rows())


def test_it_reads_in_both_directions() -> None:
    assert "reunio" in dictionary("en", "fr")["meetin"]
    assert "meetin" in dictionary("fr-CA", "en-GB")["reunio"]


def test_a_pair_without_a_file_has_no_words() -> None:
    assert dictionary("qzz", "fr") == {}


def test_two_languages_without_a_table_have_the_words_that_translate_the_same_english_ones() -> None:
    assert "minist" in dictionary("ru", "es")["минист"]
    assert "lapaix" not in dictionary("ar", "fr")


def learnt() -> list[list[str]]:
    table = files("tmtool.languages.pairs.en_fr").joinpath("learnt.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in table.splitlines() if not line.startswith("#")]


def test_every_learnt_row_is_a_stem_and_its_translations_with_their_shares() -> None:
    for word, *others in learnt():
        shares = [float(pair.split(" ")[1]) for pair in others]
        assert word == word.strip() != ""
        assert shares == sorted(shares, reverse=True)
        assert all(0 < share <= 1 for share in shares)


def test_no_learnt_stem_is_there_twice() -> None:
    assert len({row[0] for row in learnt()}) == len(learnt())


def test_what_was_learnt_is_known_in_both_directions() -> None:
    assert dictionary("en", "fr")["church"]["eglise"] == dictionary("fr", "en")["eglise"]["church"] > 0.2
