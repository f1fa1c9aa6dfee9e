"""Aligns two documents that are translations of each other, and stores what is sure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tmtool.alignment.in_common import Joined
from tmtool.documents.head import without_version
from tmtool.documents.reading import Segmentation
from tmtool.errors import UsageError
from tmtool.formats.reading import read_document
from tmtool.languages import default_pair, language_of
from tmtool.languages.pairs.sizes import length_range
from tmtool.model import Bead, Concept, Document, Unit, Variant
from tmtool.model.wording import say
from tmtool.tasks.files import name_of
from tmtool.tasks.indexing import index
from tmtool.tasks.untranslated import is_untranslated
from tmtool.tasks.wrong_input import refuse_unrelated_documents, refuse_wrong_documents

if TYPE_CHECKING:
    from tmtool.alignment.training import Example
    from tmtool.store.home import Home
    from tmtool.store.values import Changes

SURE = 0.9
"""The confidence from which a bead is stored unless another is asked for: at least 99 of 100 such beads are right
(docs/decisions/0006)."""

LONG_WITHOUT_END = 10_000
"""Characters of a document without any end of a sentence, from which nothing can be told of its one segment: alignment
holds the words of a segment against how often they are elsewhere in the document."""

_UNKNOWN = 0.5

UNTRANSLATED = 0.1
"""The most that the confidence of a bead may be whose target is the source again."""


Beads = tuple[Bead, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """An `Alignment` holds two documents and the beads that join their segments. `name` is what the database calls the
    pair; with `anyway` what is left untranslated is taken, too."""

    source: Document
    target: Document
    beads: tuple[Bead, ...]
    name: str = ""
    anyway: bool = False

    def source_text(self, bead: Bead) -> str:
        """Returns the bead's source segments as one text."""
        return _text(self.source, bead.source)

    def target_text(self, bead: Bead) -> str:
        """Returns the bead's target segments as one text."""
        return _text(self.target, bead.target)

    def is_untranslated(self, bead: Bead) -> bool:
        """Tells whether the bead's target is the source again, which is no translation."""
        texts = self.source_text(bead), self.target_text(bead)
        return not self.anyway and is_untranslated(*texts, self.source.language, self.target.language)

    def confidence(self, bead: Bead) -> float:
        """Returns the probability that the bead's target is the translation of its source."""
        return min(bead.confidence, UNTRANSLATED) if self.is_untranslated(bead) else bead.confidence

    @property
    def document(self) -> str:
        """Returns the document symbol that either side states, else the source file's name without its ending."""
        return self.source.symbol or self.target.symbol or Path(name_of(Path(self.source.path))).stem

    @property
    def date(self) -> str:
        """Returns the date that either side states, empty for none."""
        return self.source.date or self.target.date

    def doubts(self) -> str:
        """Returns why these may not be translations of each other, or "" where nothing speaks against it.

        Fewer than half of the beads are sure, or one text is far longer than its translation would be.
        """
        sure = sum(1 for bead in self.beads if bead.source and bead.target and self.confidence(bead) >= SURE)
        if 2 * sure < len(self.beads):
            return say("{sure} of {groups} groups are sure", sure=sure, groups=len(self.beads))
        ratio = _characters(self.target) / _characters(self.source)
        least, most = length_range(self.source.language, self.target.language)
        return (
            ""
            if least <= ratio <= most
            else say("the translation is {ratio:.1f} times as long as the source", ratio=ratio)
        )

    def units(self, minimum: float) -> list[Unit]:
        """Returns the two-sided beads with at least that confidence, as translation units in document order."""
        units: list[Unit] = []
        for bead in self.beads:
            if self.is_sure(bead, minimum):
                source = without_version(self.source_text(bead), language_of(self.source.language))
                target = without_version(self.target_text(bead), language_of(self.target.language))
                units.append(
                    Unit(
                        variants=(Variant(self.source.language, source), Variant(self.target.language, target)),
                        document=self.document,
                        position=len(units) + 1,
                        date=self.date,
                        source_language=self.source.language,
                        properties={"confidence": f"{bead.confidence:.3f}"},
                    )
                )
        return units

    def is_sure(self, bead: Bead, minimum: float) -> bool:
        """Tells whether the bead is a pair of texts with at least that confidence."""
        return self.confidence(bead) >= minimum and bool(self.source_text(bead) and self.target_text(bead))


