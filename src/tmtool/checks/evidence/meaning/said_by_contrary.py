"""Is a word right although it is the contrary, since what is said of it is the contrary, too?

None of them was roadworthy, ils étaient tous hors d'état de rouler; no delegation opposed it, toutes les délégations
l'ont accepté; often goes unreported, rarement signalé. The words are those of ``negation.tsv`` and, for whole
sentences, of ``denied_sentences.tsv`` of the pair, and of ``denied_by_contrary.tsv``, where one word of the translation
denies by itself: not attended, absente.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tmtool.checks.engine.check import Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.meaning.denied_sentences import expression
from tmtool.checks.evidence.meaning.denied_words import negative_prefix
from tmtool.checks.evidence.words.answers import LIKELY, Answers, answers
from tmtool.languages.alternatives import plain
from tmtool.languages.denial_cues import cue
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

_NEAR = 40
"""Characters after a word in which what is said of it may deny."""
_RIGHT_BEFORE = 14
"""Characters before it in which a noun or an adjective may."""
_MARK = re.compile(r"[,.;:()](?!\d)")
"""Where a clause ends."""
_FAR = 60
"""Characters before a word in which a denial or a limit of its clause may be."""


def is_said_by_contrary(flag: Flag, pair: Pair, draft: Draft) -> bool:
    """Tells whether one side denies by the word of an exchange, and the other by what comes after it."""
    there, here, source = flag.source_span, flag.target_span, pair.source or ""
    known = draft.language_pair
    if there is None or here is None or known is None:
        return False
    if says_all_for_none(source, pair.target, known) or _has_denied_subject(there, source, pair.target, known):
        return True
    of_source, of_target = draft.source_language, draft.target_language
    if _is_limited_after(there, here, source, pair.target, known) or is_denied_for_only(flag, pair, draft):
        return True
    if _is_in_the_other_voice(there, here, source, pair.target, known):
        return True
    if _holds_from_then(there, here, source, pair.target, known):
        return True
    if _is_denied_whole(there, source, pair.target, known) or _is_all_that_is_left(there, source, pair.target, known):
        return True
    if _is_contrary_of_denied(there, here, source, pair.target, known) or is_denied_contrary(flag, pair, draft):
        return True
    text = plain(source).lower()
    if cue(of_source, "denial").match(text, there.start) and _is_denied_but_for_one(
        there, text, plain(pair.target), known
    ):
        return True
    words = plain(here.of(pair.target))
    if cue(of_source, "denial").match(source, there.start) and expression(known, "all").search(words):
        is_whole = here.end - here.start >= len(pair.target)
        after = (here.start, here.end) if is_whole else (here.end, here.end + _NEAR)
        places = (after, (max(0, here.start - _RIGHT_BEFORE), here.start))  # plutôt que l'absence de toute définition
        return any(cue(of_target, "may deny").search(pair.target, *place) for place in places)
    if not expression(known, "seldom").match(words):
        return False
    return cue(of_source, "may deny").search(source, there.end, there.end + _NEAR) is not None


def _is_in_the_other_voice(there: Span, here: Span, source: str, target: str, pair: LanguagePair) -> bool:
    """Tells whether the source says what a thing does, and the translation that the contrary is done to it: will follow
    briefings, sera précédé d'exposés."""
    return (
        expression(pair, "does it").match(plain(source), there.start) is not None
        and expression(pair, "is done to it").match(plain(target), here.start) is not None
    )


def _holds_from_then(there: Span, here: Span, source: str, target: str, pair: LanguagePair) -> bool:
    """Tells whether the source denies something until a time, and the translation says it from then on: will not be
    published until it is complete, sera publié dès qu'il sera achevé."""
    if expression(pair, "until then").fullmatch(there.of(source)) is None:
        return False
    is_denied = cue(pair.source, "denial").search(_clause_before(there, source)) is not None
    return is_denied and cue(pair.target, "answer").search(_clause_before(here, target)) is None


def is_denied_for_only(flag: Flag, pair: Pair, draft: Draft) -> bool:
    """Tells whether a word is limited in the source, and its contrary is denied in the translation: only after the
    inspection, pas avant l'inspection, but not que si un membre s'oppose for only if no member objects."""
    there, here, known = flag.source_span, flag.target_span, draft.language_pair
    if there is None or here is None or known is None:
        return False
    left, before = (
        plain(text)[max(0, start - _FAR) : start]
        for text, start in ((pair.source or "", there.start), (pair.target, here.start))
    )
    return (
        expression(known, "only then").search(left) is not None
        and cue(known.target, "answer").search(before) is not None
        and expression(known, "limited").search(before) is None
        and cue(known.source, "denial").search(left) is None
    )


