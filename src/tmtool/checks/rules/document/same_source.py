"""Is the same source translated in the same words throughout the document? (docs/un-french.md, section 14.)"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.document.cut_short import cut_short
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
    passages,
    repeated,
    usual,
)
from tmtool.checks.evidence.document.suffixes import Suffix
from tmtool.checks.evidence.document.varying import are_of_man_and_woman, better, may_vary
from tmtool.checks.evidence.document.wording import Wording, quoted
from tmtool.languages.language import Language
from tmtool.languages.stems import content
from tmtool.model import Level, Span
from tmtool.model.wording import say

_LONG = 5
"""From so many words on a passage is a formula, which may be varied where its figures are others."""
_FEWEST, _NEAR = 3, 0.66
"""The words of content that a passage must have to be known again inside another text, and the share of them that must
be there in their order."""
_SMALL_BEFORE = re.compile(r"(?<![\w’'])([a-zà-ÿ]{1,5}[’']?)\s?$")
_MOST_SMALL = 2
"""Where more passages than that begin with another letter than their repeats, the document means it."""


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each place of a document where the same source has different translations in one document."""
    small = []
    texts = [pair.target for pair in draft.pairs]
    suffix = Suffix.of(draft)
    for group in repeated(draft):
        model = better(usual(group, draft.language_pair, texts), group, draft)
        for passage in group:
            spans = passage.target.differs(model.target) if passage.tokens != model.tokens else None
            if spans is not None:
                if not (are_of_man_and_woman(passage, model, draft) or may_vary(passage, model, group)):
                    yield passage.pair, _differs(passage, model, spans)
            elif (large := _with_capital(passage, group)) is not None:
                small.append((passage, large))
    for passage in passages(draft) if suffix is not None else ():
        if suffix and passage.whole and (flag := suffix.differs(passage)) is not None:
            yield passage.pair, flag
    if len(small) <= _MOST_SMALL:
        yield from ((passage.pair, _small(passage, model)) for passage, model in small)
    if draft.is_document and draft.target is not None:
        yield from _inside(draft, draft.target)
        for passage, longer in cut_short(draft):
            message = say(
                "“{here}” here, but “{there}” elsewhere for the same source.",
                here=passage.target.text,
                there=longer.written,
            )
            span = Span(passage.start, passage.start + len(passage.target.text))
            yield passage.pair, Flag(message, target_span=span, suggestion=longer.written)


def _inside(draft: Draft, language: Language) -> Iterator[tuple[Pair, Flag]]:
    """Flags texts whose source has a title or another passage inside, but which say it in other words."""
    for pair, passage in contained(draft):
        bare = passage.target.text[: passage.target.spans[-1].end]
        model, text = phrase(bare, language.tag), phrase(pair.target, language.tag)
        if len(model.words) < _FEWEST - 1:
            continue
        found = list(occurrences(model, text))
        few = len(model.words) < _FEWEST
        is_known = few or found or has_forms_of(model, text) or is_in_a_name(passage, pair)
        near = None if is_known else nearest(model, text, _NEAR)
        if near is not None and _has_what_it_lacks(near, passage, draft):
            here, there = difference(model, near)
            yield (
                passage.pair,
                Flag(
                    say(
                        "“{here}” here, but “{there}” elsewhere for the same source.",
                        here=here.of(bare),
                        there=there.of(pair.target),
                    ),
                    target_span=passage.within(here),
                    suggestion=there.of(pair.target),
                ),
            )
        elif (
            near is not None
            and not is_understood(near, model, text)
            and not _is_qualified(near, model, pair, passage, draft)
        ):
            here, there = difference(widened(near, model, text), model)
            yield (
                pair,
                Flag(
                    say(
                        "“{here}” here, but “{there}” elsewhere for the same source.",
                        here=here.of(pair.target),
                        there=there.of(passage.target.text),
                    ),
                    target_span=here,
                    level=None if lists_a_document(pair) else Level.INFO,
                ),
            )
        elif few and any(word[0].isupper() for word in _beginning(passage, pair)):
            continue  # Two words with capitals are part of a name there.
        elif found and not any(_has_capitals_of(model, place) for place in found):
            place = next(n for n in range(1, len(model.words)) if found[0].surfaces[n] != model.surfaces[n])
            one, other = found[0].part(place, place + 1), model.part(place, place + 1)
            yield (
                pair,
                Flag(
                    say(
                        "“{here}” here, but “{there}” elsewhere for the same source.",
                        here=one.written,
                        there=other.written,
                    ),
                    target_span=one.span,
                    suggestion=other.written,
                ),
            )
        elif found and all(_begins_large(place, passage, pair, language) for place in found):
            one = found[0].part(0, 1)
            small = one.written[0].lower() + one.written[1:]
            yield (
                pair,
                Flag(
                    say(
                        "“{here}” here, but “{there}” in the source.",
                        here=one.written,
                        there=_beginning(passage, pair)[0],
                    ),
                    target_span=one.span,
                    suggestion=small,
                ),
            )


