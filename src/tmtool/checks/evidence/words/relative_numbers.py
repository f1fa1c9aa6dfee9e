"""Does the source say of one thing what the translation says of several, or the reverse, in the same relative clause:
the documents of the Group which *deal* with it, les documents du Groupe qui *traite*?

The clause of the source is the one whose first word of content is linked to that of the translation, or the only one.
What its pronoun takes up has to be linked to a noun of the translation that has the number of the source.
"""

from __future__ import annotations

from collections.abc import Sequence

from tmtool import languages
from tmtool.checks.evidence.words.linked import Linked
from tmtool.checks.evidence.words.sides import Side, first_from
from tmtool.languages.relative_clauses import RelativeClause
from tmtool.model import Span

_NEAR = 30
"""Characters from a verb to the first word of content of what it says."""
_BACK = 5
"""Words of content before a pronoun among which is what it takes up."""
_BOUNDS = (".", ";", ":")


def has_other_number(
    found: Linked, verb: Span, *, is_plural: bool, alone: bool, own: Sequence[Span], others: Sequence[Span]
) -> bool:
    """Tells whether a verb of the translation, in a relative clause, has another number than its counterpart in the
    source, whose subject one of the `others` stands for, nouns that have the number of the source. `own` are those that
    have the number of the verb: where the source has that of none of these, the translator has put all in the other
    number. `alone` tells that the translation has no other relative clause."""
    of_source, of_target = found.sides
    clauses = languages.get(of_source.language).relative_clauses(of_source.text)
    for clause in clauses:
        sole = alone and len(clauses) == 1 and clause.sure
        if clause.is_plural != is_plural and (sole or _is_counterpart(of_source, of_target, clause, verb)):
            numbers = [_counterpart(of_target, noun) for noun in own]
            known = [of_source.words[place].span in clause.plurals for place in numbers if place is not None]
            if (own and not known) or any(plural != is_plural for plural in known):
                return False
            return _goes_back_to(of_source, of_target, clause, others)
    return False


def _counterpart(side: Side, noun: Span) -> int | None:
    """Returns the place in the other text of what a word is linked to."""
    place = first_from(side, noun.start)
    at_noun = place < len(side.words) and side.words[place].span.overlaps(noun)
    return side.links[place] if at_noun else None


def _is_counterpart(of_source: Side, of_target: Side, clause: RelativeClause, verb: Span) -> bool:
    there, here = _first_word(of_source, clause.verb), _first_word(of_target, verb)
    if there is None or here is None or of_target.links[here] != there:
        return False
    return clause.sure or (
        of_source.words[there].span.overlaps(clause.verb) and of_target.words[here].span.overlaps(verb)
    )


def _first_word(side: Side, verb: Span) -> int | None:
    """Returns the place of the first word of content from a verb on, None where none is near."""
    place = first_from(side, verb.start)
    near = place < len(side.words) and side.words[place].span.start - verb.end <= _NEAR
    return place if near else None


def _goes_back_to(of_source: Side, of_target: Side, clause: RelativeClause, nouns: Sequence[Span]) -> bool:
    """Tells whether one of the words before a pronoun of the source, which has the number of its verb, is linked to one
    of some nouns."""
    last = first_from(of_source, clause.pronoun.start)
    for place in range(last - 1, max(-1, last - 1 - _BACK), -1):
        between = of_source.text[of_source.words[place].span.end : clause.pronoun.start]
        if any(bound in between for bound in _BOUNDS):
            return False
        link = of_source.links[place]
        fits = (of_source.words[place].span in clause.plurals) == clause.is_plural
        if fits and link is not None and any(of_target.words[link].span.overlaps(noun) for noun in nouns):
            return True
    return False
