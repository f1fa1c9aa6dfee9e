"""Which texts have a title or another passage of the document inside their source, but say it in other words?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tmtool.checks.engine.check import Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.document.phrases import (
    Phrase,
    difference,
    has_forms_of,
    is_understood,
    nearest,
    occurrences,
    phrase,
    widened,
)
from tmtool.checks.evidence.document.repeats import (
    Passage,
    contained,
    is_in_a_name,
    lists_a_document,
)
from tmtool.languages.language import Language
from tmtool.languages.stems import content
from tmtool.model import Level, Span
from tmtool.model.wording import say

_FEWEST, _NEAR = 3, 0.66
"""The words of content that a passage must have to be known again inside another text, and the share of them that must
be there in their order."""
_WIDER = 2
"""The words of a passage with others between are looked for among so many times as many."""
_ROOT = 5
"""Letters that words of one family share."""
_SMALL_BEFORE = re.compile(r"(?<![\w’'])([a-zà-ÿ]{1,5}[’']?)\s?$")


def said_otherwise_inside(draft: Draft, language: Language) -> Iterator[tuple[Pair, Flag]]:
    """Yields the flags for texts whose source has a title or another passage inside, but which say it otherwise."""
    for pair, passage in contained(draft):
        bare = passage.target.text[: passage.target.spans[-1].end]
        model, text = phrase(bare, language.tag), phrase(pair.target, language.tag)
        if len(model.words) < _FEWEST - 1:
            continue
        places = list(occurrences(model, text))
        if places:
            flag = _with_other_capitals(places, model, pair, passage, language)
            if flag is not None:
                yield pair, flag
        elif len(model.words) >= _FEWEST and not has_forms_of(model, text) and not is_in_a_name(passage, pair):
            yield from _in_other_words(model, text, pair, passage, draft)


def _in_other_words(
    model: Phrase, text: Phrase, pair: Pair, passage: Passage, draft: Draft
) -> Iterator[tuple[Pair, Flag]]:
    """Yields the flag for a text that has nearly the words of a passage, or for the passage, where that lacks what its
    source has."""
    near = nearest(model, text, _NEAR)
    if near is None:
        return
    if _has_what_it_lacks(near, passage, draft):
        here, there = difference(model, near)
        right = there.of(pair.target)
        yield passage.pair, _elsewhere(here.of(model.text), right, passage.within(here), suggestion=right)
    elif not (
        is_understood(near, model, text)
        or _is_said_by_kin(near, model, text)
        or _is_qualified(model, text, pair, passage, draft)
    ):
        here, there = difference(widened(near, model, text), model)
        level = None if lists_a_document(pair) else Level.INFO
        yield pair, _elsewhere(here.of(pair.target), there.of(model.text), here, level=level)


def _is_said_by_kin(near: Phrase, model: Phrase, text: Phrase) -> bool:
    """Tells whether a place only lacks words of a passage for each of which the text has one of the same family: coût
    estimatif, le coût est estimé à."""
    own = {word.stem for word in near.words}
    lost = [word.stem for word in model.words if word.stem not in own]
    kin = {word.stem[:_ROOT] for word in text.words if word.stem not in own}
    return bool(lost) and len(near.words) < len(model.words) and all(stem[:_ROOT] in kin for stem in lost)


def _with_other_capitals(
    places: Sequence[Phrase], model: Phrase, pair: Pair, passage: Passage, language: Language
) -> Flag | None:
    """Returns the flag for a text that has the words of a passage with another capital."""
    if len(model.words) < _FEWEST and any(word[0].isupper() for word in _beginning(passage, pair)):
        return None  # Two words with capitals are part of a name there.
    if not any(_has_capitals_of(model, place) for place in places):
        at = next(n for n in range(1, len(model.words)) if places[0].surfaces[n] != model.surfaces[n])
        one, other = places[0].part(at, at + 1), model.part(at, at + 1)
        return _elsewhere(one.written, other.written, one.span, suggestion=other.written)
    if all(_begins_large(place, passage, pair, language) for place in places):
        one = places[0].part(0, 1)
        return Flag(
            say("“{here}” here, but “{there}” in the source.", here=one.written, there=_beginning(passage, pair)[0]),
            target_span=one.span,
            suggestion=one.written[0].lower() + one.written[1:],
        )
    return None


def _elsewhere(here: str, there: str, span: Span, *, suggestion: str | None = None, level: Level | None = None) -> Flag:
    message = say("“{here}” here, but “{there}” elsewhere for the same source.", here=here, there=there)
    return Flag(message, target_span=span, suggestion=suggestion, level=level)


def _is_qualified(model: Phrase, text: Phrase, pair: Pair, passage: Passage, draft: Draft) -> bool:
    """Tells whether a place has only words more than the model, which stand for words of the source next to the
    passage: les communications confidentielles relatives à la condition de la femme, of confidential communications."""
    known = draft.language_pair
    whole = _with_others_between(model, text)
    if known is None or known.links is None or whole is None:
        return False
    own = {word.stem for word in model.words}
    there = Counter(word.stem for word in content(passage.source.text, known.source))
    others = []
    for word in content(pair.source or "", known.source):
        there[word.stem] -= 1
        if there[word.stem] < 0:
            others.append(word)
    return all(known.links.counterparts(word, others, known.target) for word in whole.words if word.stem not in own)


def _with_others_between(model: Phrase, text: Phrase) -> Phrase | None:
    """Returns the first part of a text that has the words of a model in their order, in any form, with few others
    between; None where there is none."""
    wanted = [word.stem for word in model.words]
    stems = [word.stem for word in text.words]
    for start in (place for place, stem in enumerate(stems) if stem == wanted[0]):
        at, end = start, min(len(stems), start + _WIDER * len(wanted))
        for stem in wanted[1:]:
            at = next((place for place in range(at + 1, end) if stems[place] == stem), end)
        if at < end:
            return text.part(start, at + 1)
    return None


def _has_what_it_lacks(near: Phrase, passage: Passage, draft: Draft) -> bool:
    """Tells whether a place has words more than the passage, all of which stand for words of its source to which
    nothing in its own translation answers: Commission économique et sociale, of the Economic and Social Commission."""
    known = draft.language_pair
    if known is None or known.links is None:
        return False
    of_target, of_source = content(passage.target.text, known.target), content(passage.source.text, known.source)
    here = {word.stem for word in of_target}
    more = [word for word in near.words if word.stem not in here]
    rest = iter(word.stem for word in near.words)
    lost = [
        word
        for word, alone in zip(of_source, known.links.alone(of_source, of_target, known.source), strict=True)
        if alone
    ]
    return (
        bool(more)
        and all(word.stem in rest for word in of_target)
        and all(known.links.counterparts(word, lost, known.target) for word in more)
    )


def _begins_large(place: Phrase, passage: Passage, pair: Pair, language: Language) -> bool:
    """Tells whether a title inside a sentence has the capital of a heading after a small word, where its source has
    none: « note sur la Détection du produit ». A name after its first word may come first here: the revised Agreement,
    l’Accord révisé."""
    before = _SMALL_BEFORE.search(pair.target, 0, place.span.start)
    word = place.surfaces[0]
    return (
        before is not None
        and word.istitle()
        and bool(language.lexicon(word.lower()))
        and language.fold(before[1]) in language.function_words
        and bool(beginning := _beginning(passage, pair))
        and not any(one[0].isupper() for one in beginning)
    )


def _beginning(passage: Passage, pair: Pair) -> list[str]:
    """Returns the first words of a passage as the source of another pair has them, none where they are not found."""
    words = passage.source.text.split()
    found = re.search(r"\s+".join(map(re.escape, words[:_FEWEST])), pair.source or "", re.IGNORECASE)
    return found.group().split() if found else []


def _has_capitals_of(model: Phrase, place: Phrase) -> bool:
    """Tells whether a place has the capitals of the model but for the first word, or one of them is all in capitals."""
    return place.surfaces[1:] == model.surfaces[1:] or model.written.isupper() or place.written.isupper()
