"""Which clause of a close translation denies, where the clause of the source has nothing that a denial may say: dont
les pouvoirs n'ont pas été reconnus for whose credentials have been found in order?

A sentence that limits in one clause (only Members may vote) may deny in any, which denied_sentences.py lets pass. Here
the words about a denial are looked up by the probabilities of answers.py, and the clause of the source that has their
counterparts is asked, all of them if these are in several, in a sentence that denies less often than its translation. A
condition that is denied (que si … ne … pas) is told by itself, for it turns unless and only if round.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tmtool.checks.evidence.meaning.denied_sentences import denials_of, expression, without_idle_denials
from tmtool.checks.evidence.meaning.denied_verbs import without_answered
from tmtool.checks.evidence.words.answers import LIKELY, Answers, answers
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

_MARK = re.compile(r"[.;:](?!\d)")
"""Where a sentence ends, or a part of it that is as good as one."""
_AROUND = 3
"""Words of content before and after the beginning of a denial whose counterparts tell the clause."""
_LEAST = 2
"""So many of these must have a counterpart."""


def gained_in_clause(source: str, target: str, pair: LanguagePair) -> Span | None:
    """Returns the first denial of a close translation to which nothing in its clause of the source answers; None where
    there is none, or nothing is known of the pair."""
    there, here = source.replace("’", "'"), target.replace("’", "'")
    condition = expression(pair, "denied condition here").search(here)
    if condition is not None and expression(pair, "denied condition").search(there) is None:
        return Span(*condition.span())
    text = without_idle_denials(here, pair)
    denials = [Span(*found.span()) for found in expression(pair, "denies here").finditer(text)]
    subjects = [Span(*found.span()) for found in expression(pair, "denied subject here").finditer(text)]
    many = len(denials_of(there, pair, "denies", "none", "nor"))
    if len(denials) <= many:
        # Only the subjects are asked: what else is denied, so often the source denies it, too.
        denials = subjects if len(denials) + len(subjects) > many else []
    if not denials:
        return None
    both = answers(source, target, pair, pair.translations) if pair.translations else None
    if both is None:
        return None
    there = expression(pair, "aside").sub(lambda one: " " * len(one[0]), without_answered(there, here, pair))
    clauses = _clauses(there, [Span(*found.span()) for found in expression(pair, "next").finditer(there)])
    marks = [found.end() for found in expression(pair, "next here").finditer(here)]
    for denial in denials:
        places = _counterparts(both[1], denial, marks)
        words = [both[0].words[place].span for place in places]
        asked = [clause for clause in clauses if any(clause.overlaps(word) for word in words)]
        asked = _with_what_they_open(asked, clauses, there, pair)
        if len(words) >= _LEAST and not _may_be_denied(_whole(asked, there, pair), there, pair):
            return denial
    return None


def _with_what_they_open(asked: Sequence[Span], clauses: Sequence[Span], text: str, pair: LanguagePair) -> list[Span]:
    """Returns clauses, and after one that is but a phrase before a comma, the next, which that opens: in accordance
    with practice, no records are kept."""
    if not asked or expression(pair, "opens").match(text, asked[-1].start) is None:
        return list(asked)
    after = next((clause for clause in clauses if clause.start == asked[-1].end), None)
    return [*asked, after] if after is not None and text.startswith(",", after.start) else list(asked)


def _whole(clauses: Sequence[Span], text: str, pair: LanguagePair) -> Span:
    """Returns a clause, or where there are several, or one that is joined to another, all from the beginning of their
    sentence on to the last one: no item and no proposal may be."""
    if len(clauses) == 1 and expression(pair, "joins").match(text, clauses[0].start) is None:
        return clauses[0]
    start = max((found.end() for found in _MARK.finditer(text, 0, clauses[0].start + 1)), default=0)
    return Span(start, clauses[-1].end)


def _clauses(text: str, bounds: Sequence[Span]) -> list[Span]:
    """Returns the clauses of a text, each with the mark or the word that it begins with."""
    starts = [0, *(bound.start for bound in bounds)]
    ends = [*(bound.start for bound in bounds), len(text)]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True) if start < end]


def _counterparts(side: Answers, denial: Span, marks: Sequence[int]) -> list[int]:
    """Returns the places in the source of what the words about a denial, in its clause, answer to."""
    start = max((mark for mark in marks if mark <= denial.start), default=0)
    end = min((mark for mark in marks if mark >= denial.end), default=len(side.text))
    inside = [place for place, word in enumerate(side.words) if start <= word.span.start < end]
    before = [place for place in inside if side.words[place].span.end <= denial.start][-_AROUND:]
    after = [place for place in inside if side.words[place].span.start >= denial.start][:_AROUND]
    return [side.place[place] for place in (*before, *after) if side.answered[place] >= LIKELY]


def _may_be_denied(clause: Span, text: str, pair: LanguagePair) -> bool:
    """Tells whether something in a clause may be said by a denial, or right before it, as that may go on after a clause
    inside it: unless those who speak are given the means."""
    start = text.rfind(".", 0, clause.start) + 1
    return (
        expression(pair, "may be denied").search(text, clause.start, clause.end) is not None
        or expression(pair, "denies beyond").search(text, start, clause.start) is not None
    )