def _is_qualified(near: Phrase, model: Phrase, pair: Pair, passage: Passage, draft: Draft) -> bool:
    """Tells whether a place has only words more than the model, which stand for words of the source next to the
    passage: les communications confidentielles relatives à la condition de la femme, of confidential communications."""
    known = draft.language_pair
    rest = iter(near.lower)
    if known is None or known.links is None or not all(word in rest for word in model.lower):
        return False
    more = Counter(near.lower) - Counter(model.lower)
    there = Counter(word.stem for word in content(passage.source.text, known.source))
    others = []
    for word in content(pair.source or "", known.source):
        there[word.stem] -= 1
        if there[word.stem] < 0:
            others.append(word)
    return all(
        known.links.counterparts(word, others, known.target)
        for word in near.words
        if word.span.of(near.text).lower() in more
    )


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


def _differs(passage: Passage, model: Passage, spans: tuple[Span, Span]) -> Flag:
    here, there = quoted(passage.target, model.target)
    other_figures = passage.source.tokens != model.source.tokens
    return Flag(
        say("“{here}” here, but “{there}” elsewhere for the same source.", here=here, there=there),
        target_span=passage.within(spans[0]),
        suggestion=spans[1].of(model.target.text) if not other_figures else None,
        level=Level.INFO if other_figures and len(passage.tokens) >= _LONG else None,
    )


def _with_capital(passage: Passage, group: Sequence[Passage]) -> Passage | None:
    """Returns a repeat that begins with a capital, for a passage that does not although its source does; None where
    more repeats are like it."""
    if not _is_large(passage.source) or _is_large(passage.target):
        return None
    large = [one for one in group if _is_large(one.source) and _is_large(one.target)]
    return large[0] if 2 * len(large) >= len(group) else None


def _is_large(text: Wording) -> bool:
    return text.text.lstrip()[:1].isupper()


def _small(passage: Passage, model: Passage) -> Flag:
    here, there = (one.target.spans[0].of(one.target.text) for one in (passage, model))
    return Flag(
        say("“{here}” here, but “{there}” elsewhere for the same source.", here=here, there=there),
        target_span=passage.within(passage.target.spans[0]),
        suggestion=there,
    )


CHECK = DocumentCheck(
    name="document-same-source",
    level=Level.WARNING,
    its_type="inconsistency",
    requires=Needs(source=True),
    yields_to=("document-title", "document-numbering", "document-order", "typography-form"),
    summary="The same source has different translations in one document.",
    reason=(
        "Headings and titles come back in the list of items, the annotations and the table; a reader takes another "
        "wording for another thing. The place that leaves the majority is reported, on a tie the one that renders less "
        "of the source, else the later one. Where only figures differ in the source, a sentence is an info."
    ),
    examples=(
        Example(
            source="Other matters\nAdoption of the report\nOther matters.",
            target="Questions diverses\nAdoption du rapport\nAutres questions",
            flagged=("Autres questions",),
        ),
        Example(
            source="Adoption of the report\nAdoption of the report\nAdoption of the report",
            target="Adoption de ce rapport\nAdoption du rapport\nAdoption du rapport",
            flagged=("de ce",),
        ),
        Example(
            source="1. Technical assistance.\nTechnical assistance\nNote by the Technical Assistance Unit (A/C.2/6)",
            target="1. Assistance technique.\nAssistance technique\nNote du Groupe Assistance Technique (A/C.2/6)",
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
