"""Is there a part of the source to which nothing in the translation answers?

See docs/un-french.md, section 15: completeness.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.completeness.joints import carries_on
from tmtool.checks.evidence.completeness.left_out import omitted, shown
from tmtool.checks.evidence.completeness.moved import is_moved, is_said_by_the_rest, is_taken_up
from tmtool.checks.evidence.completeness.said import said, said_freely
from tmtool.checks.evidence.names.states import TABLE_OF_PAIR
from tmtool.checks.evidence.register import is_law
from tmtool.checks.evidence.witnesses.unanswered_odds import GRADES, are_unanswered, unanswered_odds
from tmtool.checks.evidence.words.linked import linked
from tmtool.languages.pairs.concepts import named_in
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Concept, Level, Span, Term
from tmtool.model.wording import say

_LEVELS = ((2.9, Level.WARNING), (2.2, Level.INFO), (1.0, Level.HINT))
"""Odds from which a stretch is taken for left out, with the level of that; set on published pairs, see
docs/checks.md."""
_LEVELS_CLOSE = ((2.9, Level.WARNING), (2.0, Level.INFO), (0.0, Level.HINT))
"""The same in an agenda, which is translated closely; set on 139 right agendas and 69 drafts. Below a warning the trees
of ``unrendered.tsv`` must say so, too: where they did not, two findings were right in drafts, and 55 wrong in right
agendas."""
_OF_NO_NAME = 1.6
"""Odds from which what is no name is an info in an agenda; set on 220 right agendas and 119 drafts. Names are cut short
on purpose: the External Auditor, le Commissaire aux comptes."""
_OF_A_CLAUSE = 0.7
"""Odds from which a clause is one for which the translation has no room; in half of 300 right agendas there was none,
in 169 drafts six, all of them left out."""
_LEVELS_BY_ALIGNMENT = ((4.25, Level.INFO), (2.75, Level.HINT))
"""The same of odds and size together where the words are linked by the tables of alignment; set on published pairs of
six languages."""
_OF_SIZE_BY_ALIGNMENT, _LEAST_SIZE = 0.2, -6.0
"""What a standard deviation from the usual size counts there next to the odds, down to that many."""
_SMALLER = -0.5
"""Standard deviations from the usual size above which nothing is looked for there: all that was found was below."""
_OF_SIZE, _WITH_SIZE = 0.3, 3.5
"""What a standard deviation from the usual size counts next to the odds in the direction in which fewer translations
were read, and from what of both together a stretch is taken for left out; set on rows of odd number."""
_TURNED = 1.5
"""So much higher must the odds be in the direction in which fewer translations were read."""
_ELSEWHERE = 8
"""So many other places with the same words are looked at."""
_ABBREVIATION, _CAPITAL = re.compile(r"\b[A-Z]{3,}\b"), re.compile(r"\b[A-Z][a-z]")
_LETTERS, _BRACKETS = re.compile(r"\w+"), re.compile(r"[(（][^()（）]*[)）]")
_WORDS_OF_A_NAME = 3
"""Words with a capital that make a stretch the name of a body."""
_WORDS_OF_PART = 2
"""Words with a capital that may be a part of a name, at most."""
_PART = re.compile(r"[;:,.]\s")
_WORDS_OF_A_CLAUSE = 4
"""Words of a part of a stretch that may be a clause of its own, at least."""
_SHORTEST = 20
"""Shorter sources, in characters, are not judged."""
_BEGUN = re.compile(r"(?:\d+\.\s+)?[A-Z]\w*(?: [\w'’-]+){0,3}")
_BEGINNING = 40
"""Shorter texts, in characters, may be entries of a table."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a part of the source has nothing that answers to it in the translation."""
    source, known = pair.source or "", draft.language_pair
    if len(source) < _SHORTEST:
        return
    if known is None or known.links is None:
        yield from _by_alignment(pair, draft)
        return
    doubt = _TURNED if known.is_turned else 0.0
    levels = _LEVELS_CLOSE if draft.is_close else _LEVELS
    # Where fewer translations were read, the size may make up for any odds.
    above = -math.inf if doubt else levels[-1][0]
    gap = omitted(source, pair.target, known, _said(pair, draft, known), above)
    level = next((level for odds, level in levels if gap is not None and gap.odds > odds + doubt), None)
    if doubt and gap is not None and level is not Level.WARNING:
        level = _by_size(gap.odds, level, pair, draft)
    if level is not None and gap is not None and _is_country(gap.span, pair, known):
        return
    if level is not None and gap is not None and _is_abbreviated(gap.span, pair):
        return
    if level is Level.HINT and gap is not None and draft.is_close and gap.odds > _OF_NO_NAME + doubt:
        level = level if _is_name(gap.span.of(source)) else Level.INFO
    if gap is not None and draft.is_close and gap.is_clause and gap.odds > _OF_A_CLAUSE and level in (None, Level.HINT):
        level = Level.INFO
    if level is Level.INFO and gap is not None and _is_habit(gap.span, pair, draft):
        return
    if level is Level.WARNING and is_law(draft):
        level = Level.INFO
    begun = _BEGUN.match(source) if level in (None, Level.HINT) else None
    if begun and _begins_later(pair, draft):
        yield Flag(
            say(
                "The translation begins in the middle of a sentence; nothing here answers to “{words}”.",
                words=begun.group(),
            ),
            target_span=Span(0, len(pair.target.split()[0])),
            source_span=Span(*begun.span()),
            level=Level.HINT,
        )
    elif gap is not None and level is not None:
        flag = Flag(
            say("Nothing here answers to “{words}”.", words=shown(gap.span.of(source))),
            source_span=gap.span,
            target_span=gap.place,
            level=level,
        )
        if not draft.is_close:
            yield flag
        elif draft.is_turned or level is Level.WARNING or are_unanswered(flag, pair, draft):
            yield from _unless_moved(flag, gap.span.of(source), pair, draft, known)


