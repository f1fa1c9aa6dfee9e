"""Has a negation been lost or added: the lack of progress, *les progrès*? (docs/un-french.md, facts 70 and 72,
section 12.)

What is looked at depends on what is known of the two languages: by which words both are linked (evidence/meaning,
`denial_lost_at_verb`, `denial_lost_at_word`, `denied_words`), which expressions of the pair deny (`denied_sentences`,
`denied_clauses`), and else only what denies in each of the two (`denied_texts`, `denied_near`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.engine.sentence_spans import sentence_spans
from tmtool.checks.evidence.meaning.denial_lost_at_verb import lost_at_verb
from tmtool.checks.evidence.meaning.denial_lost_at_word import lost_at_word
from tmtool.checks.evidence.meaning.denied_clauses import lost_in_clause
from tmtool.checks.evidence.meaning.denied_near import lost_near
from tmtool.checks.evidence.meaning.denied_sentences import (
    denied_again,
    denies_more,
    expression,
    gained_denial,
    is_of_precondition,
    lost_denial,
    lost_limit,
)
from tmtool.checks.evidence.meaning.denied_texts import is_said_there, lost_in_text
from tmtool.checks.evidence.meaning.denied_verbs import gained_at_verb, gained_without_reason
from tmtool.checks.evidence.meaning.denied_words import cues_in, is_surely_lost, unanswered
from tmtool.checks.evidence.meaning.gained_in_clauses import gained_in_clause
from tmtool.checks.evidence.meaning.put_otherwise import as_surely_lost
from tmtool.checks.evidence.meaning.said_by_contrary import has_contrary, says_all_for_none
from tmtool.checks.evidence.register import hints_where_free, is_short
from tmtool.checks.evidence.words.linked import Linked, linked
from tmtool.checks.evidence.words.sides import Side, mutual
from tmtool.languages import default_pair
from tmtool.languages.denial_cues import cue
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.tags import primary
from tmtool.model import Level, Span
from tmtool.model.wording import say

_SHORTEST = 24
"""Characters at least of a short text in which a denial may be gained."""
_NEAR = 60
"""Characters beside a verb in which another word may say the contrary of it: had not been withdrawn, ont conservé."""
_DENY = ("denial", "answer", "may deny", "limit", "limiting", "prefix")
"""The kinds of words that may deny by themselves."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a negation is lost or added, unless a word there says the contrary of what is
    denied."""
    known, source = draft.language_pair, pair.source or ""
    if known is not None and says_all_for_none(source, pair.target, known):
        return
    surely = _lost_surely(pair, draft)
    if surely is not None:
        yield surely
        return
    for flag in _look(pair, draft):
        lost = flag.source_span
        if known is None or lost is None or not has_contrary(lost, source, pair.target, known):
            yield as_surely_lost(flag, pair, draft)


def _lost_surely(pair: Pair, draft: Draft) -> Flag | None:
    """Returns the flag for a verb that has lost its denial, or a word its negative prefix, which are surer than any
    other sign; None where none has, or a word beside the verb says the contrary, and where the pair of languages has no
    tables of them in this direction."""
    known = draft.language_pair
    if known is None or known.is_turned or known.links is None:
        return None
    found = linked(pair, draft)
    if found is None:
        return None
    lost = lost_at_verb(found)
    if lost is not None:
        denial, verb = lost
        near = pair.target[max(0, verb.start - _NEAR) : verb.end + _NEAR]
        if not has_contrary(denial, pair.source or "", near, known):
            return _flag_of_lost(denial, verb, pair, None)
    of_word = lost_at_word(found)
    return _flag_of_lost(*of_word, pair, None) if of_word is not None else None


def _look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields what is told by the best that is known of the two languages, the surest sign first."""
    known = draft.language_pair
    if known is None or known.is_turned or known.links is None:
        # Between French and English a denial is put otherwise more often than it is lost.
        is_loose = known is not None and known.links is not None and not draft.is_close
        yield from (replace(flag, level=Level.HINT) if is_loose else flag for flag in _lost_in_text(pair, draft))
        return
    found = linked(pair, draft)
    if found is None:
        yield from _lost(pair, draft)
        return
    told = (
        _denied_again(found, known)
        or _only_limited(found, draft)
        or next(_lost(pair, draft), None)
        or _lost_at_place(found, known, pair, draft)
        or _gained_where_close(found, known, draft)
        or _gained(found, known, pair, draft)
    )
    if told is not None:
        yield told


def _denied_again(found: Linked, known: LanguagePair) -> Flag | None:
    """Returns the flag for a word that denies what another one denies already."""
    of_source, of_target = found.sides
    again = denied_again(of_source.text, of_target.text, known)
    return _flag_of_gained(again, of_target.text, Level.WARNING) if again is not None else None


