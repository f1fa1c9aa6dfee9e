"""Two documents are aligned by a task that refuses what is no translation, and joins what nothing else can be done
with."""

from __future__ import annotations

from pathlib import Path

from tmtool.formats.reading import read_document
from tmtool.tasks.align import SURE, align_documents


def test_long_texts_without_ends_of_sentences_are_joined_as_unsure(tmp_path: Path) -> None:
    """Of a text in one segment alignment cannot tell which of its words are seldom."""
    source, target = tmp_path / "en.txt", tmp_path / "fr.txt"
    names = [f"{first}{vowel}{last}" for first in "bdfgklmnpr" for vowel in "aeiou" for last in ("bal", "dor", "gun")]
    members = [f"the member {name}" for name in names * 20]
    target.write_text(", ".join(f"le membre {name[::-1]}" for name in names * 20))
    for sentences in ([members], [members[:2000], members[2000:]]):
        source.write_text("\n".join(f"{', '.join(some)}." for some in sentences))

        alignment = align_documents(read_document(source, language="en"), read_document(target, language="fr"))

        assert [(bead.source, bead.target) for bead in alignment.beads] == [(tuple(range(len(sentences))), (0,))]
        assert alignment.beads[0].confidence < SURE
