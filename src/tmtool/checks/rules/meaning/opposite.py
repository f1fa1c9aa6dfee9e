"""Does the translation say the opposite: increase and réduire, before and après, with and sans?

Asked in three ways: by a table of concepts in both languages; by words so steady in translation that one side alone
tells; and by French opposites, where a word of the translation has no counterpart and a word of the source without one
is linked with its opposite. See docs/un-french.md, section 15.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tmtool.checks.engine.check import Example, SegmentCheck, Spot
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.exchange import exchanges, one_sided
from tmtool.checks.evidence.linked import linked
from tmtool.checks.evidence.sides import Side, in_place_of
from tmtool.languages import tables
from tmtool.languages.stems import stems
from tmtool.model import Level, Span

_CONCEPTS = "opposites.tsv"
_MARKED = "opposites_marked.tsv"
_OPPOSITES = Path(__file__).with_name("opposites.tsv")
_DENIED = re.compile(
    r"\b(?:not?|never|nor|without|cannot|unless|den(?:y|ied|ial)|prevent\w*|prohibit\w*|avoid\w*|reject\w*|in\w+cien\w+|fail\w*|lack\w*|ne|pas|non|sans|aucune?|moins)\b|n['’]t\b|\bn['’]|\bnon-",
    re.IGNORECASE,
)
_CLOSE_DENIAL = re.compile(
    r"\b(?:not?|never|without|cannot|avoid\w*|prevent\w*|less|ne|pas|non|sans|aucune?|moins|évit\w*|empêch\w*)\b|n['’]t\b|\bn['’]|\bnon-",
    re.IGNORECASE,
)
_CLOSE = 16
"""Characters before a word in which a denial turns it into its opposite."""
_DENIED_BEHIND = re.compile(r"\s+not\b")
"""English denies behind some verbs: need not."""
_PRONOUN = re.compile(r"\bce(?:tte|s)? derni\w+", re.IGNORECASE)
"""The latter: no opposite of the first."""
_NEAR = 30
"""Characters around a word in which a denial makes its opposite right: not permitted, interdit."""


def look(pair: Pair, draft: Draft) -> Iterator[Spot]:
    found = [spot for spot in exchanges(_CONCEPTS, pair, draft) if not _is_denied(spot, pair)]
    yield from found or list(one_sided(_MARKED, pair, draft))[:1] or _unlinked_opposites(pair, draft)


def _is_denied(spot: Spot, pair: Pair) -> bool:
    """True if either of two opposites is denied, so that they say the same: do not fail, réussir."""
    places = ((pair.source or "", spot.source_span), (pair.target, spot.target_span))
    return any(
        span is not None
        and (
            _CLOSE_DENIAL.search(text, max(0, span.start - _CLOSE), span.start) or _DENIED_BEHIND.match(text, span.end)
        )
        for text, span in places
    )


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a French word has for opposites: the stems of what means the same, and of the opposites."""

    same: frozenset[str]
    opposites: frozenset[str]


@cache
def _entries() -> Mapping[str, tuple[_Entry, ...]]:
    """The words of the table by stem."""
    found: dict[str, list[_Entry]] = {}
    for sides in tables.rows(_OPPOSITES):
        for some, others in (sides, sides[::-1]):
            same, opposites = frozenset(stems(some, "fr")), frozenset(stems(others, "fr"))
            for stem in same - opposites:
                found.setdefault(stem, []).append(_Entry(same, opposites))
    return {stem: tuple(entries) for stem, entries in found.items()}


def _unlinked_opposites(pair: Pair, draft: Draft) -> list[Spot]:
    """The first French word without counterpart of which a source word without one means the opposite."""
    if draft.source is None or draft.target is None or (draft.source.tag, draft.target.tag) != ("en", "fr"):
        return []
    found = linked(pair, draft)
    if found is None:
        return []
    theirs, ours = found.sides
    for index, word in enumerate(ours.words):
        if word.stem not in _entries() or ours.links[index] is not None or _excused(ours, word.span):
            continue
        entries = _entries()[word.stem]
        for place, other in enumerate(theirs.words):
            if not _is_free(place, theirs, ours) or not any(_contrary(theirs.table.likely(other), entries)):
                continue
            if _is_said(entries, theirs, ours):
                continue
            if in_place_of(theirs, place, index, len(ours.words)) and not _denied(theirs, other.span):
                return [
                    Spot(
                        f"“{word.span.of(pair.target)}” here, but “{other.span.of(theirs.text)}” in the source.",
                        target_span=word.span,
                        source_span=other.span,
                    )
                ]
    return []