def _only_limited(found: Linked, draft: Draft) -> Flag | None:
    """Returns the flag for a denial that only limits in the translation, as an info where that is not close."""
    limited = _limited(*found.sides)
    return replace(limited, level=None if draft.is_close else Level.INFO) if limited is not None else None


def _lost_at_place(found: Linked, known: LanguagePair, pair: Pair, draft: Draft) -> Flag | None:
    """Returns the flag for the first denial that nothing answers to about where it should be, or that a clause of a
    short text has lost."""
    of_source, of_target = found.sides
    of_clause = _lost_in_short(pair, found, known) if is_short(pair, draft) else None
    for denies, place in unanswered(of_source, of_target):
        is_sure = of_clause is not None or is_surely_lost(denies, of_source, of_target)
        place = _in_its_sentence(denies, place, of_source.text, of_target.text)
        return _flag_of_lost(denies, place, pair, None if is_sure else draft.slight)
    return _flag_of_lost(*of_clause, pair, None) if of_clause is not None else None


def _gained_where_close(found: Linked, known: LanguagePair, draft: Draft) -> Flag | None:
    """Returns the flag for a denial of a close translation for which nothing in the source is a reason."""
    of_source, of_target = found.sides
    denies_here = (expression(known, kind) for kind in ("denies here", "denied subject here"))
    if not draft.is_close or not any(denies.search(of_target.text.replace("’", "'")) for denies in denies_here):
        return None
    texts = of_source.text, of_target.text, known
    gained = gained_denial(*texts) or gained_in_clause(*texts) or gained_at_verb(found)
    gained = gained or gained_without_reason(*texts)
    if gained is None or is_of_precondition(gained, *texts):
        return None
    return _flag_of_gained(gained, of_target.text, Level.INFO)


def _gained(found: Linked, known: LanguagePair, pair: Pair, draft: Draft) -> Flag | None:
    """Returns the flag for a denial of a short text of which the source has all but the denial, or as a hint for one
    that nothing in the source answers to. A limit may be put either way: at most three minutes, ne pas dépasser trois
    minutes."""
    of_source, of_target = found.sides
    if is_short(pair, draft):
        gained = gained_denial(_without_answered(of_source, of_target), of_target.text, known, _SHORTEST)
        if gained is not None and _is_what_it_denies_answered(gained, of_target, of_source):
            return _flag_of_gained(gained, of_target.text, Level.WARNING)
    if found.is_free or not denies_more(of_source.text, of_target.text, known):
        return None
    first = next(iter(unanswered(of_target, of_source)), None)
    return _flag_of_gained(first[0], of_target.text, Level.HINT) if first is not None else None


def _in_its_sentence(there: Span, here: Span, source: str, target: str) -> Span:
    """Returns the place where a denial should be, or the whole sentence where that place is in another than the one
    that translates its own."""
    spans = sentence_spans(source, target)
    its = next((one.target for one in spans if there.start < one.source.end), spans[-1].target)
    return here if len(spans) == 1 or its.start <= here.start <= its.end else its


def _flag_of_gained(here: Span, text: str, level: Level) -> Flag:
    """Returns the flag for a denial of the translation that the source has not."""
    message = say("The source does not deny what “{words}” denies.", words=here.of(text))
    return Flag(message, target_span=here, level=level)


def _flag_of_lost(there: Span, here: Span, pair: Pair, level: Level | None) -> Flag:
    """Returns the flag for a denial of the source, with the place where the translation should have it."""
    message = say("Nothing here stands for “{words}”.", words=there.of(pair.source or ""))
    return Flag(message, target_span=here, source_span=there, level=level)


