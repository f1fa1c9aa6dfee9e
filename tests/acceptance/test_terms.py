"""Tests the term base from the command line: changed, checked, found in texts, and terms proposed from files."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from tests.acceptance.conftest import Tmtool


@pytest.fixture
def small(tmp_path: Path) -> Tmtool:
    """Returns a term base of three concepts."""
    tmtool = Tmtool(tmp_path)
    tmtool.write(
        "terms.tsv",
        "id\ten\tfr\tfr_admitted\tdomain\n"
        "shelter\tshelter\tcentre d’accueil\tfoyer\tvictims\n"
        "refuge\trefuge\trefuge\tfoyer\tvictims\n"
        "smuggling\tsmuggling of firearms\ttrafic d’armes à feu\t\tcrime\n",
    )
    tmtool.ok("import", "terms.tsv", "--kind", "terms")
    return tmtool


def test_an_edit_says_what_is_other_and_is_found_at_once(small: Tmtool) -> None:
    said = small.ok("terms", "edit", "shelter", "--add", "abri", "--status", "deprecated", "--note", "for victims")
    assert said.splitlines() == ["shelter: note: (none) → for victims", "shelter: fr “abri” added, deprecated"]
    [found] = small.json("terms", "search", "abri")
    assert (found["concept"], found["note"]) == ("shelter", "for victims")


def test_a_term_is_retired_in_favour_of_another(small: Tmtool) -> None:
    said = small.ok("terms", "retire", "shelter", "--term", "centre d’accueil", "--replaced-by", "foyer")
    assert "shelter: fr “centre d’accueil” status: preferred → superseded" in said
    assert "shelter: fr “foyer” status: admitted → preferred" in said


def test_merged_concepts_are_one(small: Tmtool) -> None:
    assert "refuge: removed" in small.ok("terms", "merge", "shelter", "refuge")
    assert [concept["concept"] for concept in small.json("terms", "search", "refuge")] == ["shelter"]


def test_a_concept_is_found_by_its_id_before_those_that_have_the_word_in_a_term(small: Tmtool) -> None:
    small.write(
        "more.tsv", "id\ten\tfr\tdomain\nC-17\tsafe house\tmaison sûre\tvictims\nhouse\tdwelling\tlogis\tvictims\n"
    )
    small.ok("import", "more.tsv", "--kind", "terms")
    assert [concept["concept"] for concept in small.json("terms", "search", "c-17")] == ["C-17"]
    assert [concept["concept"] for concept in small.json("terms", "search", "House")] == ["house", "C-17"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("edit", "nothing", "--note", "x"),
        ("edit", "shelter", "--gender", "m"),
        ("retire", "shelter", "--term", "abri"),
        ("merge", "shelter", "shelter"),
    ],
)
def test_what_cannot_be_changed_is_said_in_one_line(small: Tmtool, arguments: tuple[str, ...]) -> None:
    done = small.run("terms", *arguments)
    assert done.returncode == 2
    assert done.stderr.startswith("tmtool: ")
    assert done.stderr.count("\n") == 1


def test_the_check_tells_what_is_wrong_with_counts(small: Tmtool) -> None:
    pairs = "".join(f"The refuge {number}.\tLa maison {number}.\n" for number in range(6))
    small.write("pairs.tsv", "en\tfr\n" + pairs)
    small.ok("import", "pairs.tsv", "--kind", "memory")
    small.ok("terms", "edit", "shelter", "--term", "centre d’accueil", "--status", "admitted")
    found = {problem["kind"]: problem for problem in small.json("terms", "check")}
    assert found["no-preferred"]["concepts"] == ["shelter"]
    assert found["contradicted"]["concepts"] == ["refuge"]
    assert "none 6" in found["contradicted"]["message"]
    assert "Concepts without one preferred term (1)" in small.ok("terms", "check")


def test_a_database_that_is_named_has_to_be_there(tmp_path: Path) -> None:
    assert Tmtool(tmp_path).run("terms", "check").returncode == 4
    assert Tmtool(tmp_path).run("terms", "extract", "x.tsv").returncode == 4


def test_a_split_term_and_one_with_combining_accents_are_found_in_the_database(small: Tmtool) -> None:
    [found] = small.json("terms", "find", "The smuggling of migrants and firearms")
    assert (found["concept"], found["source"]) == ("smuggling", "smuggling of migrants and firearms")
    text = unicodedata.normalize("NFD", "le trafic d’armes à feu")
    [french] = small.json("terms", "find", text, "--source-lang", "fr", "--target-lang", "en")
    assert french["source"] == text[3:]


def test_terms_are_proposed_from_aligned_files_and_from_documents(small: Tmtool) -> None:
    lines = [
        ("The mercury emission inventory was late.", "L’inventaire des émissions de mercure était en retard."),
        ("A mercury emission inventory is made.", "Un inventaire des émissions de mercure est dressé."),
        ("Each mercury emission inventory was sent.", "Chaque inventaire des émissions de mercure a été envoyé."),
        ("It was late.", "Il était tard."),
        ("They went home.", "Ils sont rentrés."),
        ("Nobody came.", "Personne n’est venu."),
        ("All was well.", "Tout allait bien."),
        ("Who was there?", "Qui était là ?"),
        ("We do not know.", "Nous ne savons pas."),
    ]
    small.write("pairs.tsv", "en\tfr\n" + "".join(f"{en}\t{fr}\n" for en, fr in lines))
    small.write("text.txt", "\n\n".join(en for en, _ in lines))
    best = small.json("terms", "extract", "pairs.tsv")[0]
    assert best.keys() >= {"source", "target", "count", "score", "examples"}
    assert (best["source"], best["target"]) == ("mercury emission inventory", "inventaire des émissions de mercure")
    assert small.json("terms", "extract", "text.txt")[0]["target"] is None
    assert small.run("terms", "extract", "text.txt", "pairs.tsv").returncode == 3
    small.write("text.fr.txt", "\n\n".join(fr for _, fr in lines))
    assert "is in French, not in English" in small.run("terms", "extract", "text.txt", "text.fr.txt").stderr
    assert "mercury emission inventory" in small.ok("terms", "extract", "pairs.tsv")


def test_the_history_of_a_concept_is_told(small: Tmtool) -> None:
    assert small.ok("terms", "history", "shelter").strip() == "nobody changed it by hand"
    small.ok("terms", "edit", "shelter", "--note", "for victims")
    assert "note: (none) → for victims" in small.ok("terms", "history", "shelter")
    [change] = small.json("terms", "history", "shelter")
    assert (change["action"], change["changes"]) == ("edit", ["note: (none) → for victims"])


def test_an_added_concept_whose_term_is_there_already_is_told(small: Tmtool) -> None:
    done = small.run("terms", "add", "shelter", "abri", "--id", "shelter-2")
    assert "“shelter” is a term of shelter too" in done.stderr


def test_concepts_that_say_the_same_of_the_same_words_are_a_line(small: Tmtool) -> None:
    small.write(
        "mine.tsv",
        "en\tfr\nmigrant smuggling\ttrafic illicite de migrants\nsmuggling of migrants\ttrafic illicite de migrants\n",
    )
    small.ok("import", "--kind", "terms", "mine.tsv")
    assert small.ok("terms", "find", "migrant smuggling").count("trafic illicite de migrants") == 1
