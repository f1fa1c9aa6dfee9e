"""Documents find their translations in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmtool.errors import InputError
from tmtool.tasks.pairing import NO_PARTNER, SEVERAL, Pairing, pair_documents

HEAD = "{}\n\nDistr.: General\n\n"
ENGLISH = HEAD + "The Working Group will have before it the report of the Secretariat on the items of the agenda.\n"
FRENCH = HEAD + "Le Groupe de travail sera saisi du rapport du Secrétariat sur les points de l’ordre du jour.\n"


def folder(place: Path, *names: str, text: str = "Text of the document.") -> Path:
    for name in names:
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return place


def pairing(place: Path) -> Pairing:
    return pair_documents(place, source_language="en", target_language="fr")


def names(place: Path) -> list[str]:
    return [
        f"{pair.source.relative_to(place).as_posix()} + {pair.target.relative_to(place).as_posix()}"
        for pair in pairing(place).pairs
    ]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("a.en.txt", "a.fr.txt"),
        ("a_EN.txt", "a_FR.txt"),
        ("a-eng.txt", "a-fra.txt"),
        ("N2012345-E.txt", "N2012345-F.txt"),
        ("agenda (English).txt", "agenda (français).txt"),
        ("EN report 2020.txt", "FR report 2020.txt"),
        ("en/a.txt", "fr/a.txt"),
        ("2020/en/a.txt", "2020/fr/a.txt"),
        ("English/a.txt", "French/A.txt"),
        ("en/a_en.txt", "fr/a_fr.txt"),
        ("report.en.v2.txt", "report.fr.v2.txt"),
    ],
)
def test_names_that_differ_by_the_language_alone_are_a_pair(tmp_path: Path, source: str, target: str) -> None:
    folder(tmp_path, source, target)
    assert names(tmp_path) == [f"{source} + {target}"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a.en.txt", "b.fr.txt"),
        ("2020/en/a.txt", "2021/fr/a.txt"),
        ("e.txt", "f.txt"),
        ("a.txt", "b.txt"),
    ],
)
def test_other_names_are_no_pair(tmp_path: Path, one: str, other: str) -> None:
    folder(tmp_path, one, other)
    assert names(tmp_path) == []
    assert [left.reason for left in pairing(tmp_path).alone] == [NO_PARTNER, NO_PARTNER]


def test_the_document_symbol_pairs_files_whose_names_say_nothing(tmp_path: Path) -> None:
    (tmp_path / "V2002918.txt").write_text(ENGLISH.format("CTOC/COP/WG.7/2020/1"), encoding="utf-8")
    (tmp_path / "V2002920.txt").write_text(FRENCH.format("CTOC/COP/WG.7/2020/1"), encoding="utf-8")
    (tmp_path / "V2002921.txt").write_text(FRENCH.format("CTOC/COP/WG.7/2020/2"), encoding="utf-8")
    found = pairing(tmp_path)
    assert [(pair.source.name, pair.target.name, pair.by) for pair in found.pairs] == [
        ("V2002918.txt", "V2002920.txt", "symbol")
    ]
    assert [left.path.name for left in found.alone] == ["V2002921.txt"]


def test_a_third_language_is_taken_for_neither_of_the_two(tmp_path: Path) -> None:
    spanish = HEAD + "El Grupo de Trabajo tendrá ante sí el informe de la Secretaría sobre los temas del programa.\n"
    for name, text in (("V1.txt", ENGLISH), ("V2.txt", spanish), ("V3.txt", FRENCH)):
        (tmp_path / name).write_text(text.format("CTOC/COP/WG.7/2020/1"), encoding="utf-8")
    found = pairing(tmp_path)
    assert [(pair.source.name, pair.target.name) for pair in found.pairs] == [("V1.txt", "V3.txt")]
    assert [left.path.name for left in found.alone] == ["V2.txt"]


def test_two_versions_of_a_translation_stay_alone(tmp_path: Path) -> None:
    folder(tmp_path, "a.en.txt", "a.fr.txt", "a_fr.txt")
    found = pairing(tmp_path)
    assert found.pairs == ()
    assert {left.reason for left in found.alone} == {SEVERAL}


def test_of_several_formats_those_that_are_the_same_belong_together(tmp_path: Path) -> None:
    folder(tmp_path, "a.en.txt", "a.fr.txt")
    folder(tmp_path, "a.en.html", "a.fr.html", text="<html><body><p>Text</p></body></html>")
    assert sorted(names(tmp_path)) == ["a.en.html + a.fr.html", "a.en.txt + a.fr.txt"]


def test_what_is_no_document_is_named_with_the_reason(tmp_path: Path) -> None:
    folder(tmp_path, "a.en.txt", "a.fr.txt", "notes.xyz", ".hidden.txt")
    (tmp_path / "empty.txt").touch()
    found = {left.path.name: left.reason for left in pairing(tmp_path).alone}
    assert found["empty.txt"] == "the file is empty"
    assert set(found) == {"empty.txt", "notes.xyz"}


def test_the_other_direction_pairs_the_same_files(tmp_path: Path) -> None:
    folder(tmp_path, "a.en.txt", "a.fr.txt")
    (pair,) = pair_documents(tmp_path, source_language="fr", target_language="en-GB").pairs
    assert pair.source.name == "a.fr.txt"


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no files"):
        pairing(tmp_path)
