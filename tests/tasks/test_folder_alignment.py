"""The documents of a folder are aligned pair by pair, whoever asks."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tmtool.errors import InputError
from tmtool.tasks.align import Alignment, align
from tmtool.tasks.folder_alignment import align_pairs
from tmtool.tasks.pairing import DocumentPair, Pairing, pair_documents


def test_each_pair_is_announced_and_then_aligned_under_its_name_in_the_folder(tmp_path: Path) -> None:
    for name, text in (("a.en", "The river is long."), ("a.fr", "Le fleuve est long."), ("b.en", "Alone.")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    pairing = pair_documents(tmp_path, source_language="en", target_language="fr")
    told: list[str] = []
    results = align_pairs(
        pairing,
        partial(align, folder=tmp_path),
        lambda number, pair: told.append(f"{number} {pair.source.name}"),
    )
    (only,) = results
    assert told == ["1 a.en.txt"]
    assert isinstance(only, Alignment)
    assert only.name == "a.en.txt + a.fr.txt"


def test_a_pair_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "b.en.txt").write_text("The river is long.", encoding="utf-8")
    (tmp_path / "b.fr.txt").write_text("Le fleuve est long.", encoding="utf-8")
    gone = DocumentPair(tmp_path / "a.en.txt", tmp_path / "a.fr.txt", "name")
    there = DocumentPair(tmp_path / "b.en.txt", tmp_path / "b.fr.txt", "name")
    first, second = align_pairs(Pairing((gone, there), ()), align)
    assert isinstance(first, InputError)
    assert isinstance(second, Alignment)
