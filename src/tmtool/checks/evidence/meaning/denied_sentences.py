"""Which sentence of the source denies, or limits by only, where no word of its translation could do so?

What may stand for a denial is taken in the widest sense (a prefix, a verb such as refuser), so that a sentence without
anything of the kind says the opposite: a la même nationalité for is not of the same nationality. The words are in
``denied_sentences.tsv`` of the pair and in ``negation.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from tmtool.checks.evidence.words.sentence_pairs import SHORTEST, sentence_pairs
from tmtool.languages.alternatives import any_of, plain
from tmtool.languages.denial_cues import cue
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

TABLE, ANSWERED, _ANSWERED_BESIDE = "denied_sentences.tsv", "limits_answered.tsv", "only_answered.tsv"


@cache
def expression(pair: LanguagePair, kind: str) -> re.Pattern[str]:
    """Returns the expression of a kind of ``denied_sentences.tsv``, which matches nothing where the pair has none."""
    expressions = [expression for _, of, expression in pair.rows(TABLE) if of == kind]
    return re.compile(any_of(expressions), re.IGNORECASE)


def denials_of(text: str, pair: LanguagePair, *kinds: str) -> list[Span]:
    """Returns the denials of these kinds in a text of the source with plain apostrophes, in order."""
    idle = cue(pair.source, "idle")
    return sorted(one for kind in kinds for one in _found(text, pair, kind) if not idle.match(text, one.start))


def denies_alone(source: str, target: str, pair: LanguagePair) -> bool:
    """Tells whether one of two texts denies something and the other nothing, so that a word may be said by its
    contrary: closed to observers, ne sont pas ouvertes aux observateurs."""
    here = expression(pair, "no denial").sub(" ", plain(target))
    return bool(denials_of(plain(source), pair, "denies", "none")) != bool(expression(pair, "denies here").search(here))


def lost_denial(source: str, target: str, pair: LanguagePair) -> tuple[Span, Span] | None:
    """Returns the first denial of a sentence that has more of them than its translation has words that may deny, and
    the place of that translation; None where there is none."""
    for sentence in sentence_pairs(source, target):
        there, here = sentence.source, sentence.target
        denials = denials_of(there, pair, "denies", "none")
        if denials and _fewer_than(len(denials), here, pair):
            return sentence.in_source(denials[-1]), sentence.whole_target
    return None


def gained_denial(source: str, target: str, pair: LanguagePair, shortest: int = SHORTEST) -> Span | None:
    """Returns the first denial of a close translation in a sentence of which the source has nothing that a denial may
    say; None where there is none: are eligible, ne peuvent être réélus."""
    denies, may_be_denied = expression(pair, "denies here"), expression(pair, "may be denied")
    for sentence in sentence_pairs(source, target, shortest):
        there, here = sentence.source, sentence.target
        idle = without_idle_denials(here, pair)
        denial = denies.search(idle) or expression(pair, "denied subject here").search(idle)
        if denial is not None and may_be_denied.search(there) is None:
            return sentence.in_target(Span(*denial.span()))
    return None


def denies_more(source: str, target: str, pair: LanguagePair) -> bool:
    """Tells whether a translation has more denials than its source, which may deny by one word, too: inconclusive; two
    that say what must come first are none: need support before they are discussed, aucun n'est discuté s'il n'a pas
    l'appui."""
    here = without_idle_denials(plain(target), pair)
    for twice in _denied_preconditions(source, here, pair):
        here = f"{here[: twice.start]}{' ' * len(twice.of(here))}{here[twice.end :]}"
    return sum(1 for _ in expression(pair, "denies here").finditer(here)) > len(
        denials_of(plain(source), pair, "denies", "none", "nor", "fails")
    )


def is_of_precondition(denial: Span, source: str, target: str, pair: LanguagePair) -> bool:
    """Tells whether a denial of a translation is one of two that together say what must come first in the source."""
    return any(twice.overlaps(denial) for twice in _denied_preconditions(source, plain(target), pair))