def _is_free(place: int, theirs: Side, ours: Side) -> bool:
    """True for a word of the source that has no counterpart, or only shares that of a word beside it."""
    link = theirs.links[place]
    return link is None or ours.links[link] != place


def _contrary(known: Collection[str], entries: Sequence[_Entry]) -> Iterator[bool]:
    """For each entry, True if a word for which stems are `known` to stand can stand for its opposites and for nothing
    that means the same."""
    same = frozenset[str]().union(*(entry.same for entry in entries))
    for entry in entries:
        yield not entry.opposites.isdisjoint(known) and same.isdisjoint(known)


def _is_said(entries: Sequence[_Entry], theirs: Side, ours: Side) -> bool:
    """True if the translation says elsewhere what the source says, as often: les restrictions imposées sont levées."""
    meant = frozenset[str]().union(*(entry.opposites for entry in entries))
    said = sum(word.stem in meant for word in ours.words)
    return said >= sum(not meant.isdisjoint(theirs.table.likely(word)) for word in theirs.words)


def _excused(side: Side, span: Span) -> bool:
    """True for a word that is denied, or a pronoun."""
    return _denied(side, span) or any(found.end() == span.end for found in _PRONOUN.finditer(side.text))


def _denied(side: Side, span: Span) -> bool:
    return _DENIED.search(side.text, max(0, span.start - _NEAR), span.end + _NEAR // 2) is not None


CHECK = SegmentCheck(
    name="meaning-opposite",
    level=Level.INFO,
    its_type="mistranslation",
    needs_source=True,
    yields_to=("completeness-omission", "completeness-length"),
    summary="A word of the source has its opposite in the translation.",
    reason=(
        "The sentence reads well and says the contrary. A pair of opposites is reported only if the source "
        "names the one and nothing that might be the other, and the translation names the other and nothing "
        "that might be the one."
    ),
    examples=(
        Example(
            source="The number of cases increased.", target="Le nombre d’affaires a diminué.", flagged=("diminué",)
        ),
        Example(source="It met before the session.", target="Il s’est réuni après la session.", flagged=("après",)),
        Example(source="without delay", target="avec retard", flagged=("avec",)),
        Example(
            source="Despite these efforts, the number of victims increased.",
            target="Grâce à ces efforts, le nombre de victimes a augmenté.",
            flagged=("Grâce à",),
        ),
        Example(
            source="The Council expanded the mandate of the Committee.",
            target="Le Conseil a restreint le mandat du Comité.",
            flagged=("restreint",),
        ),
        Example(
            source="It thanked the Chair, and the latter closed the meeting.",
            target="Il a remercié le Président, et ce dernier a clos la séance.",
        ),
        Example(
            source="Progress has been slower there.", target="Les progrès y ont été plus rapides.", flagged=("rapides",)
        ),
        Example(source="Progress has been slower there.", target="Les progrès y ont été moins rapides."),
        Example(
            source="It called for the lifting of restrictions on staff.",
            target="Il a demandé que les restrictions imposées au personnel soient levées.",
        ),
        Example(source="The section need not be long.", target="Il est inutile que la section soit longue."),
        Example(
            source="budgets that are good for women",
            target="des budgets qui tiennent compte de la problématique hommes-femmes",
        ),
        Example(source="ten years after its adoption, it stressed", target="dix ans plus tard, il a mis en avant"),
        Example(
            source="the right to just and favourable conditions of work",
            target="le droit à des conditions équitables et satisfaisantes de travail",
        ),
        Example(source="at least six months", target="au plus six mois", flagged=("au plus",)),
        Example(
            source="Trade increased, while aid fell.", target="Le commerce a progressé tandis que l’aide diminuait."
        ),
        Example(
            source="The report was issued with a new cover.", target="Le rapport a paru sous une nouvelle couverture."
        ),
    ),
    look=look,
)
