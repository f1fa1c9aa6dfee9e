"""A text in another language, the same text twice, or documents that do not belong together are refused in one line."""

from __future__ import annotations

import shutil

import pytest

from tests.acceptance.conftest import REPOSITORY, Tmtool
from tests.acceptance.test_bad_input import refused

SPANISH = """El Grupo de Trabajo examinará los informes de la Secretaría sobre las medidas que se han adoptado.
Los Estados tendrán ante sí una nota por la que se transmiten las respuestas al cuestionario.
Las delegaciones podrán también presentar sus observaciones en el curso del debate.
El documento será publicado en los idiomas oficiales y distribuido con arreglo al reglamento.
"""
OTHER = """Les recettes du musée ont augmenté grâce aux visiteurs étrangers venus au printemps.
La toiture de la grande salle sera refaite par deux artisans de la vallée voisine.
Un concert de piano aura lieu dans le jardin, suivi d’un buffet de fromages et de fruits.
Les enfants de l’école ont peint une fresque avec des oiseaux, des arbres et des bateaux.
Le boulanger cherche un apprenti qui sache se lever tôt et qui aime la farine.
La neige a bloqué le col pendant trois jours, et le facteur a dû passer par le tunnel.
Les abeilles du rucher ont survécu au gel, et le miel de lavande sera vendu en juillet.
Le maire a offert des chaussures neuves à toute l’équipe de football des minimes.
"""


@pytest.fixture
def agenda(tmtool: Tmtool) -> Tmtool:
    for name in ("agenda.en.txt", "agenda.fr.txt"):
        shutil.copy(REPOSITORY / "samples" / name, tmtool.folder)
    tmtool.ok("import", REPOSITORY / "samples" / "memory.tmx", "--memory", "old")
    return tmtool


@pytest.mark.parametrize("command", ["check", "align"])
def test_documents_the_wrong_way_round_are_refused(agenda: Tmtool, command: str) -> None:
    refused(agenda.run(command, "agenda.fr.txt", "agenda.en.txt"), 3, "agenda.fr.txt", "French", "change their order")


@pytest.mark.parametrize("command", ["check", "align"])
def test_a_document_is_not_its_own_translation(agenda: Tmtool, command: str) -> None:
    refused(agenda.run(command, "agenda.en.txt", "agenda.en.txt"), 3, "same text")
    shutil.copy(agenda.folder / "agenda.fr.txt", agenda.folder / "again.txt")
    refused(agenda.run(command, "agenda.fr.txt", "again.txt"), 3, "again.txt", "same text")


@pytest.mark.parametrize("command", ["check", "align"])
def test_the_agenda_of_another_year_is_no_translation(agenda: Tmtool, command: str) -> None:
    french = (agenda.folder / "agenda.fr.txt").read_text(encoding="utf-8")
    agenda.write("of2024.fr.txt", french.replace("2030", "2024").replace("2029", "2023").replace("2028", "2022"))
    refused(
        agenda.run(command, "agenda.en.txt", "of2024.fr.txt"),
        3,
        "is CTOC/COP/WG.7/2024/1",
        "no day in common",
        "--anyway",
    )
    agenda.write("slip.fr.txt", french.replace("CTOC/COP/WG.7/2030/1", "CTOC/COP/WG.7/2024/1"))
    assert agenda.run(command, "agenda.en.txt", "slip.fr.txt").returncode in (0, 1)


def test_what_is_refused_leaves_no_empty_database(agenda: Tmtool) -> None:
    (agenda.folder / "both").mkdir()
    for name in ("a.en.txt", "a.fr.txt"):
        shutil.copy(agenda.folder / "agenda.en.txt", agenda.folder / "both" / name)
    refused(agenda.run("--db", "new.db", "align", "agenda.en.txt", "agenda.en.txt", "--add"), 3, "same text")
    assert agenda.run("--db", "new.db", "align", "both", "--add").returncode == 3
    assert not list(agenda.folder.glob("new.db*"))
    agenda.write("late.tmx", "<tmx version='1.4'><header srclang='en'/><body><tu>")
    for file in ("late.tmx", "agenda.en.txt", "none.tmx"):
        refused(agenda.run("--db", "new.db", "import", file), 3, file)
        assert not list(agenda.folder.glob("new.db*"))
    agenda.ok("--db", "new.db", "align", "agenda.en.txt", "agenda.fr.txt", "--add")
    assert (agenda.folder / "new.db").exists()


@pytest.mark.parametrize("segmentation", ["auto", "lines"])
def test_a_draft_in_another_language_is_refused(agenda: Tmtool, segmentation: str) -> None:
    how = ("--segmentation", segmentation)
    refused(agenda.run("check", "agenda.en.txt", *how), 3, "agenda.en.txt", "is in English, not in French")
    agenda.write("es.txt", SPANISH)
    refused(agenda.run("check", "es.txt", *how), 3, "es.txt", "is in Spanish, not in French")
    refused(agenda.run("check", "agenda.en.txt", "es.txt", *how), 3, "es.txt", "is in Spanish, not in French")
    agenda.write("es.txt", SPANISH.splitlines()[0])
    refused(agenda.run("check", "es.txt", *how), 3, "es.txt", "is in Spanish, not in French")