def align(
    source: Path,
    target: Path,
    *,
    home: Home | None = None,
    source_language: str = default_pair.SOURCE,
    target_language: str = default_pair.TARGET,
    segmentation: Segmentation = "auto",
    srx: Path | None = None,
    folder: Path | None = None,
    anyway: bool = False,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Alignment:
    """Reads two documents, segments them (by the rules `srx` where given) and aligns them.

    What is known of their words comes from the database, where there is none from the packaged term base. The
    database knows a file by its name, one from a `folder` by its path below it. Of long documents `progress` is told
    how many segments are done, of how many.

    Raises InputError for a file that cannot be read, and as `align_documents`.
    """
    one = read_document(source, language=source_language, segmentation=segmentation, srx=srx)
    other = read_document(target, language=target_language, segmentation=segmentation, srx=srx)
    return align_documents(one, other, home, name=name_of_pair(one, other, folder), anyway=anyway, progress=progress)


def name_of_pair(source: Document, target: Document, folder: Path | None = None) -> str:
    """Returns what the database calls two documents by the names of their files, or "" where they have none."""
    files = (Path(document.path) for document in (source, target))
    return " + ".join(name for file in files if (name := name_of(file, folder)))


def align_documents(
    source: Document,
    target: Document,
    home: Home | None = None,
    *,
    name: str = "",
    concepts: Sequence[Concept] | None = None,
    anyway: bool = False,
    progress: Callable[[int, int], None] = lambda done, total: None,
    perform: Callable[[Callable[[], Beads]], Beads] = lambda job: job(),
) -> Alignment:
    """Aligns two documents already read; `home` and `progress` as for `align`. `concepts` are those of the database
    that the source may hold, where they are known already. `perform` may have another process do its job, most of what
    there is to do: to find the beads by what is then known.

    Raises InputError, unless `anyway`, for documents that are in other languages, the same, or no translations of
    each other.
    """
    if not anyway:
        refuse_wrong_documents(source, target)
    # A database has no two askers.
    asked = _examples(source, target, home, name, concepts) if home is not None else None

    def found() -> Beads:
        from tmtool.alignment.align import align as align_segments
        from tmtool.alignment.training import learn_lexicon

        examples = _examples(source, target) if asked is None else asked
        return align_segments(
            _texts(source),
            _texts(target),
            source_language=source.language,
            target_language=target.language,
            source_labels=_labels(source),
            target_labels=_labels(target),
            lexicon=learn_lexicon(examples, source_language=source.language, target_language=target.language),
            progress=progress,
        )

    alignment = Alignment(source, target, _together(source, target, perform(found)), name, anyway)
    if not anyway:
        beads = alignment.beads
        joined = [Joined(alignment.source_text(bead), alignment.target_text(bead), bead.confidence) for bead in beads]
        refuse_unrelated_documents(source, target, joined)
    return alignment


def _examples(
    source: Document,
    target: Document,
    home: Home | None = None,
    name: str = "",
    concepts: Sequence[Concept] | None = None,
) -> list[Example]:
    """Returns what is known of the words of two documents, but for what they gave themselves under a name."""
    # Imported here, as all that takes NumPy is: where another process aligns, this one does without it, whose loading
    # takes longer than most checks.
    from tmtool.tasks.lexicon import examples_for

    languages = {"source_language": source.language, "target_language": target.language}
    return examples_for(home, _texts(source), **languages, without=name, concepts=concepts)


def _texts(document: Document) -> list[str]:
    return [segment.text for segment in document.segments]


def _together(source: Document, target: Document, beads: tuple[Bead, ...]) -> tuple[Bead, ...]:
    """Returns the beads of two documents; where nothing is sure of two of which one is a single long segment, the bead
    that joins all that they have."""
    documents = source, target
    nothing_told = min(map(_characters, documents)) >= LONG_WITHOUT_END and any(
        len(document.segments) == 1 for document in documents
    )
    if (
        len(beads) == 1
        or not nothing_told
        or any(one.source and one.target and one.confidence >= SURE for one in beads)
    ):
        return beads
    return (Bead(tuple(range(len(source.segments))), tuple(range(len(target.segments))), _UNKNOWN),)


def store(
    home: Home,
    alignment: Alignment,
    *,
    memory: str,
    minimum: float = SURE,
) -> Changes:
    """Stores the sure beads as units, in one transaction; aligning the same pair of files again replaces them, unless
    both texts are what they were: what the memory has learnt in the meantime would then change the groups, and nobody
    would know why.

    Raises UsageError for documents without names.
    """
    if not alignment.name:
        raise UsageError(say("the documents have no names by which to find again what they gave"), say("name them"))
    digest = _digest(alignment, minimum)
    known = home.sources.find(memory, "memory", alignment.name)
    if known is not None and known.sha256 == digest:
        from tmtool.store.values import Changes

        return Changes(unchanged=known.entries)
    with home.transaction():
        writer = home.sources.replace_units(memory, alignment.name, "aligned", digest)
        for unit in alignment.units(minimum):
            writer.add(unit)
        changes = writer.finish()
    index(home)
    return changes


def _digest(alignment: Alignment, minimum: float) -> str:
    """Returns a digest of both texts, of how sure a bead must be, and whether it may be untranslated."""
    from hashlib import sha256  # loads a large library, which a check does not need

    found = sha256((repr(minimum) + ("anyway" if alignment.anyway else "")).encode())
    for document in (alignment.source, alignment.target):
        found.update(repr([(one.text, one.label) for one in document.segments]).encode("utf-8", "backslashreplace"))
    return found.hexdigest()


def _text(document: Document, indexes: Sequence[int]) -> str:
    return " ".join(text for index in indexes if (text := document.segments[index].text.strip()))


def _characters(document: Document) -> int:
    return max(1, sum(len(segment.text) for segment in document.segments))


def _labels(document: Document) -> list[str] | None:
    labels = [segment.label for segment in document.segments]
    return labels if any(labels) else None
