"""Two documents become a memory, and a folder of them does."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.acceptance.conftest import REPOSITORY, Tmtool

SAMPLES = REPOSITORY / "samples"


@pytest.fixture
def agenda(tmtool: Tmtool) -> Tmtool:
    for name in ("agenda.en.txt", "agenda.fr.txt"):
        shutil.copy(SAMPLES / name, tmtool.folder)
    tmtool.ok("import", SAMPLES / "memory.tmx", "--memory", "old")
    return tmtool


def units(tool: Tmtool, memory: str = "default") -> int:
    (stats,) = tool.json("stats")
    return sum(one["units"] for one in stats["memories"] if one["name"] == memory)


def test_the_sure_pairs_are_stored_and_the_rest_is_listed(agenda: Tmtool) -> None:
    listed = agenda.ok("align", "agenda.en.txt", "agenda.fr.txt", "--add", "--min-confidence", "0.995")
    (whole,) = agenda.json("align", "agenda.en.txt", "agenda.fr.txt")
    sure = [bead for bead in whole["beads"] if bead["confidence"] >= 0.995]
    rest = [bead for bead in whole["beads"] if bead["confidence"] < 0.995]
    assert len({bead["source_text"] for bead in sure}) <= units(agenda) <= len(sure)
    assert listed.count("  → ") == len(rest)
    assert 0 < len(rest) < len(whole["beads"]) / 2


def test_the_groups_are_counted_and_not_listed_where_a_file_has_them(agenda: Tmtool) -> None:
    listed = agenda.ok("align", "agenda.en.txt", "agenda.fr.txt").splitlines()
    assert listed[-1].startswith("74 groups: 74 sure")
    assert agenda.ok("align", "agenda.en.txt", "agenda.fr.txt", "-o", "out.tsv").splitlines() == listed[-1:]


def test_aligning_again_replaces_what_the_pair_gave(agenda: Tmtool) -> None:
    agenda.ok("align", "agenda.en.txt", "agenda.fr.txt", "--add")
    before = units(agenda)
    again = agenda.run("align", "agenda.en.txt", "agenda.fr.txt", "--add")
    assert "0 added" in again.stderr
    assert units(agenda) == before


def test_other_documents_of_the_same_names_are_said_to_replace_the_first(agenda: Tmtool) -> None:
    agenda.ok("align", "agenda.en.txt", "agenda.fr.txt", "--add")
    agenda.write("other/agenda.en.txt", "The first sentence of the text.\n\nA second one of the group.\n")
    agenda.write("other/agenda.fr.txt", "La première phrase du texte.\n\nUne deuxième phrase du groupe.\n")
    done = agenda.run(
        "align", "other/agenda.en.txt", "other/agenda.fr.txt", "--add", "--min-confidence", "0.1", "--anyway"
    )
    assert "nothing is left of what agenda.en.txt + agenda.fr.txt gave before" in done.stderr


def test_documents_that_have_nothing_to_do_with_each_other_are_not_stored(agenda: Tmtool) -> None:
    agenda.write("other.txt", "\n\n".join(f"Tout autre propos, numéro {number}, sans lien." for number in range(60)))
    done = agenda.run("align", "agenda.en.txt", "other.txt", "--add")
    assert done.returncode == 3
    assert "too little in common" in done.stderr
    assert units(agenda) == 0


def test_a_translation_of_half_the_text_is_not_stored_unless_told(agenda: Tmtool) -> None:
    lines = (SAMPLES / "agenda.fr.txt").read_text(encoding="utf-8").splitlines()
    agenda.write("half.fr.txt", "\n".join(lines[: len(lines) // 2]))
    agenda.ok("align", "agenda.en.txt", "half.fr.txt", "--add")
    assert units(agenda) == 0
    agenda.ok("align", "agenda.en.txt", "half.fr.txt", "--add", "--anyway")
    assert units(agenda) > 20


def test_the_reverse_direction_has_no_doubts(agenda: Tmtool) -> None:
    done = agenda.run("align", "agenda.fr.txt", "agenda.en.txt", "--source-lang", "fr", "--target-lang", "en")
    assert done.returncode == 0
    assert "may not be" not in done.stderr


def test_documents_the_wrong_way_round_are_not_stored(agenda: Tmtool) -> None:
    done = agenda.run("align", "agenda.fr.txt", "agenda.en.txt", "--add")
    assert "change their order" in done.stderr
    assert units(agenda) == 0


def test_a_folder_is_paired_and_stored_pair_by_pair(agenda: Tmtool) -> None:
    for language in ("en", "fr"):
        for session in ("first", "second"):
            path = agenda.folder / "agendas" / session / language / "agenda.txt"
            path.parent.mkdir(parents=True)
            shutil.copy(SAMPLES / f"agenda.{language}.txt", path)
    agenda.write("agendas/notes.txt", "Nobody has translated these notes.")
    done = agenda.run("align", "agendas", "--add")
    assert done.returncode == 0
    assert "2 pairs aligned, 1 file left alone" in done.stderr
    assert "notes.txt: left alone" in done.stderr
    both = units(agenda)
    again = agenda.run("align", "agendas", "--add")
    assert (again.stderr.count("\n0 added, "), again.stderr.count(" unchanged, 0 removed\n")) == (2, 2)
    assert units(agenda) == both
    agenda.ok("align", "agenda.en.txt", "agenda.fr.txt", "--add", "--memory", "single")
    assert both == 2 * units(agenda, "single")


def test_of_a_folder_each_object_says_which_pair_it_is(agenda: Tmtool) -> None:
    for name in ("a", "b"):
        for language in ("en", "fr"):
            text = (SAMPLES / f"agenda.{language}.txt").read_bytes()
            agenda.write(f"d/{name}.{language}.txt", text)
    found = [(one["source"], one["target"]) for one in agenda.json("align", "d")]
    assert found == [("d/a.en.txt", "d/a.fr.txt"), ("d/b.en.txt", "d/b.fr.txt")]


def test_a_pair_of_a_folder_that_cannot_be_read_does_not_stop_the_others(agenda: Tmtool) -> None:
    folder = agenda.folder / "agendas"
    folder.mkdir()
    for name in ("agenda.en.txt", "agenda.fr.txt"):
        shutil.copy(SAMPLES / name, folder)
    agenda.write("agendas/blank.en.txt", "\f \n\f")
    agenda.write("agendas/blank.fr.txt", "Du texte.")
    done = agenda.run("align", "agendas", "--add")
    assert units(agenda) > 50
    assert "blank.en.txt" in done.stderr


def test_a_folder_gives_one_memory_file_or_a_page_for_each_pair(agenda: Tmtool) -> None:
    folder = agenda.folder / "agendas"
    folder.mkdir()
    for name in ("agenda.en.txt", "agenda.fr.txt"):
        shutil.copy(SAMPLES / name, folder)
        shutil.copy(SAMPLES / name, folder / f"b{name}")
    agenda.ok("align", "agendas", "-o", "all.tmx")
    agenda.ok("align", "agendas", "-o", "review.html")
    (report,) = agenda.json("import", "all.tmx")
    assert report["units"] > 100
    assert sorted(path.name for path in agenda.folder.glob("*.html")) == [
        "review.agenda.en.html",
        "review.bagenda.en.html",
    ]


def test_one_document_alone_is_a_wrong_command_line(agenda: Tmtool) -> None:
    assert agenda.run("align", "agenda.en.txt").returncode == 2
    assert agenda.run("align", ".", "agenda.en.txt").returncode == 2


def test_own_segmentation_rules_are_used(agenda: Tmtool) -> None:
    rules = (
        '<srx xmlns="http://www.lisa.org/srx20" version="2.0"><header cascade="no"/><body><languagerules>'
        '<languagerule languagerulename="all"><rule break="yes"><beforebreak>\\|</beforebreak>'
        "<afterbreak>\\s</afterbreak></rule></languagerule></languagerules>"
        '<maprules><languagemap languagepattern=".*" languagerulename="all"/></maprules></body></srx>'
    )
    agenda.write("own.srx", rules)
    agenda.write("a.txt", "One part| Another part. And more.")
    agenda.write("b.txt", "Une partie| Une autre partie. Et encore.")
    (found,) = agenda.json("align", "a.txt", "b.txt", "--srx", "own.srx")
    assert [bead["source_text"] for bead in found["beads"]] == ["One part|", "Another part. And more."]
    assert agenda.run("align", "a.txt", "b.txt", "--srx", "no.srx").returncode == 3


def test_what_cleaning_did_is_told_on_standard_error(agenda: Tmtool) -> None:
    agenda.write(
        "page.txt", "The report was adopted by the\n\nV.20-02918 (E)\n\nWorking Group in 2020.\n\nOther matters."
    )
    agenda.ok("import", SAMPLES / "memory.tmx")
    for command in (["align", "page.txt", "agenda.fr.txt"], ["suggest", "page.txt"]):
        done = agenda.run(*command, "--explain", "--json")
        assert "page.txt:3: left out: V.20-02918 (E)\n" in done.stderr
        assert "page.txt:5: joined: was adopted by the ⏎ Working Group in 2020.\n" in done.stderr
        assert done.stdout.startswith("{")


def test_the_page_for_review_is_one_file(agenda: Tmtool) -> None:
    agenda.ok("align", "agenda.en.txt", "agenda.fr.txt", "-o", "review.html")
    page = (agenda.folder / "review.html").read_text(encoding="utf-8")
    assert "Content-Security-Policy" in page
    assert "http://" not in page and "https://" not in page
    assert not [path for path in Path(agenda.folder).iterdir() if path.suffix in (".js", ".css")]
