"""The dictionary beside the code is data that a linguist may edit."""

from importlib.resources import files

from tmtool.alignment.guesses import dictionary


def rows() -> list[list[str]]:
    table = files("tmtool.alignment").joinpath("en-fr.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in table.splitlines() if not line.startswith("#")]


def test_every_row_is_an_english_and_a_french_word() -> None:
    assert all(len(row) == 2 and all(word.strip() == word != "" for word in row) for row in rows())


def test_no_row_stands_twice() -> None:
    assert len({tuple(row) for row in rows()}) == len(rows())


def test_it_reads_in_both_directions() -> None:
    assert "reunio" in dictionary("en", "fr")["meetin"]
    assert "meetin" in dictionary("fr-CA", "en-GB")["reunio"]


def test_a_pair_without_a_file_has_no_words() -> None:
    assert dictionary("de", "fr") == {}
