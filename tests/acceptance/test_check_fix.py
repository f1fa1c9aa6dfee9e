"""Tests `tmtool check --fix` as a reviser uses it."""

from __future__ import annotations

import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.acceptance.conftest import Tmtool

FRENCH = "Le Groupe de de travail examinera cette question.\nLe rapport , qui a été lu, sera adopté.\n"


class Alone(Tmtool):
    """An `Alone` is tmtool as it runs where nobody has made a database."""

    def command(self, *arguments: object) -> list[str]:
        return [sys.executable, "-m", "tmtool", *map(str, arguments)]


@pytest.fixture
def tmtool(tmp_path: Path) -> Tmtool:
    return Alone(tmp_path)


def test_the_diff_names_the_check_and_the_file_stays(tmtool: Tmtool) -> None:
    tmtool.write("a.txt", FRENCH)

    done = tmtool.run("check", "a.txt", "--fix", "--segmentation", "lines")

    assert done.returncode == 0
    assert done.stdout.splitlines()[:5] == [
        "--- a.txt",
        "+++ a.txt",
        "@@ -1 +1 @@ paragraph 1, line 1 · duplication-word: de de → de",
        "-Le Groupe de de travail examinera cette question.",
        "+Le Groupe de travail examinera cette question.",
    ]
    assert (
        done.stdout.splitlines()[5] == "@@ -2 +2 @@ paragraph 2, line 2 · typography-stray-space: ‹space› → ‹nothing›"
    )
    assert (tmtool.folder / "a.txt").read_text() == FRENCH


def test_the_diff_is_in_french_for_who_reads_french(tmtool: Tmtool) -> None:
    tmtool.write("a.txt", FRENCH)

    done = tmtool.run("--ui", "fr", "check", "a.txt", "--fix")

    lines = done.stdout.replace("\N{NO-BREAK SPACE}", " ").splitlines()
    assert lines[2] == "@@ -1 +1 @@ paragraphe 1, ligne 1 · duplication-word : de de → de"
    assert lines[-1] == "2 segments après réparation : rien à signaler"


def test_the_repaired_file_is_written_next_to_it_and_has_nothing_left_to_repair(tmtool: Tmtool) -> None:
    tmtool.write("a.txt", FRENCH)

    done = tmtool.run("check", "a.txt", "--fix", "-o", "b.txt")

    assert done.stderr == "b.txt written with 2 repairs\n"
    assert (tmtool.folder / "b.txt").read_text() == FRENCH.replace("de de", "de").replace(" ,", ",")
    assert "nothing found" in tmtool.ok("check", "b.txt", "--fix")


def test_a_draft_is_never_repaired_in_place_nor_into_another_format(tmtool: Tmtool) -> None:
    tmtool.write("a.txt", FRENCH)

    in_place = tmtool.run("check", "a.txt", "--fix", "-o", "./a.txt")
    other = tmtool.run("check", "a.txt", "--fix", "-o", "a.docx")

    assert (in_place.returncode, other.returncode) == (2, 2)
    assert in_place.stderr == "tmtool: what is checked is never written over; give another name after -o\n"
    assert "end its name in .txt" in other.stderr
    assert (tmtool.folder / "a.txt").read_text() == FRENCH


def test_a_format_that_cannot_be_repaired_says_which_can(tmtool: Tmtool) -> None:
    tmtool.write("a.html", f"<html><body><p>{FRENCH}</p></body></html>")

    done = tmtool.run("check", "a.html", "--fix")

    assert done.returncode == 3
    assert done.stderr.startswith(
        "tmtool: a.html: a file of this format (html) cannot be repaired; "
        "it can be done in .docx, .tmx, .tsv, .txml, .txt"
    )


@pytest.mark.parametrize("damaged", ["word/document.xml", "docProps/core.xml"])
def test_a_docx_with_a_damaged_part_is_told_in_one_line(tmtool: Tmtool, damaged: str) -> None:
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    text = "<w:p><w:r><w:t>Le Groupe de de travail examinera cette question.</w:t></w:r></w:p>"
    document = f'<w:document xmlns:w="{namespace}"><w:body>{text}</w:body></w:document>'
    broken = tmtool.folder / "a.docx"
    with ZipFile(broken, "w") as parts:
        for name, content in {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": document,
            "docProps/core.xml": "<a/>",
        }.items():
            parts.writestr(name, content + ("<!-- as it was -->" if name == damaged else ""))
    broken.write_bytes(broken.read_bytes().replace(b"as it was", b"otherwise"))

    done = tmtool.run("check", "a.docx", "--fix", "-o", "b.docx")

    assert done.returncode == 3
    (line,) = done.stderr.splitlines()
    assert line.startswith("tmtool: a.docx: ")
    assert "damaged" in line
    assert not (tmtool.folder / "b.docx").exists()
