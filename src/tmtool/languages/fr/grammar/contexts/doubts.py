"""Which words have a form that is unlikely where they stand: a participle that agrees with nothing, a verb in another
number than its subject far before it?

The model (`model.py`) is asked twice. Once it reads the text as it is, which is cheap and tells where it may be worth
to ask again; then it is asked for each such word with its own form hidden, and what it expects is held against what is
there. Both are logarithms of odds, of the likeliest other form to that which is there.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from tmtool.languages.encoder import Numbers
from tmtool.languages.fr.grammar.contexts.alternatives import alternatives, tags_beside
from tmtool.languages.fr.grammar.contexts.excuses import (
    is_named,
    may_agree_so,
    may_be_an_infinitive,
    may_have_any_number,
)
from tmtool.languages.fr.grammar.contexts.model import form_model
from tmtool.languages.fr.grammar.contexts.tokens import tokens
from tmtool.model import Span

_WORTH_ASKING = 0.0
"""The odds of another form by the text as it is, from which the model is asked again."""
_EXPECTED = 5.0
"""The odds of a form against all others from which it is the one that is expected."""
_NEVER = -1e9
_EXCUSES = {
    "agreement": may_agree_so,
    "number": may_have_any_number,
    "infinitive": may_be_an_infinitive,
}
"""What excuses a form, by the kind of the doubt."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A `Doubt` is a word that has a less likely form than `right`. `seen` and `hidden` are how much more likely that
    one is, as logarithms of odds, by the text as it is and with the form of the word hidden. `kind` is "agreement"
    (gender and number of adjectives and participles), "number" (of a verb) or "infinitive" (and participle); mood and
    tense, nouns and small words are as the sense wants them, which the model does not know."""

    span: Span
    word: str
    right: str
    kind: str
    seen: float
    hidden: float


@lru_cache(maxsize=2048)
def doubts(text: str) -> tuple[Doubt, ...]:
    """Returns the words of a text to which another form is likelier both times, in order."""
    words = tokens(text)
    judged = [place for place, word in enumerate(words) if all(_outputs(word.text)) and not is_named(words, place)]
    if not judged:
        return ()
    model = form_model()
    as_written = dict(zip(judged, model.as_written(words, judged), strict=True))
    asked = [place for place in judged if _is_worth_asking(words[place].text, as_written[place])]
    found = []
    for place, expected in zip(asked, model.hidden(words, asked), strict=True) if asked else ():
        word = words[place]
        right = _likeliest(word.text, expected)
        if right:
            forms = alternatives(word.text)
            kind = _kind(forms[word.text], forms[right])
            seen, hidden = (_odds(word.text, right, likely) for likely in (as_written[place], expected))
            if min(seen, hidden) > 0 and not _EXCUSES[kind](words, place):
                found.append(Doubt(word.span, word.text, right, kind, seen, hidden))
    return tuple(found)


def is_expected(text: str, word: Span) -> bool:
    """Tells whether the word at a place of a text has the form that is far likelier there than any other. A rule that
    finds it wrong is then likely to have taken another word for its subject."""
    words = tokens(text)
    place = next((at for at, one in enumerate(words) if one.span == word), None)
    if place is None:
        return False
    expected = form_model().hidden(words, [place])[0]
    other = _likeliest(words[place].text, expected)
    return bool(other) and _odds(words[place].text, other, expected) <= -_EXPECTED


def _is_worth_asking(word: str, likely: Numbers) -> bool:
    own, others = _outputs(word)
    return float(likely[others].max() - _together(likely[own])) > _WORTH_ASKING


@lru_cache(maxsize=16384)
def _outputs(word: str) -> tuple[list[int], list[int]]:
    """Returns the outputs of the model for what a word is and for what is looked at in its place; none for a word of
    which nothing is."""
    own, others = tags_beside(word)
    others = frozenset(tag for tag in others if _kind(own, frozenset({tag})))
    outputs = form_model().outputs if others else {}
    first, second = (sorted(outputs[tag] for tag in some if tag in outputs) for some in (own, others))
    return first, second


def _likeliest(word: str, likely: Numbers) -> str:
    """Returns the likeliest form in the place of a word of those that are looked at; "" where there is none."""
    forms = alternatives(word)
    others = [form for form, its in forms.items() if form != word and _kind(forms[word], its)]
    return max(others, key=lambda form: _likely(forms[form], likely), default="")


def _odds(word: str, other: str, likely: Numbers) -> float:
    """Returns how much likelier another form is than the word, as a logarithm."""
    forms = alternatives(word)
    return _likely(forms[other], likely) - _likely(forms[word], likely)


def _likely(of_form: Set[str], likely: Numbers) -> float:
    outputs = form_model().outputs
    return _together(likely[[outputs[tag] for tag in of_form if tag in outputs]])


def _together(figures: Numbers) -> float:
    """Returns the logarithm of the odds of any of several."""
    return float(np.logaddexp.reduce(figures)) if len(figures) else _NEVER


def _kind(own: Set[str], other: Set[str]) -> str:
    """Returns the kind of a doubt by the tags of a word and of another form; "" for what is not looked at."""
    of_noun, of_participle = (any(tag.startswith(kind) for tag in own) for kind in ("N:", "V:K"))
    if any(tag.startswith("F:") for tag in other):
        return ""
    if ("V:W" in own) != ("V:W" in other):
        return "infinitive"
    finite, its_finite = ({tag[3:] for tag in some if _is_finite(tag)} for some in (own, other))
    if finite and its_finite and not any(tag.startswith("V:K") for tag in other):
        return "number" if finite.isdisjoint(its_finite) else ""
    return "" if of_noun and not of_participle else "agreement"


def _is_finite(tag: str) -> bool:
    return tag.startswith("V:") and tag.endswith(("3s", "3p"))
