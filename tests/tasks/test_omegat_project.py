"""An OmegaT project is read as one, never taken for another, and filled without touching what is its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tmtool.errors import UsageError
from tmtool.model import Status, Unit, Variant
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.tasks.import_ import import_paths
from tmtool.tasks.import_values import ImportOptions, ImportReport
from tmtool.tasks.omegat_project import fill

SETTINGS = """<omegat><project version="1.0"><source_lang>{}</source_lang><target_lang>{}</target_lang>
<tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir></project></omegat>"""
TMX = """<tmx version="1.4"><header creationtool="OmegaT" creationtoolversion="6" segtype="sentence" o-tmf="OmegaT TMX"
 adminlang="EN-US" srclang="en" datatype="plaintext"/><body>{}</body></tmx>"""
PAIR = '<tu>{}<tuv xml:lang="en"><seg>{}</seg></tuv><tuv xml:lang="fr"><seg>{}</seg></tuv></tu>'


@pytest.fixture
def home() -> Iterator[Home]:
    with open_home(":memory:", create=True) as opened:
        yield opened


def project(folder: Path, terms: str, *, languages: tuple[str, str] = ("en", "fr")) -> Path:
    """Makes a project with a translation, an alternative, a memory with a penalty and a glossary."""
    alternative = '<prop type="file">a.docx</prop><prop type="id">7</prop><prop type="prev">One</prop>'
    saved = PAIR.format("", "The Group", "Le Groupe") + PAIR.format(alternative, "The Group", "Le groupe")
    for name, text in (
        ("omegat.project", SETTINGS.format(*languages)),
        ("omegat/project_save.tmx", TMX.format(saved)),
        ("tm/penalty-020/old.tmx", TMX.format(PAIR.format("", "Closure", "Fin"))),
        ("glossary/glossary.txt", terms),
        ("source/a.txt", "The Group\n"),
        ("source/b.tsv", "en\tfr\nsource only\tsource seulement\n"),
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def imported(home: Home, *paths: Path) -> list[ImportReport]:
    found = list(import_paths(home, list(paths), ImportOptions(processes=False)))
    assert all(isinstance(one, ImportReport) for one in found), found
    return [one for one in found if isinstance(one, ImportReport)]


def test_a_project_gives_its_translations_memories_and_terms_and_not_its_documents(home: Home, tmp_path: Path) -> None:
    reports = imported(home, project(tmp_path / "a", "quorum\tquorum\nchair\tprésidence\n"))
    assert [(one.path.name, one.units, one.terms) for one in reports] == [
        ("project_save.tmx", 2, 0),
        ("old.tmx", 1, 0),
        ("glossary.txt", 0, 2),
    ]
    units = dict(home.units.read(memory="default"))
    assert [unit.properties.get("prev") for unit in units.values()] != [None, None]
    weights = {one.name: one.penalty for one in home.statistics().memories}
    assert weights == {"default": 0, "default penalty-20": 20}


def test_two_projects_of_one_name_stay_two(home: Home, tmp_path: Path) -> None:
    one = project(tmp_path / "x" / "agenda", "quorum\tquorum\n")
    two = project(tmp_path / "y" / "agenda", "chair\tprésidence\n")
    imported(home, one)
    assert sum(report.removed for report in imported(home, two)) == 0
    assert {concept.id for concept in home.concepts.all()} == {"quorum", "chair"}
    again = imported(home, one)
    assert sum(report.added + report.removed for report in again) == 0


def test_the_languages_are_those_of_the_project(home: Home, tmp_path: Path) -> None:
    imported(home, project(tmp_path / "a", "Vorsitz\tprésidence\n", languages=("de", "fr")))
    (concept,) = home.concepts.all()
    assert [term.language for term in concept.terms] == ["de", "fr"]


def unit(english: str, french: str, status: Status) -> Unit:
    return Unit((Variant("en", english), Variant("fr", french)), status=status, source_language="en")


def test_a_project_is_filled_by_what_is_known_of_the_units(home: Home, tmp_path: Path) -> None:
    folder = project(tmp_path / "a", "quorum\tquorum\n")
    for status in Status:
        with home.transaction():
            writer = home.sources.replace_units("m", f"{status}.tmx", "tmx", status.value)
            writer.add(unit(f"One {status}", f"Un {status}", status))
            writer.finish()
    with home.transaction():
        writer = home.sources.replace_units("rules", "r.tmx", "tmx", "r")
        writer.add(unit("Rule", "Règle", Status.APPROVED))
        writer.finish()
    (folder / "omegat" / "finder.xml").write_text("<items><item><name>UNTERM</name><url>u</url></item></items>")

    written = fill(home, folder, enforce="rules", server="http://127.0.0.1:8750/")

    assert {file.path.relative_to(folder).as_posix(): file.entries for file in written} == {
        "tm/auto/tmtool.tmx": 1,
        "tm/tmtool.tmx": 1,
        "tm/penalty-10/tmtool.tmx": 1,
        "tm/enforce/tmtool.tmx": 1,
        "glossary/tmtool.txt": 0,
        "omegat/finder.xml": 1,
    }
    assert (folder / "glossary" / "glossary.txt").read_text(encoding="utf-8") == "quorum\tquorum\n"
    finder = (folder / "omegat" / "finder.xml").read_text(encoding="utf-8")
    assert "UNTERM" in finder
    assert "http://127.0.0.1:8750/?q={target}&amp;from=en" in finder
    assert len(imported(home, folder)) == 3
    fill(home, folder, server="http://127.0.0.1:8750/")
    assert not (folder / "tm" / "enforce" / "tmtool.tmx").exists()
    assert (folder / "omegat" / "finder.xml").read_text(encoding="utf-8") == finder


def test_a_folder_that_is_no_project_is_not_filled(home: Home, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no OmegaT project"):
        fill(home, tmp_path)