def is_denied_contrary(flag: Flag, pair: Pair, draft: Draft) -> bool:
    """Tells whether the translation denies the contrary of what the source says without a denial: was unintentional,
    n'était pas intentionnelle. To deny what counts or orders says another thing: at least three, pas plus de trois."""
    there, here, known = flag.source_span, flag.target_span, draft.language_pair
    if there is None or here is None or known is None:
        return False
    return (
        expression(known, "denies next").search(_clause_before(here, pair.target)) is not None
        and expression(known, "counts").search(plain(here.of(pair.target))) is None
        and cue(known.source, "denial").search(_clause_before(there, pair.source or "")) is None
    )


def _is_denied_whole(there: Span, source: str, target: str, pair: LanguagePair) -> bool:
    """Tells whether a word is denied in the source, and the translation, which denies nothing, says the contrary by
    another word: not yet in possession of all reports, il manque certains rapports."""
    before = plain(source)[max(0, there.start - _FAR) : there.start]
    here = plain(target)
    return (
        cue(pair.source, "denial").search(before) is not None
        and cue(pair.target, "answer").search(here) is None
        and expression(pair, "contrary").search(here) is not None
    )


def _is_contrary_of_denied(there: Span, here: Span, source: str, target: str, pair: LanguagePair) -> bool:
    """Tells whether a word is denied in its clause of the source, and the translation, which denies nothing there, has
    a word that denies it by itself: when no authority is present, en l'absence d'autorité."""
    denied = cue(pair.source, "denial").search(_clause_before(there, source)) is not None
    denied_here = cue(pair.target, "answer").search(_clause_before(here, target)) is not None
    if not denied or denied_here:
        return False
    word, contrary_word = plain(there.of(source)).lower(), plain(here.of(target)).lower()
    return any(word_is.search(word) and contrary.search(contrary_word) for word_is, contrary in _contraries(pair))


def _clause_before(span: Span, text: str) -> str:
    """Returns what comes before a word in its clause."""
    before = plain(text)[max(0, span.start - _FAR) : span.start]
    marks = [mark.end() for mark in _MARK.finditer(before)]
    return before[marks[-1] if marks else 0 :]


def _is_all_that_is_left(there: Span, source: str, target: str, pair: LanguagePair) -> bool:
    """Tells whether the source denies something of a word, and the translation says something of its contrary only:
    late submissions will not be considered, seules sont examinées celles qui arrivent à temps."""
    clause = plain(source)[there.end : there.end + _FAR]
    mark = _MARK.search(clause)
    denied = cue(pair.source, "denial").search(clause[: mark.start() if mark else len(clause)]) is not None
    return denied and expression(pair, "left alone").search(plain(target)) is not None


def _is_limited_after(there: Span, here: Span, source: str, target: str, pair: LanguagePair) -> bool:
    """Tells whether a word is denied in the source, and its contrary is what a limit of the translation leaves: not to
    speak before all have voted, ne parler qu'une fois que tous ont voté."""
    before, left = (
        plain(text)[max(0, start - _FAR) : start] for text, start in ((source, there.start), (target, here.start))
    )
    denied = cue(pair.source, "denial").search(before) is not None
    return denied and expression(pair, "limited").search(left) is not None


def _has_denied_subject(there: Span, source: str, target: str, pair: LanguagePair) -> bool:
    """Tells whether the source says of nothing or of nobody what the translation says the contrary of: nothing prevents
    it, le règlement l'autorise."""
    before = plain(source)[max(0, there.start - _FAR) : there.start]
    is_denied = expression(pair, "denied subject").search(before) is not None
    return is_denied and cue(pair.target, "answer").search(plain(target)) is None


def says_all_for_none(source: str, target: str, pair: LanguagePair) -> bool:
    """Tells whether the source says that none is against, and the translation that all are for: no country is immune
    from it, tous les pays y sont exposés; or the source that no two are the same, and the translation that all
    differ; or the source that none is without a thing, and the translation that all have it."""
    there, here = plain(source), plain(target)
    if expression(pair, "no two").search(there) and expression(pair, "no two here").search(here):
        return True
    if expression(pair, "all").search(here) is None:
        return False
    if expression(pair, "none against").search(there) and expression(pair, "against").search(here) is None:
        return True
    return (
        expression(pair, "none without").search(there) is not None and cue(pair.target, "answer").search(here) is None
    )


def has_contrary(denial: Span, source: str, target: str, pair: LanguagePair) -> bool:
    """Tells whether the translation has the contrary of what a denial of the source is before, in its clause, and no
    other word of the source has its counterpart there: has not attended, absente; or says of one thing only what the
    source denies of all but that: cannot be opened unless locked, seules celles qui sont fermées peuvent l'être."""
    text, here = plain(source).lower(), plain(target).lower()
    start = _denied_from(denial, text, pair)
    if start is None:
        return False  # only, unless
    if _is_denied_but_for_one(denial, text, plain(target), pair) or _is_denied_twice(text, here, pair):
        return True
    if _is_required_instead(text, here, pair):
        return True
    if _is_set_against(denial, text, here, pair) or _is_brought_about(denial, text, here, pair):
        return True
    first, second = (cue(pair.source, kind) for kind in ("first of two", "second of two"))
    joined = second.search(text, start, start + _FAR) if first.fullmatch(denial.of(text)) else None
    end = (joined.end() if joined is not None else start) + _NEAR
    clause_end = _MARK.search(text, start, end)
    end = clause_end.start() if clause_end is not None else end
    both: tuple[Answers, Answers] | None = None
    for there, contrary in _contraries(pair):
        denied = [Span(start + one.start(), start + one.end()) for one in there.finditer(text[start:end])]
        for found in contrary.finditer(here) if denied else ():
            both = both or (answers(source, target, pair, pair.translations) if pair.translations else None)
            if both is None or not _answers_elsewhere(Span(*found.span()), denied, *both):
                return True
    return False


