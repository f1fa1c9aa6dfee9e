"""Tests the main job from end to end: suggest, check, hand over to a CAT tool, take back what was reviewed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from tests.acceptance.conftest import REPOSITORY, Tmtool

SAMPLES = REPOSITORY / "samples"
XLIFF = "{urn:oasis:names:tc:xliff:document:1.2}"


@pytest.fixture
def own(made: Tmtool, tmp_path: Path) -> Tmtool:
    """Returns the database with what comes along, to be changed."""
    shutil.copy(made.folder / made.db, tmp_path / "t.db")
    return Tmtool(tmp_path)


def test_the_next_session_of_a_series_is_mostly_known(made: Tmtool) -> None:
    rows = made.json("suggest", SAMPLES / "agenda.en.txt")
    known = [row for row in rows if row["kind"] in ("context", "exact", "adapted")]
    assert len(known) > len(rows) / 2
    assert [row["segment"] for row in rows] == list(range(1, len(rows) + 1))
    title = next(row for row in rows if row["source"] == "Annotated provisional agenda")
    assert (title["kind"], title["suggestion"]) == ("context", "Ordre du jour provisoire annoté")
    label = next(row for row in rows if row["source"].startswith("Adoption of the agenda"))
    assert label["label"] == "(b)"


def test_a_repeated_segment_names_the_one_it_repeats(made: Tmtool) -> None:
    rows = made.json("suggest", SAMPLES / "agenda.en.txt")
    repeats = [row for row in rows if row["repeats"]]
    assert repeats
    assert all(rows[row["repeats"] - 1]["source"] == row["source"] for row in repeats)


def test_the_check_of_the_sample_finds_the_planted_errors_and_nothing_else(made: Tmtool) -> None:
    findings = made.json("check", SAMPLES / "agenda.en.txt", SAMPLES / "agenda.fr.txt", status=1)
    grave = [(row["check"], row["target"][slice(*row["target_span"])]) for row in findings if row["level"] != "info"]
    assert grave == [
        ("dates-weekday", "lundi"),
        ("numbers-value", "2\u00a0530"),
        ("duplication-word", "que que"),
        ("document-title", "collaborent"),
        ("term-deprecated", "à la traite de migrants"),
        ("references-symbol", "CTOC/COP/WG.7/2029/3"),
    ]


def test_what_a_cat_tool_sends_back_goes_into_the_memory_with_its_state(own: Tmtool) -> None:
    own.ok("suggest", SAMPLES / "agenda.en.txt", "-o", "agenda.xlf")
    tree = etree.parse(own.folder / "agenda.xlf")
    units = tree.findall(f".//{XLIFF}trans-unit")
    untranslated = [unit for unit in units if unit.find(f"{XLIFF}target") is None]
    for unit, state in zip(untranslated, ("final", "needs-translation"), strict=False):
        target = etree.Element(f"{XLIFF}target", state=state)
        target.text = f"Traduction de l’unité {unit.get('id')}"
        source = unit.find(f"{XLIFF}source")
        assert source is not None
        source.addnext(target)
    tree.write(own.folder / "reviewed.xlf", encoding="utf-8", xml_declaration=True)
    report = own.json("import", "reviewed.xlf")[0]
    assert report["format"] == "xliff"
    assert len(report["skipped"]) == len(untranslated) - 2
    statuses = [
        own.json("lookup", unit.findtext(f"{XLIFF}source"), "--limit", "0")[0]["matches"][0]["status"]
        for unit in untranslated[:2]
    ]
    assert statuses == ["approved", "draft"]


def test_an_export_is_imported_elsewhere_without_loss(made: Tmtool, tmp_path: Path) -> None:
    made.ok("export", tmp_path / "all.tmx")
    other = Tmtool(tmp_path)
    report = other.json("import", "all.tmx")[0]
    assert (report["added"], report["skipped"]) == (report["units"], [])
    other.ok("export", "again.tmx")
    assert units_of(tmp_path / "again.tmx") == units_of(tmp_path / "all.tmx")


def units_of(path: Path) -> list[bytes]:
    return sorted(etree.tostring(unit, with_tail=False) for unit in etree.parse(path).iter("tu"))


@pytest.mark.parametrize("name", ["agenda.tsv", "agenda.html", "agenda.xlf"])
def test_every_output_of_suggest_holds_the_suggestions(made: Tmtool, tmp_path: Path, name: str) -> None:
    made.ok("suggest", SAMPLES / "agenda.en.txt", "-o", tmp_path / name)
    assert "Ordre du jour provisoire annoté" in (tmp_path / name).read_text(encoding="utf-8")


def test_a_word_table_of_suggestions_highlights_what_a_person_has_to_look_at(made: Tmtool, tmp_path: Path) -> None:
    made.ok("suggest", SAMPLES / "agenda.en.txt", "-o", tmp_path / "agenda.docx")
    with ZipFile(tmp_path / "agenda.docx") as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    names = {"w": body.nsmap["w"]}
    rows = [
        ["".join(map(str, cell.itertext())) for cell in row.iterfind("w:tc", names)]
        for row in body.iterfind(".//w:tr", names)
    ]
    colours = {
        "".join(map(str, run.itertext())): highlight.get(f"{{{names['w']}}}val")
        for run in body.iterfind(".//w:r", names)
        if (highlight := run.find("w:rPr/w:highlight", names)) is not None
    }
    assert rows[0] == ["", "en", "fr"]
    assert ["9 context", "Annotated provisional agenda", "Ordre du jour provisoire annoté"] in rows
    assert ["12 adapted", "(a) Opening of the meeting;", "Ouverture de la réunion\u00a0;"] in rows
    assert any(name.startswith("1 none") and target == "" for name, _, target in rows)
    assert colours["Ouverture de la réunion\u00a0;"] == "cyan" and "Ordre du jour provisoire annoté" not in colours
    fuzzy = [target for name, _, target in rows if " fuzzy " in name]
    assert fuzzy and all(colours[target] == "yellow" for target in fuzzy)


def test_a_check_alone_needs_no_database(tmp_path: Path) -> None:
    import os
    import subprocess
    import sys

    environment = {**os.environ, "HOME": str(tmp_path)}
    command = [sys.executable, "-m", "tmtool", "check", str(SAMPLES / "agenda.fr.txt")]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8")
    assert done.returncode == 1
    assert "traite de migrants" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_of_a_draft_in_another_language_it_is_said_how_few_checks_know_it(own: Tmtool) -> None:
    own.write("draft.txt", "Der Bericht wird der Konferenz auf ihrer Tagung vorgelegt.\n")
    done = own.run("check", "draft.txt", "--target-lang", "de")
    assert done.returncode == 0
    assert "checks look at a text in German" in done.stderr
    assert "checks look at" not in own.run("check", SAMPLES / "agenda.fr.txt").stderr


def test_a_document_is_given_back_in_french_with_its_labels_and_lines(made: Tmtool, tmp_path: Path) -> None:
    out = tmp_path / "agenda.fr.txt"
    said = made.run("suggest", SAMPLES / "agenda.en.txt", "-o", out).stderr
    french, english = (path.read_text(encoding="utf-8").splitlines() for path in (out, SAMPLES / "agenda.en.txt"))

    assert "48 segments filled, 12 of them to look at, 0 kept, 20 left" in said
    assert len(french) == len(english)
    assert "Groupe de travail sur le trafic illicite de migrants" in french
    assert [line for line in english if line.startswith("(b)")] != [line for line in french if line.startswith("(b)")]


def test_a_bilingual_file_is_filled_and_its_own_targets_stay_unless_they_may_go(made: Tmtool, tmp_path: Path) -> None:
    title = "Annotated provisional agenda"
    units = f'<trans-unit id="1"><source>{title}</source></trans-unit>'
    units += f'<trans-unit id="2"><source>{title}</source><target>Ordre du jour</target></trans-unit>'
    head = '<xliff version="1.2"><file original="a" source-language="en" datatype="x"><body>'
    path = tmp_path / "a.xlf"
    path.write_text(f"{head}{units}</body></file></xliff>", encoding="utf-8")

    made.ok("suggest", path, "-o", tmp_path / "b.xlf")
    made.ok("suggest", path, "-o", tmp_path / "c.xlf", "--overwrite")
    refused = made.run("suggest", path, "-o", path)
    unmeant = made.run("suggest", path, "--overwrite")

    assert (tmp_path / "b.xlf").read_text(encoding="utf-8").count("Ordre du jour provisoire annoté</target>") == 1
    assert (tmp_path / "c.xlf").read_text(encoding="utf-8").count("Ordre du jour provisoire annoté</target>") == 2
    assert refused.returncode == 2
    assert "is the file itself" in refused.stderr
    assert unmeant.returncode == 2
    assert "--overwrite is for a file that is given back" in unmeant.stderr


def test_what_is_complete_comes_as_a_memory_for_tools_that_read_no_matches_in_files(
    made: Tmtool, own: Tmtool, tmp_path: Path
) -> None:
    made.ok("suggest", SAMPLES / "agenda.en.txt", "-o", tmp_path / "a.tmx")
    own.ok("--db", "new.db", "import", tmp_path / "a.tmx")

    found = json.loads(own.ok("--db", "new.db", "lookup", "Annotated provisional agenda", "--json"))["matches"][0]
    assert (found["rate"], found["target"], found["status"]) == (100, "Ordre du jour provisoire annoté", "translated")
