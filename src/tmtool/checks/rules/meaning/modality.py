"""Does the translation oblige where the source permits, or permit where it obliges: may suspend, *doit* suspendre?

should and must, may and could go together; what is reported is may against doit, must against peut, shall against
peut, and may wish to without peut-être (docs/un-french.md, facts 59 and 71).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.meaning.exchange import exchanged, exchanges
from tmtool.checks.evidence.meaning.exchange_before import exchanged_before
from tmtool.checks.evidence.meaning.exchange_in_place import exchanged_in_place
from tmtool.checks.evidence.meaning.kept_modals import changed_modals
from tmtool.checks.evidence.meaning.modal_sentences import MODALITY, exchanged_in_sentences
from tmtool.checks.evidence.meaning.modals import exchanged_modals
from tmtool.checks.evidence.meaning.said_by_contrary import says_all_for_none
from tmtool.checks.evidence.meaning.small_words_in_order import MODALS, exchanged_in_order
from tmtool.checks.evidence.register import hints_where_free, is_short, warnings_where_short
from tmtool.checks.evidence.witnesses.unanswered_odds import GRADES, unanswered_odds
from tmtool.checks.evidence.words.linked import linked
from tmtool.languages.alternatives import any_of
from tmtool.languages.pairs.concepts import Concept, concepts
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Level, Span
from tmtool.model.wording import say

_FORCES = "modality.tsv"
_CLOSE = "modality_close.tsv"
_IN_PLACE = "modal_verbs.tsv"
_PROPOSALS = "proposals.tsv"


@cache
def _pattern(known: LanguagePair, kind: str) -> re.Pattern[str]:
    """Returns the pattern that the pair's table of proposals has of a kind, or one that matches nothing where it has
    none."""
    return re.compile(any_of(words for of, words in known.rows(_PROPOSALS) if of == kind), re.IGNORECASE)


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where what the source permits is binding here, or the reverse."""
    source, target = pair.source or "", pair.target
    known = draft.language_pair
    assert known is not None
    if says_all_for_none(source, target, known):
        return
    wish = _proposal(source, known)
    if wish and not _leaves_a_choice(target, known):
        rendering = _pattern(known, "rendering").pattern
        yield Flag(
            say(
                "“{words}” leaves a choice, and nothing here does: {rendering}.",
                words=wish.group(),
                rendering=rendering,
            ),
            target_span=Span(0, len(target)),
            source_span=Span(*wish.span()),
            level=Level.WARNING,
        )
        return
    in_place = list(exchanged_in_place(_IN_PLACE, pair, draft))
    if in_place:
        yield from (replace(flag, level=Level.WARNING) for flag in in_place)
        return
    both = linked(pair, draft)
    over_verbs = list(exchanged_modals(both))[:1] if both is not None else []
    if over_verbs:
        yield from (replace(flag, level=Level.WARNING) for flag in over_verbs)
        return
    of_sentence = next(exchanged_in_sentences(source, target, known, MODALITY), None) if draft.is_close else None
    if of_sentence is None and both is not None and (draft.is_close or is_short(pair, draft)):
        of_sentence = next(changed_modals(both), None)
    if of_sentence is None and draft.is_close:
        of_sentence = next(exchanged_in_order(source, target, known, MODALS), None)
    is_free = both is not None and both.is_free
    close = list(exchanges(_CLOSE, pair, draft, counted=True)) if draft.is_close else []
    if close and (of_sentence is None or not is_free):
        yield replace(_in_order(close[0], pair, known), level=Level.INFO)
        return
    if is_free:
        if of_sentence is not None:
            yield of_sentence
        return
    if of_sentence is None and is_short(pair, draft):
        of_sentence = next(exchanged_in_sentences(source, target, known, MODALITY), None)
    if of_sentence is not None:
        yield of_sentence
        return
    yield from [*exchanges(_FORCES, pair, draft), *exchanged_before(_FORCES, pair, draft, ())][:1]


def _in_order(flag: Flag, pair: Pair, known: LanguagePair) -> Flag:
    """Returns the flag of an exchange at the first verb that says another thing than the one of its number in the
    source, where both texts have as many of them; else as it is."""
    source, target = pair.source or "", pair.target
    there, here = (
        sorted((one, concept.name) for concept in _verbs(known) for one in concept.cues[language].all_names(text))
        for text, language in ((source, known.source), (target, known.target))
    )
    for (one, says), (other, says_here) in zip(there, here, strict=True) if len(there) == len(here) else ():
        if says != says_here:
            return exchanged(other, target, one, source)
    return flag


@cache
def _verbs(known: LanguagePair) -> tuple[Concept, ...]:
    return tuple(concept for group in concepts(known, _CLOSE) for concept in group)


def _leaves_a_choice(target: str, known: LanguagePair) -> bool:
    """Tells whether something in the translation leaves a choice, and surely so where something binds: if that comes
    first, before the next comma: la Conférence devra décider, sous réserve des ajustements qui pourraient …"""
    if _pattern(known, "surely").search(target) is not None:
        return True
    choice, wish, binds = (_pattern(known, kind).search(target) for kind in ("choice", "wish", "binds"))
    if choice is None or binds is None:
        return choice is not None
    return wish is not None and (wish.start() < binds.end() or "," not in target[binds.end() : wish.start()])


def _proposal(source: str, known: LanguagePair) -> re.Match[str] | None:
    """Returns the first may wish to, unless it is in a clause that hangs on another."""
    wish = _pattern(known, "proposal").search(source)
    return None if wish is None or _pattern(known, "dependent").search(source, 0, wish.start()) else wish


CHECK = SegmentCheck(
    name="meaning-modality",
    level=Level.HINT,
    grades=GRADES,
    weigh=unanswered_odds,
    its_type="mistranslation",
    bounded=True,
    requires=Needs(source=True, pair="modality.tsv"),
    summary="What the source permits is binding here, or the reverse.",
    reason=(
        "may and shall are what drafting is about. French has many ways to say either (présent, futur, il faut, "
        "susceptible de), so only a plain doit for may, a plain peut for must or shall, and may wish to without any "
        "sign of a choice are reported."
    ),
    examples=(
        Example(source="The Chair may suspend it.", target="Le Président doit la suspendre.", flagged=("doit",)),
        Example(source="The Chair must suspend it.", target="Le Président peut la suspendre.", flagged=("peut",)),
        Example(source="The Chair should suspend it.", target="Le Président doit la suspendre."),
        Example(
            source="Observers may attend open meetings, but may speak only if invited. Statements should reach the "
            "secretariat by noon, and adults who accompany children may be present only if the children so wish.",
            target="Les observateurs peuvent assister aux séances publiques, mais ne peuvent y prendre la parole que "
            "s’ils y sont invités. Les déclarations devraient parvenir au secrétariat à midi au plus tard, et les"
            " adultes qui accompagnent des enfants devraient être présents seulement si ceux-ci le souhaitent.",
            flagged=("devraient",),
            is_close=True,
        ),
        Example(
            source="Each proposal must be supported by three delegations and must state what has changed.",
            target="Toute proposition devrait être appuyée par trois délégations et indiquer ce qui a changé.",
            flagged=("devrait",),
            is_close=True,
        ),
        Example(
            source="Members who cannot attend must inform their alternates. Written replies may not exceed ten pages.",
            target="Les membres qui ne peuvent pas être présents doivent en informer leurs suppléants. Les réponses "
            "écrites ne doivent pas dépasser dix pages.",
            is_close=True,
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=hints_where_free(warnings_where_short(look)),
    by_sentence=True,
)
