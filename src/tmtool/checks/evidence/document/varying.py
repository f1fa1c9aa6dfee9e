"""May two passages with the same source differ, and which of two wordings that are level is the model?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.document.genders import are_parted, genders_beside
from tmtool.checks.evidence.document.repeats import Passage
from tmtool.checks.evidence.document.wording import wording
from tmtool.languages.denial_cues import cue
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.stems import content

_ROOT = 4
"""Letters that the forms of a word for a man and for a woman have in common: orateur, oratrice."""


def better(model: Passage, group: Sequence[Passage], draft: Draft) -> Passage:
    """Returns the model of a group, or of two wordings that are level the other one if it alone denies what the source
    does, or a third text has the words in which it differs, for the same words of its source, and none has those of the
    model."""
    known = draft.language_pair
    times = Counter(passage.tokens for passage in group)
    others = [one for one in group if one.tokens != model.tokens]
    if known is None or known.links is None or len(times) != 2 or times[model.tokens] != times[others[0].tokens]:
        return model
    if _lacks_denial(model, known) and not _lacks_denial(others[0], known):
        return others[0]
    own = {id(passage.pair) for passage in group}
    elsewhere = [pair for pair in draft.pairs if pair.source and id(pair) not in own]
    here, there = (_in_a_third(one, other, elsewhere, known) for one, other in ((model, others[0]), (others[0], model)))
    return others[0] if there and not here else model


def _lacks_denial(passage: Passage, known: LanguagePair) -> bool:
    """Tells whether nothing in a passage may stand for what denies in its source: Parties not included, les Parties
    visées."""
    denies = cue(known.source, "denial").search(passage.source.text) is not None
    may_answer = (cue(known.target, kind) for kind in ("answer", "may deny"))
    return denies and not any(one.search(passage.target.text) for one in may_answer)


def are_of_man_and_woman(one: Passage, other: Passage, draft: Draft) -> bool:
    """Tells whether two passages say in the same words, each in its form, what a man and a woman are whom the texts, or
    the cells beside them, name: Orateur principal : M. X, Oratrice principale : Mme Y; or who may hold the office in
    two bodies, each with its part of the document: de la Directrice exécutive, du Directeur exécutif."""
    places = (next(at for at, pair in enumerate(draft.pairs) if pair is passage.pair) for passage in (one, other))
    first, second = (genders_beside(draft.pairs, at, draft.source_language) for at in places)
    are_named = bool(first and second) and first.isdisjoint(second)
    return (are_named or are_parted(draft.pairs, one.pair.number, other.pair.number)) and _roots(one) == _roots(other)


def _roots(passage: Passage) -> list[str]:
    """Returns how the words of a passage begin, but for the small ones: de la Directrice, du Directeur."""
    return [token[:_ROOT] for token in passage.target.tokens if len(token) >= _ROOT]


def may_vary(passage: Passage, model: Passage, group: Sequence[Passage]) -> bool:
    """Tells whether one word before a colon may be another than elsewhere: where not all others have the same, or it is
    a form of that: Intervenantes."""
    if passage.whole or len(passage.source.tokens) > 1:
        return False
    here, there = (one.target.tokens[0].lower()[:_ROOT] for one in (passage, model))
    others = [one.target.tokens[0].lower()[:_ROOT] for one in group if one.tokens != passage.tokens]
    return here == there or len(others) < len(group) - 1 or len(others) <= 1 or len(set(others)) > 1


def is_in_masthead(passage: Passage, model: Passage, draft: Draft) -> bool:
    """Tells whether one of two passages is the first line of a document, where the house puts its name as its emblem
    has it, and both are terms that the term base accepts for it: Nations Unies, Organisation des Nations Unies."""
    first = draft.pairs[0] if draft.pairs else None
    masthead = next((one for one in (passage, model) if one.pair is first and one.whole), None)
    if masthead is None:
        return False
    both = {one.target.text.strip().lower() for one in (passage, model)}
    named = (one.concept for one in masthead.pair.source_terms if one.term.is_name)
    return any(both <= {term.text.lower() for term in one.accepted_in(draft.target_language)} for one in named)


def _in_a_third(one: Passage, other: Passage, elsewhere: Sequence[Pair], known: LanguagePair) -> bool:
    """Tells whether one of some pairs has the words that only one of two passages has, and a word of its source to
    which they answer."""
    assert known.links is not None
    only = {token.lower() for token in one.target.tokens} - {token.lower() for token in other.target.tokens}
    source = content(one.source.text, known.source)
    words = [word for word in content(one.target.text, known.target) if word.span.of(one.target.text).lower() in only]
    named = {answer.stem for word in words for answer in known.links.counterparts(word, source, known.target)}
    return bool(named) and any(
        only.issubset(token.lower() for token in wording(pair.target).tokens)
        and not named.isdisjoint(word.stem for word in content(pair.source or "", known.source))
        for pair in elsewhere
    )
