"""Tests phrases in use, in the memories that come along."""

from __future__ import annotations

import pytest

from tests.acceptance.conftest import Tmtool


def test_word_forms_are_found_and_marked(made: Tmtool) -> None:
    for line in made.json("concordance", "smuggled migrant"):
        start, end = line["source_span"]
        assert line["source"][start:end].casefold() in ("smuggled migrant", "smuggled migrants")


def test_the_counterpart_that_the_term_base_knows_is_marked(made: Tmtool) -> None:
    line = made.json("concordance", "smuggling of migrants")[0]
    start, end = line["target_span"]
    assert line["target"][start:end].casefold().startswith("trafic illicite")
    assert 0 < line["confidence"] <= 1


def test_a_literal_phrase_is_found_as_it_is_only(made: Tmtool) -> None:
    assert made.json("concordance", "smuggled migrants", "--literal")
    found = made.json("concordance", "smuggled migrant ", "--literal")
    assert all("smuggled migrant " in line["source"].casefold() for line in found)


@pytest.mark.parametrize(
    "phrase", ["l’ordre du jour", "Groupe de travail", "trafic illicite d'un migrant", "10 heures"]
)
def test_french_phrases_with_elisions_and_numbers_can_be_asked(made: Tmtool, phrase: str) -> None:
    made.json("concordance", phrase, "--lang", "fr")
    made.json("concordance", phrase, "--lang", "fr", "--literal")


@pytest.mark.parametrize("phrase", ["", "  ", '"', "***", "AND", "NEAR(a b)", "a OR", "_", "’"])
def test_nothing_that_a_person_types_is_taken_for_a_query_language(made: Tmtool, phrase: str) -> None:
    made.json("concordance", phrase)
    made.json("concordance", phrase, "--literal")


def test_a_word_with_a_star_stands_for_all_that_begin_like_it(made: Tmtool) -> None:
    def found(phrase: str, *options: str) -> set[str]:
        lines = made.json("concordance", phrase, "--limit", "0", *options)
        return {line["source"][slice(*line["source_span"])].casefold() for line in lines}

    assert {"smuggling", "smuggled"} <= found("smuggl*")
    assert found("smuggl*  migrant") == {"smuggled migrants", "smuggled migrant"} & found("smuggled migrant")
    assert "États".casefold() in found("etat*", "--lang", "fr")
    assert found("smuggl") == set()
    assert found("smuggl*", "--literal") == set()


def test_a_phrase_without_a_word_is_not_said_to_be_missing(made: Tmtool) -> None:
    assert made.ok("concordance", "%") == "no word or number to look for in “%”\n"
    assert made.ok("concordance", "xyzzy") == "no unit with “xyzzy”\n"


def test_the_neighbours_of_each_unit_are_shown_when_asked(made: Tmtool) -> None:
    line = made.json("concordance", "smuggling of migrants", "--context", "2", "--limit", "3")[1]
    assert line["position"] > 0
    near = [one["position"] for one in (*line["before"], *line["after"])]
    assert len(near) >= 2
    assert all(0 < abs(position - line["position"]) <= 2 for position in near)
    assert "before" not in made.json("concordance", "smuggling of migrants", "--limit", "1")[0]
    assert "      · " in made.ok("concordance", "smuggling of migrants", "--context", "1", "--limit", "2")


def test_the_page_holds_the_documents_and_another_ending_is_refused(made: Tmtool) -> None:
    assert made.ok("concordance", "smuggling of migrants", "-o", "page.html") == ""
    page = (made.folder / "page.html").read_text(encoding="utf-8")
    assert "CTOC/COP/WG.7/2029/1" in page
    assert made.run("concordance", "x", "-o", "page.txt").returncode == 2


def test_a_page_of_nothing_is_a_page(made: Tmtool) -> None:
    made.ok("concordance", "xyzzy", "-o", "empty.html")
    assert (made.folder / "empty.html").exists()


def test_a_french_phrase_has_its_translation_in_english(made: Tmtool) -> None:
    french = made.json("concordance", "trafic illicite de migrants", "--lang", "fr", "--limit", "1")
    assert french[0]["source"] in {one["source"] for one in made.json("concordance", "trafic illicite", "--lang", "fr")}
    assert french == made.json(
        "concordance", "trafic illicite de migrants", "--source-lang", "fr", "--target-lang", "en", "--limit", "1"
    )


def test_a_phrase_and_its_translation_are_in_two_languages(made: Tmtool) -> None:
    assert made.json("concordance", "Wort", "--lang", "de") == []
    done = made.run("concordance", "Wort", "--lang", "de", "--target-lang", "de")
    assert done.returncode == 2
    assert "both in de; name another --target-lang" in done.stderr


def test_french_is_told_from_its_words_wherever_something_is_looked_up(made: Tmtool) -> None:
    phrase = "trafic illicite de migrants"
    assert "smuggling of migrants" in made.json("concordance", phrase)[0]["target"].casefold()
    assert made.json("terms", "find", phrase)[0]["source_span"] == [0, len(phrase)]
    answer = made.json("lookup", "Questions diverses")[0]
    assert (answer["source_language"], answer["matches"][0]["target"]) == ("fr", "Other matters")
    assert made.json("lookup", "Questions diverses", "--source-lang", "en")[0]["matches"] == []
    assert "smuggling of migrants" in made.json("concordance", phrase, "--target-lang", "fr")[0]["target"].casefold()
    assert made.json("terms", "find", "安全理事会", "--target-lang", "zh")[0]["source_span"] == [0, 5]


def test_what_is_no_phrase_is_told_at_once(tmtool: Tmtool) -> None:
    tmtool.write("a.tsv", "en\tfr\nAgenda\tOrdre du jour\n")
    tmtool.ok("import", "a.tsv")
    done = tmtool.run("concordance", "A/" * 12_000)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "at most 200 words" in done.stderr
    assert tmtool.run("concordance", "A/" * 12_000, "--literal").returncode == 0