def _lost_in_text(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields the flag for a text that has lost its denial, or has one that its source has not, where nothing is known
    of the words of both languages."""
    source, there, here = pair.source or "", draft.source_language, draft.target_language
    found = lost_in_text(source, pair.target, there, here)
    if found is not None:
        yield _flag_of_lost(found, Span(0, len(pair.target)), pair, _level_in_text(draft))
        return
    known = draft.language_pair
    near = lost_near(source, pair.target, known) if known and known.links is None else None
    if near is not None:
        yield _flag_of_lost(near, Span(0, len(pair.target)), pair, Level.INFO)
        return
    added = lost_in_text(pair.target, source, here, there)
    if added is not None:
        is_said = is_said_there(added, pair.target, source, here, there)
        yield _flag_of_gained(added, pair.target, Level.INFO if is_said else Level.HINT)


def _level_in_text(draft: Draft) -> Level | None:
    """Returns the level of a denial that a text has lost: an info where the source is not in the language that most
    are written in, and so a translation itself."""
    return None if primary(draft.source_language) == default_pair.SOURCE else Level.INFO


def _lost(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields the flag for a sentence that has lost its denial, or its only, and in an agenda for a clause that has:
    published text says that in other words now and then, agendas do not."""
    source, known = pair.source or "", draft.language_pair
    if known is None or known.is_turned:
        return
    for lost, level in (
        (lost_denial(source, pair.target, known), None),
        (
            lost_limit(source, pair.target, known, closely=draft.is_close),
            None if draft.is_close or is_short(pair, draft) else Level.INFO,
        ),
        (lost_in_clause(source, pair.target, known) if draft.is_close else None, None),
    ):
        if lost is not None:
            there, here = lost
            yield _flag_of_lost(there, here, pair, level)


def _lost_in_short(pair: Pair, found: Linked, known: LanguagePair) -> tuple[Span, Span] | None:
    """Returns the denial that a clause of a short text has lost, in which what is denied must have its counterpart: not
    respected, violé, is right. A text that denies as often as its source may put the denial into another clause."""
    there, here = found.sides
    if len(cues_in(here, "denial")) >= len(cues_in(there, "denial")):
        return None
    lost = lost_in_clause(pair.source or "", pair.target, known)
    return lost if lost is not None and _is_what_it_denies_answered(lost[0], *found.sides) else None


def _without_answered(side: Side, other: Side) -> str:
    """Returns a text with blanks for each word that has its counterpart and denies nothing itself: is open, n’est pas
    ouvert."""
    answered = {word.span for place, word in enumerate(side.words) if mutual(side, other, place) is not None}

    def blank(found: re.Match[str]) -> str:
        denies = any(cue(side.language, kind).match(found[0]) for kind in _DENY)
        return found[0] if denies or Span(*found.span()) not in answered else " " * len(found[0])

    return expression(side.pair, "may be denied").sub(blank, side.text)


def _is_what_it_denies_answered(denies: Span, side: Side, other: Side) -> bool:
    """Tells whether the word that a denial turns round has its counterpart: not so in turned down, pas acceptée."""
    denied = next((at for at, word in enumerate(side.words) if word.span.start >= denies.end), None)
    return denied is not None and mutual(side, other, denied) is not None


def _limited(side: Side, other: Side) -> Flag | None:
    """Returns the flag for a denial that only limits in the translation, though nothing in the source does: n’est qu’un
    tribunal for is not a court."""
    denials, limits = cues_in(side, "denial"), cues_in(other, "only")
    answers = [one for one in cues_in(other, "answer") if not any(one.overlaps(limit) for limit in limits)]
    if not limits or len(denials) <= len(answers) or cues_in(side, "limit") + cues_in(side, "limiting"):
        return None
    return Flag(
        say("“{here}” only limits what the source denies.", here=limits[0].of(other.text)),
        target_span=limits[0],
        source_span=denials[0],
    )


CHECK = SegmentCheck(
    name="meaning-negation",
    level=Level.WARNING,
    its_type="mistranslation",
    bounded=True,
    requires=Needs(
        source=True,
        pair="word_links.tsv.xz",
        tables="negation.tsv",
        one_way=True,
        or_else=Needs(source=True, two_languages=True, tables="negation.tsv"),
    ),
    yields_to=("completeness-omission", "completeness-length"),
    summary="A negation is lost or added.",
    reason=(
        "One small word turns a rule round. French denies in many ways (sans, aucun, refuser, in-), so it is reported "
        "only where nothing that denies is about where the neighbours of the denial have their counterparts; and of a "
        "finite verb that is denied there and not here, whatever else the sentence denies. In an "
        "agenda it is an info or a hint where a word without counterpart says it by itself (rompu, vacant), or the "
        "translation denies as often elsewhere. In other languages it is reported where nothing in the whole "
        "translation could stand for the denial."
    ),
    examples=(
        Example(
            source="The Committee regretted the lack of progress towards the goals of the Convention.",
            target="Le Comité a regretté les progrès accomplis vers les buts de la Convention.",
            flagged=("progrès",),
        ),
        Example(
            source="It was unable to agree on the tolls, some villages having objected that the bridge had not been "
            "inspected and that nobody had been consulted.",
            target="Elle n’a pu s’entendre sur les péages, certains villages ayant objecté que le pont avait été "
            "inspecté et que personne n’avait été consulté.",
            flagged=("avait été inspecté",),
        ),
        Example(
            source="It was unable to agree on the tolls, some villages having objected that the bridge had not been "
            "inspected and that nobody had been consulted.",
            target="Elle n’a pu s’entendre sur les péages, certains villages ayant objecté que le pont n’avait pas été "
            "inspecté et que personne n’avait été consulté.",
        ),
        Example(
            source="No toll is charged at the bridge, but it may not be crossed at night.",
            target="Un péage est perçu au pont, mais celui-ci ne peut être franchi de nuit.",
            flagged=("Un péage est perçu au pont, mais celui-ci ne peut être franchi de nuit.",),
        ),
        Example(
            source="No toll is charged at the bridge, but it may not be crossed at night.",
            target="Aucun péage n’est perçu au pont, mais celui-ci ne peut être franchi de nuit.",
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=hints_where_free(look),
    by_sentence=True,
)