def _unless_moved(flag: Flag, words: str, pair: Pair, draft: Draft, known: LanguagePair) -> Iterator[Flag]:
    """Yields what seems to be left out, unless it is said in another sentence or taken up by a pronoun; as a hint where
    a part of it is said elsewhere."""
    if is_moved(words, pair, draft, known, is_added=False) or is_taken_up(words, pair, draft, known):
        return
    if is_said_by_the_rest(words, pair, known, is_added=False):
        return
    if flag.level is Level.HINT:
        yield flag
        return
    parts = [part for part in _PART.split(words) if len(part.split()) >= _WORDS_OF_A_CLAUSE]
    is_in_part = len(parts) > 1 and any(is_moved(part, pair, draft, known, is_added=False) for part in parts)
    yield replace(flag, level=Level.HINT) if is_in_part else flag


def _said(pair: Pair, draft: Draft, known: LanguagePair) -> Iterator[Span]:
    """Yields what the translation says otherwise, in an agenda by common phrases, too."""
    yield from said(pair, known)
    if draft.is_close:
        yield from (there for there, _ in said_freely(pair.source or "", pair.target, known))


def _begins_later(pair: Pair, draft: Draft) -> bool:
    """Tells whether a translation goes on with a sentence, and the first word of its source has no counterpart."""
    if draft.target is None or min(len(pair.source or ""), len(pair.target)) < _BEGINNING:
        return False
    found = linked(pair, draft) if carries_on(pair.target, draft.target.tag) else None
    return found is not None and found.sides[0].links[:1] == [None]