def _denied_from(denial: Span, text: str, pair: LanguagePair) -> int | None:
    """Returns where begins what a denial of the source denies: after it, or in it after its prefix (unwilling); None
    where it is none."""
    prefix = negative_prefix(pair.source).match(denial.of(text))
    within = denial.start + prefix.end() if prefix is not None else None
    if any(cue(pair.source, kind).match(text, denial.start) for kind in ("denial", "answer")):
        able = expression(pair, "denied ability").match(text, within) if within is not None else None
        return within if able is not None else denial.end  # unable to attend
    return None if " " in denial.of(text) else within


def _is_denied_but_for_one(denial: Span, text: str, target: str, pair: LanguagePair) -> bool:
    """Tells whether the source denies all but one thing, or what nobody but one does, and the translation says so of
    the one alone."""
    if expression(pair, "left alone").search(target) is None:
        return False
    if expression(pair, "but for").search(text, denial.end):
        return True
    return expression(pair, "none but").search(text) is not None


def is_turned_about(source: str, target: str, pair: LanguagePair) -> bool:
    """Tells whether the source denies something unless another is so, and the translation asks for that other: no item
    may be added unless two thirds so decide, il faut une décision des deux tiers pour ajouter un point."""
    text, here = plain(source), plain(target)
    return (
        cue(pair.source, "denial").search(text) is not None
        and expression(pair, "but for").search(text) is not None
        and expression(pair, "left alone").search(here) is not None
    )


def _is_denied_twice(text: str, here: str, pair: LanguagePair) -> bool:
    """Tells whether the source denies twice what the translation, which denies nothing, makes a condition: but not
    those that have not been checked, à condition qu'elles aient été vérifiées."""
    return (
        expression(pair, "denied twice").search(text) is not None
        and expression(pair, "conditional").search(here) is not None
        and expression(pair, "denies here").search(here) is None
    )


def _is_required_instead(text: str, here: str, pair: LanguagePair) -> bool:
    """Tells whether the source denies something unless another thing is so, and the translation, which lacks no other
    denial, requires that other: no proposal unless it shows why, toute proposition doit montrer pourquoi."""
    if expression(pair, "denied unless").search(text) is None or expression(pair, "required").search(here) is None:
        return False
    denials = sum(1 for _ in cue(pair.source, "denial").finditer(text))
    return sum(1 for _ in cue(pair.target, "answer").finditer(here)) >= denials - 1


def _is_set_against(denial: Span, text: str, here: str, pair: LanguagePair) -> bool:
    """Tells whether the source says of two things which of them is not, without a verb, and the translation, which
    denies nothing, sets the one against the other: 10 days, not 8; là où il en avait proposé 8, il en a obtenu 10."""
    apart = expression(pair, "set apart").finditer(text)
    return (
        any(found.start() <= denial.start and denial.end <= found.end() for found in apart)
        and expression(pair, "set against").search(here) is not None
        and expression(pair, "denies here").search(here) is None
    )


def _is_brought_about(denial: Span, text: str, here: str, pair: LanguagePair) -> bool:
    """Tells whether a denial says what would not be without another thing, and the translation that this has brought it
    about: without whose help it would not exist, qui l'a rendu possible; of the two denials it has neither or both."""
    said = expression(pair, "counterfactual").finditer(text)
    if not any(found.start() <= denial.start and denial.end <= found.end() for found in said):
        return False
    is_denied = expression(pair, "denies here").search(here) is not None
    is_without = cue(pair.target, "without").search(here) is not None
    return is_denied is is_without and expression(pair, "brought about").search(here) is not None


def _answers_elsewhere(contrary: Span, denied: Sequence[Span], there: Answers, here: Answers) -> bool:
    """Tells whether a word of the translation is the counterpart of another word than what is denied."""
    return any(
        share >= LIKELY and not any(there.words[place].span.overlaps(one) for one in denied)
        for word, share, place in zip(here.words, here.answered, here.place, strict=True)
        if word.span.overlaps(contrary)
    )


@cache
def _contraries(pair: LanguagePair) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    rows = pair.rows("denied_by_contrary.tsv")
    return tuple((re.compile(rf"\b(?:{there})\b"), re.compile(rf"\b(?:{here})\b")) for there, here in rows)
