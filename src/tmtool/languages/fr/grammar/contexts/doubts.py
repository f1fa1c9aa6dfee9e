"""Which words have a form that is unlikely where they stand: a participle that agrees with nothing, a verb in another
number than its subject far before it, an indicative for a subjunctive, après for before?

The model (`model.py`) is asked twice. Once it reads the text as it is, which is cheap and tells where it may be worth
to ask again; then it is asked for each such word with its own form hidden, and what it expects is held against what is
there. Both are logarithms of odds, of the likeliest other form to that which is there; their sum is what counts.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from tmtool.languages.fr.grammar.contexts import free_agreement, free_moods, free_numbers, free_small_words
from tmtool.languages.fr.grammar.contexts.alternatives import alternatives, bound_between, tags_beside
from tmtool.languages.fr.grammar.contexts.around import is_finite_tag
from tmtool.languages.fr.grammar.contexts.beside import beside
from tmtool.languages.fr.grammar.contexts.excuses import (
    is_named,
    may_be_an_infinitive,
    may_be_said_before,
    may_be_said_to_be,
    may_be_so,
)
from tmtool.languages.fr.grammar.contexts.excuses_of_number import (
    has_its_subject_right_behind,
    is_between_several,
    is_of_a_sure_subject,
    may_be_a_share,
    may_be_of_several,
    may_have_any_number,
)
from tmtool.languages.fr.grammar.contexts.inexcusable import is_inexcusable
from tmtool.languages.fr.grammar.contexts.model import form_model
from tmtool.languages.fr.grammar.contexts.tokens import Token, tokens
from tmtool.model import Span

_WORTH_ASKING = -3.0
"""The odds of another form by the text as it is, from which the model is asked again."""
_WORTH_ASKING_OF_FREE, _FREE = 0.0, 6.0
"""The same for a text that is no close translation, and by how much more its odds must be above their bounds: its
sentences are twice as long."""
_BELOW = 1.25
"""By how much odds may be below their bound in a close translation, where many errors may make up for it."""
_LIKELY = 1.0
"""The odds of another form with that of the word hidden, below which nothing is told."""
_EXPECTED = 5.0
"""The odds of a form against all others from which it is the one that is expected."""
_LONGEST = 10_000
"""Characters of the longest text in which a single word is asked for: all of it is read for that."""
_NEVER = -1e9
_BOUNDS = {"agreement": 5.25, "number": 5.5, "infinitive": 3.0, "mood": 3.5, "future": 5.5}
"""From which odds a doubt is told, by its kind; those of small words are theirs (``alternatives.tsv``). Counted in 96
agendas that the model had not read, 1 to 11 of each kind are told wrongly; of present tenses none has odds above 2.4
in 152."""
_INEXCUSABLE = 9.0
"""From which odds a verb has a wrong number though its subject may be several, or behind it: of 3,300 lines that are
right, one has such a verb, of a share. And those from which an agreement is wrong though something far off would agree:
of 570 agreements turned wrong that were silent by an excuse 120 have such odds, and nothing near that agrees; in 1,190
right agendas one has."""
_SMALL = "small"
_BY_FORM = frozenset({"agreement", "number", "infinitive"})
"""The kinds of doubts that the French alone tells."""
_BY_SENSE = _BY_FORM | {"mood", "future", _SMALL}
"""Those that are told where there is a source."""
_EXCUSES: Mapping[str, Callable[[Sequence[Token], int], bool]] = {
    "agreement": may_be_said_before,
    "number": may_have_any_number,
    "infinitive": may_be_an_infinitive,
    "mood": may_be_said_to_be,
    "future": may_be_said_to_be,
    _SMALL: may_be_so,
}
"""What excuses a form, by the kind of the doubt."""
_FREE_STRUCTURES: Mapping[str, Callable[[Sequence[Token], int], bool]] = {
    "agreement": free_agreement.is_free,
    "infinitive": free_agreement.may_be_so,
    "number": free_numbers.is_free,
    "mood": free_moods.is_free,
    "future": free_moods.is_free,
    _SMALL: free_small_words.is_free,
}
"""What excuses it where a free translator has built the sentence otherwise."""
_OPEN = {"P": "mood", "F": "future"}
"""What it is called where a subjunctive is due for a tense, present or future."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A `Doubt` is a word that has a less likely form than `right`. `odds` are how much more likely that one is, by the
    text as it is and with the form of the word hidden together, as a logarithm. `kind` is "agreement" (gender and
    number of adjectives and participles), "number" (of a verb) or "infinitive" (and participle); and where there is a
    source, "mood" (a present tense for a subjunctive), "future" (a future for one) or "small" (a small word for
    another)."""

    span: Span
    word: str
    right: str
    kind: str
    odds: float

    @property
    def excess(self) -> float:
        """Returns by how much the odds are above the bound from which the doubt is told; below 0 where it is not."""
        bound = bound_between(self.word, self.right) if self.kind == _SMALL else _BOUNDS[self.kind]
        return _NEVER if bound is None else self.odds - bound


@lru_cache(maxsize=2048)
def doubts(
    text: str, source: str = "", links: tuple[tuple[int, int], ...] = (), *, is_close: bool = True
) -> tuple[Doubt, ...]:
    """Returns the words of a text to which another form is far likelier, in order, the surest doubt of each; in a
    close translation those, too, of which the odds are a little below their bounds. Less is said of a text that
    `is_close` does not tell to be one.

    With a source in the language that the model reads, of which `links` tell where words of content of the text and
    their counterparts begin, what the sense wants is doubted, too.
    """
    words = tokens(text)
    there = beside(words, source, links)
    kinds = _BY_SENSE if there else _BY_FORM
    judged = [place for place, word in enumerate(words) if all(_outputs(word.text, kinds))]
    judged = [place for place in judged if not is_named(words, place)]
    if not judged:
        return ()
    model = form_model()
    as_written = dict(zip(judged, model.as_written(words, judged, there).tolist(), strict=True))
    from_odds, least = (_WORTH_ASKING, -_BELOW) if is_close else (_WORTH_ASKING_OF_FREE, _FREE)
    asked = [place for place in judged if _other_odds(words[place].text, kinds, as_written[place]) > from_odds]
    found = []
    if not is_close:
        asked = [place for place in asked if not may_be_of_several(words, place)]
    for place, expected in zip(asked, model.hidden(words, asked, there).tolist(), strict=True) if asked else ():
        sure = [
            doubt
            for doubt in _of_word(words[place], kinds, as_written[place], expected)
            if doubt.excess >= least and not _is_excused(doubt, words, place, is_close=is_close)
        ]
        if sure:
            found.append(max(sure, key=lambda one: one.excess))
    return tuple(found)


def _is_excused(doubt: Doubt, words: Sequence[Token], place: int, *, is_close: bool) -> bool:
    """Tells whether a word may have its form, however unlikely it is. That a verb may have either number is an excuse
    up to a bound, but for that of a share: un peu plus de la moitié viennent; and so is, in a close translation, that
    something before may agree with the word, where nothing near does."""
    if is_close and doubt.kind == "agreement" and doubt.odds >= _INEXCUSABLE and is_inexcusable(words, place):
        return free_agreement.is_of_an_amount(words, place)
    if doubt.kind in _FREE_STRUCTURES and _FREE_STRUCTURES[doubt.kind](words, place):
        return True
    if doubt.kind == "number" and is_of_a_sure_subject(words, place):
        return True
    if doubt.kind == "number" and doubt.odds >= _INEXCUSABLE and not may_be_a_share(words, place):
        return has_its_subject_right_behind(words, place) or is_between_several(words, place)
    return doubt.kind in _EXCUSES and _EXCUSES[doubt.kind](words, place)


def _of_word(word: Token, kinds: Set[str], as_written: Sequence[float], expected: Sequence[float]) -> Iterator[Doubt]:
    """Yields the doubts of a word, one a kind, by what is likely as it is written and with its form hidden."""
    for kind, right in _likeliest(word.text, kinds, expected).items():
        seen, hidden = (_odds(word.text, right, likely) for likely in (as_written, expected))
        if hidden >= _LIKELY:
            yield Doubt(word.span, word.text, right, kind, seen + hidden)


def is_expected(text: str, word: Span, source: str = "", links: tuple[tuple[int, int], ...] = ()) -> bool:
    """Tells whether the word at a place of a text, which may have a source as in `doubts`, has the form that is far
    likelier there than any other. A rule that finds it wrong is then likely to have taken another word for its
    subject. In a longer text than any segment nothing is expected."""
    words = tokens(text) if len(text) <= _LONGEST else []
    place = next((at for at, one in enumerate(words) if one.span == word), None)
    if place is None:
        return False
    expected = form_model().hidden(words, [place], beside(words, source, links))[0].tolist()
    others = _likeliest(words[place].text, _BY_FORM, expected).values()
    return bool(others) and all(_odds(words[place].text, other, expected) <= -_EXPECTED for other in others)


def odds_within(text: str, span: Span, source: str = "", links: tuple[tuple[int, int], ...] = ()) -> float | None:
    """Returns the odds of the likeliest other form of a word in a span of a text, which may have a source as in
    `doubts`: as it is written and hidden together. None where no word there has another form that is looked at, and in
    a longer text than any segment."""
    words = tokens(text) if len(text) <= _LONGEST else []
    places = [at for at, word in enumerate(words) if word.span.overlaps(span) and len(alternatives(word.text)) > 1]
    if not places:
        return None
    model, there = form_model(), beside(words, source, links)
    as_written, hidden = (some(words, places, there).tolist() for some in (model.as_written, model.hidden))
    return max(
        _odds(words[at].text, other, seen) + _odds(words[at].text, other, expected)
        for at, seen, expected in zip(places, as_written, hidden, strict=True)
        for other in alternatives(words[at].text)
        if other != words[at].text
    )


def _other_odds(word: str, kinds: frozenset[str], as_written: Sequence[float]) -> float:
    """Returns how much likelier the likeliest of all others is than a word, by the text as it is."""
    own, others = _outputs(word, kinds)
    return max(as_written[tag] for tag in others) - _together([as_written[tag] for tag in own])


@lru_cache(maxsize=16384)
def _outputs(word: str, kinds: frozenset[str]) -> tuple[list[int], list[int]]:
    """Returns the outputs of the model for what a word is and for what is looked at in its place; none for a word of
    which nothing is."""
    own, others = tags_beside(word)
    others = frozenset(tag for tag in others if _kind(own, frozenset({tag})) in kinds)
    outputs = form_model().outputs if others else {}
    first, second = (sorted(outputs[tag] for tag in some if tag in outputs) for some in (own, others))
    return first, second


def _likeliest(word: str, kinds: Set[str], likely: Sequence[float]) -> dict[str, str]:
    """Returns by kind the likeliest form in the place of a word of those that are looked at."""
    forms = alternatives(word)
    found: dict[str, str] = {}
    for form, its in forms.items():
        kind = _kind(forms[word], its) if form != word else ""
        if kind in kinds and (kind not in found or _likely(its, likely) > _likely(forms[found[kind]], likely)):
            found[kind] = form
    return found


def _odds(word: str, other: str, likely: Sequence[float]) -> float:
    """Returns how much likelier another form is than the word, as a logarithm."""
    forms = alternatives(word)
    return _likely(forms[other], likely) - _likely(forms[word], likely)


def _likely(of_form: Set[str], likely: Sequence[float]) -> float:
    outputs = form_model().outputs
    return _together([likely[outputs[tag]] for tag in of_form if tag in outputs])


def _together(figures: Sequence[float]) -> float:
    """Returns the logarithm of the odds of any of several."""
    if len(figures) < 2:
        return figures[0] if figures else _NEVER
    most = max(figures)
    return most + math.log(sum(math.exp(one - most) for one in figures))


def _kind(own: Set[str], other: Set[str]) -> str:
    """Returns the kind of a doubt by the tags of a word and of another form; "" for what is not looked at."""
    of_noun, of_participle = (any(tag.startswith(kind) for tag in own) for kind in ("N:", "V:K"))
    if any(tag.startswith("F:") for tag in other):
        return _SMALL
    if ("V:W" in own) != ("V:W" in other):
        return "infinitive"
    finite, its_finite = ({tag[2:] for tag in some if is_finite_tag(tag)} for some in (own, other))
    if finite and its_finite and not any(tag.startswith("V:K") for tag in other):
        if {one[1:] for one in finite}.isdisjoint(one[1:] for one in its_finite):
            return "number"
        tenses = {one[0] for one in finite}
        is_subjunctive = "S" in {one[0] for one in its_finite}
        return _OPEN.get(tenses.pop(), "") if is_subjunctive and len(tenses) == 1 else ""
    return "" if of_noun and not of_participle else "agreement"