def test_a_source_in_another_language_gets_no_suggestions(agenda: Tmtool) -> None:
    refused(agenda.run("suggest", "agenda.fr.txt"), 3, "agenda.fr.txt", "is in French, not in English")
    assert agenda.run("suggest", "agenda.fr.txt", "--anyway").returncode == 0
    assert agenda.run("suggest", "agenda.fr.txt", "--source-lang", "fr").returncode == 0


@pytest.mark.parametrize(("command", "segmentation"), [("check", "auto"), ("align", "auto"), ("align", "lines")])
def test_documents_that_do_not_belong_together_are_refused(agenda: Tmtool, command: str, segmentation: str) -> None:
    agenda.write("museum.fr.txt", OTHER)
    done = agenda.run(command, "agenda.en.txt", "museum.fr.txt", "--segmentation", segmentation)
    refused(done, 3, "museum.fr.txt", "too little in common with agenda.en.txt")


def test_nothing_of_what_is_refused_is_stored(agenda: Tmtool) -> None:
    for pair in (("agenda.en.txt", "agenda.en.txt"), ("agenda.fr.txt", "agenda.en.txt")):
        refused(agenda.run("align", *pair, "--add"), 3)
    assert [one["name"] for one in agenda.json("stats")[0]["memories"]] == ["old"]


def test_a_pair_of_a_folder_that_is_refused_does_not_stop_the_others(agenda: Tmtool) -> None:
    for name in ("good.en.txt", "copy.en.txt", "copy.fr.txt"):
        agenda.write(f"d/{name}", (agenda.folder / "agenda.en.txt").read_bytes())
    agenda.write("d/good.fr.txt", (agenda.folder / "agenda.fr.txt").read_bytes())
    done = agenda.run("align", "d")
    assert done.returncode == 3
    assert "copy.fr.txt: is the same text as the source" in done.stderr
    assert "1 pair aligned" in done.stderr


def table(agenda: Tmtool) -> list[tuple[str, str]]:
    (found,) = agenda.json("align", "agenda.en.txt", "agenda.fr.txt")
    beads = found["beads"]
    return [(one["source_text"], one["target_text"]) for one in beads if one["source_text"] and one["target_text"]]


@pytest.mark.parametrize("command", ["check", "import"])
def test_a_table_with_its_languages_exchanged_is_refused(agenda: Tmtool, command: str) -> None:
    rows = "".join(f"{target}\t{source}\n" for source, target in table(agenda))
    agenda.write("turned.tsv", f"en\tfr\n{rows}")
    refused(agenda.run(command, "turned.tsv"), 3, "turned.tsv", "should be in English is in French, and the reverse")
    assert agenda.run(command, "turned.tsv", "--anyway", *(["--fail-on", "never"] if command == "check" else []))


@pytest.mark.parametrize("command", ["check", "import"])
def test_a_table_whose_rows_have_slipped_is_refused(agenda: Tmtool, command: str) -> None:
    rows = table(agenda)
    slipped = "".join(f"{rows[place][0]}\t{rows[place - 3][1]}\n" for place in range(len(rows)))
    agenda.write("slipped.tsv", f"en\tfr\n{slipped}")
    refused(agenda.run(command, "slipped.tsv"), 3, "slipped.tsv", "rows have slipped")


def test_whoever_means_it_says_so(agenda: Tmtool) -> None:
    assert agenda.run("check", "agenda.en.txt", "--anyway", "--fail-on", "never").returncode == 0
    assert agenda.run("align", "agenda.en.txt", "agenda.en.txt", "--anyway").returncode == 0


def test_a_few_lines_are_taken_as_they_are(agenda: Tmtool) -> None:
    agenda.write("short.txt", "Adoption of the agenda\nOrganization of the work of the session\n")
    assert agenda.run("check", "short.txt", "--segmentation", "lines").returncode in (0, 1)


def test_the_name_of_the_language_on_the_cover_is_no_part_of_a_unit(agenda: Tmtool) -> None:
    for language in ("en", "fr"):
        text = (agenda.folder / f"agenda.{language}.txt").read_text(encoding="utf-8")
        cover = "Original: English" if language == "en" else "Français\nOriginal\u00a0: anglais"
        agenda.write(f"cover.{language}.txt", f"A/80/1\n{cover}\n\n{text}")
    agenda.ok("align", "cover.en.txt", "cover.fr.txt", "--add")
    (answer,) = agenda.json("lookup", "Original: English")
    assert [one["target"] for one in answer["matches"]] == ["Original\u00a0: anglais"]
