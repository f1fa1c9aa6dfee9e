"""Does the translation name something where the source names another thing of the same kind: days for months,
Iran for Iraq?

Shared by the checks whose knowledge is a table of concepts in groups that belongs to a pair of languages
(`languages.pairs.concepts`). One concept that the source names and the translation lacks, and one of its group that the
translation names and the source lacks, make an exchange. Either alone is what translators do all the time
(docs/un-french.md, fact 81).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tmtool.checks.engine.check import Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.meaning.named_in_full import is_named_in_full
from tmtool.languages.pairs.concepts import LONGEST, Concept, Cues, named_in, named_otherwise
from tmtool.model import Level, Span
from tmtool.model.wording import say

_LOST: Mapping[str, Level | None] = {"lost": None, "surely lost": Level.WARNING, "implied": Level.HINT}
"""The groups of what the source names and the translation lacks, each with its level, None for that of the check."""


def exchanges(table: str, pair: Pair, draft: Draft, *, counted: bool = False) -> Iterator[Flag]:
    """Yields the exchanges between source and target, each at what the target names; one for each group of the table at
    most.

    With `counted` a concept that both sides name is gained by the side that names it more often.
    """
    source, target = pair.source or "", pair.target
    if draft.language_pair is None or max(len(source), len(target)) > LONGEST:
        return
    here, there = draft.language_pair.target, draft.language_pair.source
    for may_be_named, group in named_otherwise(draft.language_pair, table, source, target):
        named = [concept for concept in may_be_named if concept.cues[there].search(source)]
        if not named:
            continue
        gained = [
            concept
            for concept in group
            if concept.cues[here].search(target)
            and (
                not concept.cues[there].count(source)
                or (counted and len(concept.cues[here].all_names(target)) > concept.cues[there].count(source))
            )
            and not _may_name_another(concept, named, target, here)
        ]
        lost = [
            concept
            for concept in named
            if concept.cues[here].count(target) == 0
            or (gained and concept.cues[here].count(target) < len(concept.cues[there].all_names(source)))
        ]
        if lost and gained:
            yield _flag(lost[0], gained[0], source, target, here, there)


def _may_name_another(concept: Concept, others: Sequence[Concept], target: str, here: str) -> bool:
    """Tells whether all that names a concept in the translation may name another that the source has: mineurs, which
    are miners or minors."""
    theirs = [name for other in others if other is not concept for name in other.cues[here].all_names(target)]
    return all(any(one.holds(name) for one in theirs) for name in concept.cues[here].all_names(target))


def one_sided(table: str, pair: Pair, draft: Draft, *, in_full: bool = False) -> Iterator[Flag]:
    """Yields what only one side names, by a table whose groups are "gained" and "lost", such as
    ``opposites_marked.tsv``; as a warning what is "surely lost", and as a hint what is "implied", which a translation
    often leaves to be understood. It holds in the direction of the table only; a name within an excuse of its own
    side is another thing (trade, but trade union). With `in_full` a word of the translation is no gain where it
    belongs to the name that the document has for the same thing elsewhere."""
    source, target = pair.source or "", pair.target
    if draft.language_pair is None or draft.language_pair.is_turned or max(len(source), len(target)) > LONGEST:
        return
    here, there = draft.language_pair.target, draft.language_pair.source
    in_target = named_in(draft.language_pair, table, here, target)
    in_source = named_in(draft.language_pair, table, there, source)
    for place in sorted(in_target.keys() | in_source.keys()):
        for concept in in_target.get(place, ()):
            of_target = _plainly(concept.cues[here], target) if concept.group == "gained" else None
            if of_target is None or concept.cues[there].count(source):
                continue
            if not in_full or not is_named_in_full(of_target, concept, pair, draft):
                yield Flag(
                    say("Nothing in the source says “{here}”.", here=of_target.of(target)),
                    target_span=of_target,
                )
        for concept in in_source.get(place, ()):
            of_source = _plainly(concept.cues[there], source) if concept.group in _LOST else None
            if of_source is None or _is_said(concept.cues[here], target) or _is_kept(of_source.of(source), target):
                continue
            if not any(is_said(concept, pair, draft) for is_said in _SAID_ELSEWHERE):
                yield Flag(
                    say("Nothing here says “{there}”.", there=of_source.of(source)),
                    target_span=Span(0, len(target)),
                    source_span=of_source,
                    level=_LOST[concept.group],
                )


def _is_said_once_for_all(concept: Concept, pair: Pair, draft: Draft) -> bool:
    """Tells whether the pair is a sentence of a longer one, in which the source says a thing again and the translation
    once: the badge must be worn; the loss of a badge must be reported, toute perte doit être signalée."""
    assert draft.language_pair is not None
    whole = draft.whole(pair)
    if whole is None:
        return False
    here, there = concept.cues[draft.language_pair.target], concept.cues[draft.language_pair.source]
    return here.search(whole.target) is not None and len(there.all_names(whole.source or "")) > 1


def _is_said_in_another_sentence(concept: Concept, pair: Pair, draft: Draft) -> bool:
    """Tells whether the pair is a sentence of a longer one, and the others of the translation name a thing more often
    than those of the source: a translator has moved it there."""
    assert draft.language_pair is not None
    whole = draft.whole(pair)
    if whole is None:
        return False
    here, there = concept.cues[draft.language_pair.target], concept.cues[draft.language_pair.source]
    return len(here.all_names(whole.target)) >= len(there.all_names(whole.source or ""))


def _is_said_beside(concept: Concept, pair: Pair, draft: Draft) -> bool:
    """Tells whether the paragraph before or after has what the source names, and more often than its own source: a
    translator has moved it there."""
    assert draft.language_pair is not None
    here, there = concept.cues[draft.language_pair.target], concept.cues[draft.language_pair.source]
    return any(len(here.all_names(one.target)) > there.count(one.source or "") for one in draft.beside(pair))


_SAID_ELSEWHERE = (_is_said_once_for_all, _is_said_in_another_sentence, _is_said_beside)
"""Tell whether something is said, but not in the pair that is looked at."""


def _is_said(cues: Cues, target: str) -> bool:
    """Tells whether a translation names a thing, be it in a word that a hyphen joins: Nord-Corail, engage-t-il."""
    return bool(cues.count(target)) or bool(cues.count(target.replace("-", " ").replace("\u2011", " ")))


def _is_kept(words: str, target: str) -> bool:
    """Tells whether words with a capital are in the translation as they are, in a name that it keeps: PEN Online."""
    return words[0].isupper() and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", target) is not None


def _plainly(cues: Cues, text: str) -> Span | None:
    """Returns the first name in a text that overlaps none of its excuses."""
    excuses = cues.all_excuses(text)
    return next((one for one in cues.all_names(text) if not any(one.overlaps(other) for other in excuses)), None)


def _flag(lost: Concept, gained: Concept, source: str, target: str, here: str, there: str) -> Flag:
    of_target, of_source = gained.cues[here].search(target), lost.cues[there].search(source)
    assert of_target is not None and of_source is not None
    return exchanged(of_target, target, of_source, source)


def exchanged(here: Span, target: str, there: Span, source: str, level: Level | None = None) -> Flag:
    """Returns the flag for what the translation has at a place in the place of something else that the source has; the
    level is that of the check if none is given."""
    return Flag(
        say("“{here}” here, but “{there}” in the source.", here=here.of(target), there=there.of(source)),
        target_span=here,
        source_span=there,
        level=level,
    )


def widest(flags: Iterable[Flag]) -> list[Flag]:
    """Returns the flags but those of words that are a part of another's (quarts, of majorité des trois quarts), and of
    those of the same words for the same words the first."""
    told: dict[tuple[Span | None, Span | None], Flag] = {}
    for flag in flags:
        told.setdefault((flag.target_span, flag.source_span), flag)
    spans = [span for span, _ in told]
    return [
        flag
        for (span, _), flag in told.items()
        if span is None or not any(other is not None and other != span and other.holds(span) for other in spans)
    ]


def elsewhere(flags: Iterable[Flag], others: Sequence[Flag]) -> Iterator[Flag]:
    """Yields the flags that are at no place of some others."""
    told = [other.target_span for other in others if other.target_span is not None]
    for flag in flags:
        if flag.target_span is None or not any(flag.target_span.overlaps(span) for span in told):
            yield flag
