"""Terms and documents go in and out in the formats of other programs, and what is lost is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.conftest import REPOSITORY, Tmtool


@pytest.mark.parametrize("name", ["terms.tbx", "terms.tsv", "terms.csv", "terms.xlsx"])
def test_terms_written_and_imported_elsewhere_are_whole(tmtool: Tmtool, name: str) -> None:
    """Those of the whole term base are compared one by one in `tests/formats/test_term_base_comes_back.py`."""
    for field in ("migrants", "trafficking"):
        tmtool.ok("import", REPOSITORY / "termbase" / f"{field}.tsv", "--kind", "terms")
    assert "passeur" in tmtool.ok("terms", "search", "passeur")
    done = tmtool.run("terms", "export", name)
    assert done.returncode == 0
    assert "no place for" not in done.stderr
    other = Tmtool(tmtool.folder, "other.db")
    (report,) = other.json("import", name)
    assert (report["kind"], report["skipped"]) == ("terms", [])
    assert f"{report['terms']} concepts" in done.stderr
    assert other.ok("terms", "search", "passeur") == tmtool.ok("terms", "search", "passeur")
    (again,) = other.json("import", name)
    assert again["added"] == 0


def test_what_a_glossary_has_no_place_for_is_said(filled: Tmtool) -> None:
    done = filled.run("terms", "export", "glossary.txt")
    assert "no place for: domains" in done.stderr
    first, second, *_ = (filled.folder / "glossary.txt").read_text(encoding="utf-8").splitlines()
    assert first.startswith("# Glossary in tab-separated format")
    assert len(second.split("\t")) == 3


@pytest.mark.parametrize(
    ("arguments", "status", "word"),
    [
        (("terms.doc",), 2, ".tbx"),
        (("--for", "weblate", "terms.tsv"), 2, "weblate"),
        (("--for", "omegat", "terms.xlsx"), 2, "omegat"),
    ],
)
def test_a_format_that_is_not_written_is_refused_with_those_that_are(
    filled: Tmtool, arguments: tuple[str, ...], status: int, word: str
) -> None:
    done = filled.run("terms", "export", *arguments)
    assert done.returncode == status
    assert word in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_spreadsheet_is_a_memory_like_any_table(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    assert book.active is not None
    for row in (["en", "fr"], ["The Group met.", "Le Groupe s’est réuni."]):
        book.active.append(row)
    book.save(tmp_path / "memory.xlsx")
    tool = Tmtool(tmp_path)
    (report,) = tool.json("import", "memory.xlsx")
    assert (report["format"], report["units"], report["added"]) == ("xlsx", 1, 1)
    tool.ok("export", "back.xlsx")
    (again,) = Tmtool(tmp_path, "other.db").json("import", "back.xlsx")
    assert again["units"] == 1


def test_what_a_reader_assumed_is_told_and_not_counted_as_left_out(tmp_path: Path) -> None:
    tool = Tmtool(tmp_path)
    unit = "<trans-unit id='1'><source>a</source><target>b</target></trans-unit>"
    tool.write(
        "a.xlf", f"<xliff version='1.2'><file source-language='en' original='x'><body>{unit}</body></file></xliff>"
    )
    done = tool.run("import", "a.xlf")
    assert "taken for fr" in done.stderr
    assert "left out" not in done.stdout
    assert "taken for fr" not in tool.run("-q", "import", "--memory", "other", "a.xlf").stderr


def test_a_web_page_and_its_printed_form_are_documents(filled: Tmtool) -> None:
    filled.write("agenda.html", "<h1>Annotated provisional agenda</h1><ol><li>Organizational matters.</ol>")
    (first, second) = filled.json("suggest", "agenda.html")
    assert (first["source"], second["label"], second["source"]) == (
        "Annotated provisional agenda",
        "1.",
        "Organizational matters.",
    )


@pytest.mark.parametrize("option", ["--memory", "--document"])
def test_a_name_that_is_not_there_does_not_write_a_file_over_with_nothing(tmp_path: Path, option: str) -> None:
    tool = Tmtool(tmp_path)
    tool.write("a.tsv", "document\ten\tfr\nA/1\tOther matters\tQuestions diverses\n")
    tool.ok("import", "a.tsv")
    tool.ok("export", "x.tmx")
    before = (tmp_path / "x.tmx").read_bytes()
    done = tool.run("export", "x.tmx", option, "nonsense")
    assert done.returncode == 2
    assert "'nonsense'" in done.stderr
    assert (tmp_path / "x.tmx").read_bytes() == before


def test_units_of_a_file_that_are_equal_are_counted_once_and_told(tmp_path: Path) -> None:
    tool = Tmtool(tmp_path)
    tool.write("a.tsv", "en\tfr\n" + "Other matters\tQuestions diverses\n" * 3)
    assert tool.ok("import", "a.tsv") == "a.tsv: 3 units (1 added, 2 repeated)\n"


def test_units_are_together_by_document_however_often_they_went_through_a_file(tmp_path: Path) -> None:
    tool = Tmtool(tmp_path)
    rows = (f"{document}\tItem {document} {n}\tPoint {document} {n}\n" for document in "AB" for n in range(3))
    tool.write("a.tsv", "document\ten\tfr\n" + "".join(rows))
    tool.ok("import", "a.tsv")
    tool.ok("export", "1.tmx")
    other = Tmtool(tmp_path, "other.db")
    other.ok("import", "1.tmx")
    other.ok("export", "2.tmx")
    other.ok("export", "2.tsv")
    documents = [line.split("\t")[3] for line in (tmp_path / "2.tsv").read_text().splitlines()[1:]]
    assert documents == ["A", "A", "A", "B", "B", "B"]


def test_units_are_not_written_into_what_others_take_for_a_glossary(tmp_path: Path) -> None:
    tool = Tmtool(tmp_path)
    tool.write("a.tsv", "en\tfr\nOther matters\tQuestions diverses\n")
    tool.ok("import", "a.tsv")
    done = tool.run("export", "x.utx")
    assert done.returncode == 2
    assert done.stderr.endswith("end its name in .tmx, .json, .xlf, .xliff, .xlsx, .tsv, .csv\n")


def test_a_file_is_written_in_another_format_and_what_that_has_no_place_for_is_counted(tmtool: Tmtool) -> None:
    texts = "".join(f'<tuv xml:lang="{tag}"><seg>{text}</seg></tuv>' for tag, text in (("en", "One"), ("fr", "Un")))
    third = '<tuv xml:lang="es"><seg>Uno</seg></tuv>'
    units = f'<tu tuid="a" creationid="ana"><note>so</note>{texts}{third}</tu><tu tuid="b">{texts}</tu>'
    head = '<tmx version="1.4"><header srclang="en" segtype="sentence" o-tmf="x" adminlang="en" datatype="x" '
    tmtool.write("a.tmx", f'{head}creationtool="x" creationtoolversion="1"/><body>{units}</body></tmx>')

    again = tmtool.json("convert", "a.tmx", "b.tmx")[0]
    bilingual = tmtool.json("convert", "a.tmx", "b.xlf")[0]

    assert (again["kind"], again["units"], again["losses"]) == ("memory", 2, {})
    assert bilingual["losses"] == {"further languages": 1, "o-tmf=x of the header": 1}
    assert "no place for: further languages (1)" in tmtool.run("convert", "a.tmx", "c.xlf").stderr
    assert not (tmtool.folder / "t.db").exists()


def test_terms_are_converted_too_and_a_file_never_onto_itself(tmtool: Tmtool) -> None:
    tmtool.write("a.tsv", "en\tfr\tdefinition\nsession\tsession\tA meeting.\n")
    other = tmtool.json("convert", "a.tsv", "a.utx")[0]
    refused = tmtool.run("convert", "a.tsv", "a.tsv")

    assert (other["kind"], other["terms"], other["losses"]) == ("terms", 1, {"definitions": 1})
    assert refused.returncode == 2
    assert "is the file itself" in refused.stderr


def test_a_file_is_validated_with_line_rule_and_remedy(tmp_path: Path) -> None:
    tool = Tmtool(tmp_path)
    tool.write("a.tsv", "en\tfr\nGroup\tGroupe\nGroup\tGroupe\n")
    assert tool.run("validate", "a.tsv").returncode == 0
    (problem,) = tool.json("validate", "a.tsv", "--fail-on", "warning", status=1)
    assert (problem["line"], problem["level"], problem["rule"]) == (3, "warning", "row-repeated")
    shown = tool.run("validate", "a.tsv").stdout
    assert shown.startswith("a.tsv:3: warning: the row is the same as that of line 2; keep one of them [row-repeated]")
    broken = tool.run("validate", tool.write("b.tmx", "<tmx version='1.4'><body>"))
    assert (broken.returncode, "element-missing" in broken.stdout) == (3, False)
    assert broken.stderr.splitlines()[0].endswith("b.tmx: tmx, 0 entries, 1 error, 0 warnings")
    assert len(broken.stderr.splitlines()) == 2