def _denied_preconditions(source: str, here: str, pair: LanguagePair) -> list[Span]:
    """Returns where a translation says by two denials what must come first, if its source says that it must."""
    if not expression(pair, "precondition").search(source):
        return []
    return [Span(*found.span()) for found in expression(pair, "denied precondition").finditer(here)]


def without_idle_denials(here: str, pair: LanguagePair) -> str:
    """Returns a translation with plain apostrophes and blanks for what looks like a denial and is none, or denies what
    the source says without one: n'a pas cessé de."""
    for kind in ("no denial", "said plainly"):
        here = expression(pair, kind).sub(lambda found: " " * len(found[0]), here)
    return here


def denied_again(source: str, target: str, pair: LanguagePair) -> Span | None:
    """Returns the first unless or before of a translation whose clause is denied though nothing in its sentence of the
    source denies: unless it decides otherwise, à moins qu'il n'en décide pas autrement. None where there is none."""
    for sentence in sentence_pairs(source, target):
        there, here = sentence.source, sentence.target
        found = expression(pair, "twice denied").search(here)
        if found is not None and expression(pair, "twice denied there").search(there) is None:
            return sentence.in_target(Span(*found.span()))
    return None


def lost_limit(source: str, target: str, pair: LanguagePair, *, closely: bool = False) -> tuple[Span, Span] | None:
    """Returns the first only of a sentence whose translation has nothing that limits, and the place of that; None where
    there is none. `closely` is for a text of which more can be asked: fewer words may limit there, alone counts, and
    each of two wants one, unless the second repeats the first (only in writing and only by a member), or the two are
    contrasted in the translation: si l'on peut suivre les séances, les groupes se réunissent uniquement ici."""
    kinds = ("only closely", "may limit closely") if closely else ("only", "may limit")
    for sentence in sentence_pairs(source, target):
        there, here = sentence.source, sentence.target
        limits = list(_found(there, pair, kinds[0]))
        left = here
        for table in (ANSWERED, _ANSWERED_BESIDE) if limits and closely else ():
            left = without_answers(there, left, pair, table)
        repeated = sum(1 for _ in _found(there, pair, "only again")) if len(limits) > 1 else 0
        if len(limits) > 1 and expression(pair, "contrasted limits").search(here) is not None:
            repeated = max(1, repeated)
        wanted = len(limits) - repeated if closely else min(1, len(limits))
        if limits and sum(1 for _ in _found(left, pair, kinds[1])) < wanted:
            return sentence.in_source(limits[-1]), sentence.whole_target
    return None


def without_answers(there: str, here: str, pair: LanguagePair, table: str) -> str:
    """Returns a translation with blanks for words that may limit or deny, but answer to other words of the source, by a
    table: au moins for at least, aucune for no."""
    for of_source, of_target in _answers(pair, table):
        many = len(of_source.findall(there))
        here = of_target.sub(lambda found: " " * len(found[0]), here, count=many) if many else here
    return here


@cache
def _answers(pair: LanguagePair, table: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (re.compile(there, re.IGNORECASE), re.compile(here, re.IGNORECASE)) for there, here in pair.rows(table)
    )


def _fewer_than(many: int, text: str, pair: LanguagePair) -> bool:
    """Tells whether a text has fewer words that may deny than so many, of which some stand for two: subject to prior
    authorization is not without it."""
    text = expression(pair, "no denial").sub(lambda found: " " * len(found[0]), text)
    spans = [span for kind in ("answer", "may deny", "limit") for span in _spans(cue(pair.target, kind).finditer(text))]
    spans += _found(text, pair, "may deny")
    many -= sum(1 for _ in _found(text, pair, "may deny twice"))
    end = 0
    for span in sorted(spans):
        if span.start >= end:
            many, end = many - 1, span.end
    return many > 0


def _found(text: str, pair: LanguagePair, kind: str) -> Iterator[Span]:
    return _spans(expression(pair, kind).finditer(text))


def _spans(matches: Iterable[re.Match[str]]) -> Iterator[Span]:
    return (Span(*match.span()) for match in matches)
