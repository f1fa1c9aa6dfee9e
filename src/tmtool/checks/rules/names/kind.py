"""Is a name that of a thing of another kind than in the source: a commission for a conference, a fund for a forum?

What a name says that it names is known of every name, in the term base or not. Which words these are in both languages,
and what else may stand for them, is in ``name_kinds.tsv`` of the pair.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.document.wording import wording
from tmtool.checks.evidence.meaning.exchange_by_odds import are_odd
from tmtool.checks.evidence.meaning.exchange_in_place import exchanged_in_place
from tmtool.checks.evidence.register import hints_where_free
from tmtool.checks.evidence.term.said_by_term import leaving_terms
from tmtool.model import Finding, Level

_KINDS = "name_kinds.tsv"
_USUAL = 3
"""From so many different texts of a document on, another kind is how it translates a name."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a name begins with the word for another kind of thing than in the source."""
    for flag in exchanged_in_place(_KINDS, pair, draft, keeps_sense=True):
        yield flag if are_odd(flag, pair, draft) else replace(flag, level=draft.likely)


def together(findings: Sequence[Finding], draft: Draft) -> Iterator[Finding]:
    """Yields the findings, one for a word that several texts of a document translate by the same word, and that as an
    info: it may be the name that the body has there, as the regional associations of meteorologists are conseils."""
    by_words: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    for one in findings:
        by_words[_word_of(one)].append(one)
    for same in by_words.values():
        texts = {wording(one.source).tokens for one in same}
        if draft.is_document and len(texts) >= _USUAL:
            yield replace(same[0], level=min(same[0].level, Level.INFO, key=lambda level: level.gravity))
        else:
            yield from same


def _word_of(finding: Finding) -> tuple[str, str]:
    """Returns the word of the source and the one of the translation that a finding compares."""
    assert finding.source_span is not None and finding.target_span is not None
    return finding.source_span.of(finding.source), finding.target_span.of(finding.target)


CHECK = SegmentCheck(
    name="names-kind",
    level=Level.WARNING,
    its_type="inconsistent-entities",
    requires=Needs(source=True, pair=_KINDS),
    yields_to=(
        "completeness-omission",
        "completeness-length",
        "language-other-segment",
        "names-body",
        "names-official",
        "term-contrast",
        "term-deprecated",
    ),
    summary="A name is that of a thing of another kind than in the source.",
    reason=(
        "A conference is no commission, and a declaration no convention, whatever they are on. Compared are the words "
        "in capitals that say what a name names, each in its place, where nothing answers to the one of the source; a "
        "Committee may be a Commission, a Board a Conseil. It is a warning where neither word could have a counterpart "
        "anywhere, by learnt probabilities of translation, and noted elsewhere. What a document translates so in three "
        "different texts is noted once."
    ),
    examples=(
        Example(
            source="The World Conference on Glaciers was held in Nairobi in 1985.",
            target="La Commission mondiale sur les glaciers s’est tenue à Nairobi en 1985.",
            flagged=("Commission",),
        ),
        Example(
            source="The African Forum on Energy Efficiency recommended the adoption of new standards.",
            target="Le Fonds africain pour l’efficacité énergétique a recommandé l’adoption de nouvelles normes.",
            flagged=("Fonds",),
        ),
        Example(
            source="The Third Committee heard the Board of the African Forum on Energy Efficiency.",
            target="La Troisième Commission a entendu le Conseil du Forum africain pour l’efficacité énergétique.",
        ),
        Example(
            source="Parties to the Convention on Mountain Ecosystems shall meet every two years.",
            target="Les parties à la Convention sur les écosystèmes de montagne se réunissent tous les deux ans.",
        ),
    ),
    look=hints_where_free(leaving_terms(look)),
    together=together,
)
