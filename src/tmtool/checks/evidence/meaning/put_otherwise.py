"""Is a denial that a close translation seems to have lost put otherwise there: se fait toujours attendre for has not
been delivered?

A word that says by itself what a denial may (rompu, vacant, garder, lettre morte; ``denied_sentences.tsv``,
"contrary") and answers to no word of the source is the sign of it. A denial may be in another clause, too, where the
translation denies as often as its source, the more so where what is denied has no counterpart, by two tables of what
translates what; that alone tells nothing, for a slip may be among words that are put freely. Of 12 denials that were
told as lost in 6,184 lines of right agendas 8 have one of these signs, and 16 of 38 in 6,000 published pairs; of 218
that drafts had lost, 16.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from tmtool.checks.engine.check import Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.meaning.denied_sentences import denials_of, expression
from tmtool.checks.evidence.words.answers import Answers, answers
from tmtool.checks.evidence.words.linked import Linked, linked
from tmtool.languages.alternatives import plain
from tmtool.languages.denial_cues import cue
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Level, Span
from tmtool.model.span_index import merged

_LIKELY, _LOOSE = 0.3, 0.03
"""A word has its counterpart where links come to that, and some word of the other text translates it so well."""


def as_surely_lost(flag: Flag, pair: Pair, draft: Draft) -> Flag:
    """Returns the flag for a denial that a close translation has lost with the level that it deserves; any other flag
    as it is."""
    known, lost, source = draft.language_pair, flag.source_span, pair.source or ""
    if known is None or known.is_turned or lost is None or not draft.is_close or flag.level is Level.HINT:
        return flag
    if not any(cue(known.source, kind).match(source, lost.start) for kind in ("denial", "answer")):
        return flag  # only, unless
    most = _level_of_lost(lost, linked(pair, draft), source, pair.target, known)
    return flag if most is Level.WARNING else replace(flag, level=most)


def _level_of_lost(denial: Span, found: Linked | None, source: str, target: str, pair: LanguagePair) -> Level:
    """Returns how gravely a denial of a close translation is missing, at most: an info where it may be put
    otherwise, a hint where it seems to be in another clause."""
    there, here = plain(source), plain(target)
    if cue(pair.source, "without").fullmatch(denial.of(there)) and _as_many("without", there, here, pair):
        return Level.HINT
    known = _is_what_it_denies_known(denial, found, source, target, pair)
    answers_to_it = expression(pair, "denies here") if known else cue(pair.target, "answer")
    denials, answered = (
        _denials(there, pair),
        len(merged(Span(*one.span()) for one in answers_to_it.finditer(_denying(here, pair)))),
    )
    if 0 < denials <= answered:
        return Level.INFO if known else Level.HINT
    return Level.INFO if _says_the_contrary(source, target, pair, max(1, denials - answered)) else Level.WARNING


def _says_the_contrary(source: str, target: str, pair: LanguagePair, denials: int) -> bool:
    """Tells whether a translation has words that say by themselves what so many denials may, and answer to no word of
    its source: tout contact est rompu. Each word without counterpart there that denies by its meaning takes one of
    them: arrears, retard."""
    both = answers(source, target, pair, pair.translations) if pair.translations else None
    if both is None:
        return False
    contrary = _alone(both[1], expression(pair, "contrary"))
    meant = [
        one
        for one in _alone(both[0], expression(pair, "may be denied"))
        if not any(cue(pair.source, kind).match(plain(source), one.start) for kind in ("denial", "answer"))
    ]
    return bool(contrary) and len(contrary) >= denials + len(meant)


def _alone(side: Answers, words: re.Pattern[str]) -> list[Span]:
    """Returns where a text has some words that answer to none of the other text."""
    alone = [word.span for word, one in zip(side.words, side.alone, strict=True) if one]
    found = [Span(*one.span()) for one in words.finditer(plain(side.text))]
    return [one for one in found if any(one.overlaps(word) for word in alone)]


def _is_what_it_denies_known(denial: Span, found: Linked | None, source: str, target: str, pair: LanguagePair) -> bool:
    """Tells whether the first word of content after a denial, in its clause, has its counterpart; yes where there is
    none, or nothing is known of the pair."""
    both = answers(source, target, pair, pair.translations) if pair.translations else None
    if both is None:
        return True
    head = _head(both[0], denial, pair)
    if head is None:
        return True
    if both[0].answered[head] >= _LIKELY and both[0].loose[head] >= _LOOSE:
        return True
    word = both[0].words[head].span
    linked = found.sides[0] if found is not None else None
    return linked is not None and any(
        link is not None and one.span.overlaps(word) for one, link in zip(linked.words, linked.links, strict=True)
    )


def _head(side: Answers, denial: Span, pair: LanguagePair) -> int | None:
    """Returns the first word of content after a denial, in its clause."""
    first = bisect_left(side.words, denial.end, key=lambda word: word.span.start)
    if first == len(side.words):
        return None
    bound = expression(pair, "next").search(plain(side.text), denial.end)
    return first if bound is None or side.words[first].span.start < bound.start() else None


def _as_many(kind: str, there: str, here: str, pair: LanguagePair) -> bool:
    """Tells whether a translation has as many words of a kind as its source."""
    many, answered = (
        sum(1 for _ in cue(language, kind).finditer(text))
        for language, text in ((pair.source, there), (pair.target, here))
    )
    return answered >= many


def _denials(text: str, pair: LanguagePair) -> int:
    """Returns how many denials a text of the source has."""
    idle = cue(pair.source, "idle")
    others = (
        Span(*found.span())
        for found in cue(pair.source, "denial").finditer(text)
        if not idle.match(text, found.start())
    )
    return len(merged([*others, *denials_of(text, pair, "denies", "none", "nor")]))


def _denying(text: str, pair: LanguagePair) -> str:
    """Returns a translation with blanks for what looks like a denial and is none."""
    for kind in ("no denial", "no answer"):
        text = expression(pair, kind).sub(lambda found: " " * len(found[0]), text)
    return text
