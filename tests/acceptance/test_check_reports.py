"""Tests what `tmtool check -o` writes, as a reviser asks for it."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.acceptance.conftest import REPOSITORY, Tmtool

SAMPLES = (REPOSITORY / "samples" / "agenda.en.txt", REPOSITORY / "samples" / "agenda.fr.txt")


@pytest.fixture(scope="module")
def count(made: Tmtool) -> int:
    """Returns how many findings the sample has, as a check tells that writes a report next to them."""
    return len(made.json("check", *SAMPLES, "-o", "both.html", status=1))


@pytest.mark.parametrize("name", ["out.html", "out.docx", "out.sarif"])
def test_a_report_is_written_by_its_ending_and_the_screen_has_the_count(made: Tmtool, count: int, name: str) -> None:
    done = made.run("check", *SAMPLES, "-o", name)

    assert (done.returncode, done.stderr) == (1, f"{name} written\n")
    assert done.stdout.startswith("74 segments: 5 error")
    assert done.stdout.count("\n") == 1
    content = (made.folder / name).read_bytes()
    if name.endswith(".sarif"):
        assert len(json.loads(content)["runs"][0]["results"]) == count
    elif name.endswith(".docx"):
        with ZipFile(made.folder / name) as parts:
            assert parts.read("word/comments.xml").count(b"<w:comment ") == count
    else:
        assert content.count(b'<li class="finding') == count


def test_a_report_goes_next_to_the_json(made: Tmtool, count: int) -> None:
    assert count
    assert (made.folder / "both.html").exists()


def test_an_ending_that_is_no_report_is_refused_before_anything_is_read(made: Tmtool) -> None:
    done = made.run("check", "no-such.txt", "-o", "out.pdf")

    assert done.returncode == 2
    assert done.stderr == "tmtool: cannot write 'out.pdf'; end its name in .docx, .html, .sarif\n"


def test_a_report_never_takes_the_place_of_the_draft(filled: Tmtool) -> None:
    page = "<html><body><p>Le Groupe de travail</p></body></html>"
    filled.write("draft.html", page)

    done = filled.run("check", "draft.html", "-o", "draft.html")

    assert done.returncode == 2
    assert (filled.folder / "draft.html").read_text() == page


def test_nothing_is_left_where_a_report_cannot_be_written(made: Tmtool) -> None:
    done = made.run("check", *SAMPLES, "-o", "nowhere/out.html")

    assert done.returncode == 3
    assert "make the folder first" in done.stderr


def test_a_finding_says_where_it_is_as_a_reader_has_it(made: Tmtool, tmp_path: Path) -> None:
    agenda = REPOSITORY / "samples" / "agenda.fr.txt"
    shown = made.run("check", agenda, "--fail-on", "never").stdout
    assert "✘ error   item 1 (a), paragraph 1, line 41  dates-weekday" in shown
    (first, *_) = made.json("check", agenda, status=1)
    assert first["segment"] == 21
    assert first["place"] == {
        "text": "item 1 (a), paragraph 1, line 41", "item": "1.a", "heading": "", "paragraph": "",
        "table": None, "row": None, "column": None, "page": None, "line": 41,
    }  # fmt: skip
    made.run("check", agenda, "-o", tmp_path / "page.html")
    assert "item 1 (a), paragraph 1, line 41" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_of_a_table_the_row_is_said(made: Tmtool, tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("en\tfr\nOne.\tUn.\nThe group.\tLe groupe groupe.\n", encoding="utf-8")
    assert "▲ warning row 3  duplication-word" in made.run("check", tmp_path / "a.tsv").stdout