def _by_alignment(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags what is left out where the words are linked by the tables of alignment alone, in a translation that is
    smaller than usual."""
    source, known = pair.source or "", draft.language_pair
    deviation = draft.sizes.deviation(source, pair.target) if draft.sizes else 0.0
    if known is None or deviation > _SMALLER:
        return
    gap = omitted(source, pair.target, known, said(pair, known))
    if gap is None:
        return
    odds = gap.odds - _OF_SIZE_BY_ALIGNMENT * max(deviation, _LEAST_SIZE)
    level = next((level for least, level in _LEVELS_BY_ALIGNMENT if odds > least), None)
    if level is Level.INFO and _has_more_abbreviations(pair):
        level = Level.HINT
    if level is not None:
        yield Flag(
            say("Nothing here answers to “{words}”.", words=shown(gap.span.of(source))),
            source_span=gap.span,
            target_span=gap.place,
            level=level,
        )


def _is_country(span: Span, pair: Pair, known: LanguagePair) -> bool:
    """Tells whether a stretch of the source is the name of a country that the translation names too, if by an
    adjective: le Gouvernement britannique."""
    source = pair.source or ""
    if not source[span.start].isupper():
        return False
    return any(
        one.cues[known.target].count(pair.target)
        and any(name.holds(span) for name in one.cues[known.source].all_names(source))
        for group in named_in(known, TABLE_OF_PAIR, known.source, source).values()
        for one in group
    )


def _by_size(odds: float, level: Level | None, pair: Pair, draft: Draft) -> Level | None:
    """Returns the level of a stretch, which is an info where the translation is so much smaller than usual that with
    these odds something was left out, and none where it has more abbreviations than the source, which make it
    smaller."""
    source = pair.source or ""
    if _has_more_abbreviations(pair):
        return Level.HINT if level else None
    deviation = draft.sizes.deviation(source, pair.target) if draft.sizes else 0.0
    return Level.INFO if deviation <= _SMALLER and odds - _OF_SIZE * deviation > _WITH_SIZE else level


def _has_more_abbreviations(pair: Pair) -> bool:
    """Tells whether the translation has more words with two capitals and more (UK, APFNet) than the source has outside
    of brackets, where they explain a name."""
    return _abbreviations(pair.target) > _abbreviations(_BRACKETS.sub(" ", pair.source or ""))


def _abbreviations(text: str) -> int:
    return sum(sum(letter.isupper() for letter in word) > 1 for word in _LETTERS.findall(text))


def _is_name(words: str) -> bool:
    """Tells whether this may be a name or a part of one: a word or two, with capitals."""
    given = words.split()
    return len(given) <= _WORDS_OF_PART and all(word[0].isupper() for word in given)


def _is_abbreviated(span: Span, pair: Pair) -> bool:
    """Tells whether a stretch of the source is a name, and the translation has an abbreviation more: the World
    Organization for Animal Health, l’OIE."""
    source = pair.source or ""
    if len(_CAPITAL.findall(span.of(source))) < _WORDS_OF_A_NAME:
        return False
    return len(_ABBREVIATION.findall(pair.target)) > len(_ABBREVIATION.findall(source))


def _is_habit(span: Span, pair: Pair, draft: Draft) -> bool:
    """Tells whether another place of an agenda has the same words, and nothing that answers to them there either."""
    known, own = draft.language_pair, pair.source or ""
    if known is None or not draft.is_close:
        return False
    words = span.of(own)
    others = (one for one in draft.pairs if own not in (one.source or "") and words in (one.source or ""))
    found = (
        (other.source or "", omitted(other.source or "", other.target, known, _said(other, draft, known)))
        for other in islice(others, _ELSEWHERE)
    )
    return any(gap is not None and gap.span.of(source) == words for source, gap in found)


_FISHERIES = Concept(
    "small-scale-fisheries", (Term("small-scale and artisanal fisheries", "en"), Term("pêche artisanale", "fr"))
)

CHECK = SegmentCheck(
    name="completeness-omission",
    level=Level.WARNING,
    grades=GRADES,
    weigh=unanswered_odds,
    its_type="omission",
    requires=Needs(
        source=True,
        pair="word_translations.tsv.xz",
        or_else=Needs(source=True, sizes=True, pair="words_unanswered.tsv"),
    ),
    yields_to=("completeness-length", "language-other-segment", "names-country", "term-absent"),
    summary="A part of the source has nothing that answers to it in the translation.",
    reason=(
        "A clause skipped is the error that readers of the translation cannot see. How probably each word has its "
        "counterpart is learnt from published translations; a stretch without is weighed by some eighty signs, such as "
        "how seldom translators leave its words out, its place in a list, and words of the translation that nothing "
        "else accounts for. It is a warning where the odds are high, but in a law or a treaty; else an info or a "
        "hint, since translators leave out much that is clear. So is a translation that begins in lower case "
        "where the source begins with a capital."
    ),
    examples=(
        Example(
            source="Each draft is presented by its authors. The text is then read line by line in plenary; urgent "
            "proposals, marked with a star, are discussed separately.",
            target="Chaque projet est présenté par ses auteurs, puis lu ligne par ligne en plénière. Les propositions "
            "urgentes, signalées par un astérisque, sont débattues séparément.",
            is_close=True,
        ),
        Example(
            source="Each draft is presented by its authors. The text is then read line by line in plenary; urgent "
            "proposals, marked with a star, are discussed separately.",
            target="Chaque projet est présenté par ses auteurs. Les propositions urgentes, signalées par un "
            "astérisque, sont débattues séparément.",
            flagged=("auteurs. Les propositions",),
            is_close=True,
        ),
        Example(
            source="The data are disaggregated by sex, age, disability, race, ethnicity and location.",
            target="Les données sont ventilées par sexe, âge, race, origine ethnique et lieu.",
            flagged=("âge, race",),
        ),
        Example(
            source="Further to this, the Committee may examine the report on prisons at its next session.",
            target="le Comité peut examiner le rapport sur les prisons à sa prochaine session.",
            flagged=("le",),
        ),
        Example(
            source="Article II of the Convention is deleted and replaced by the following:",
            target="L’article II de la Convention est remplacé par ce qui suit :",
        ),
        Example(
            source="Small-scale and artisanal fisheries (for discussion)",
            target="Pêche artisanale (pour examen)",
            concepts=(_FISHERIES,),
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
    by_sentence=True,
)
