"""Does the translation oblige where the source permits, or permit where it obliges?

should and must, may and could go together; what is reported is may against doit, must against peut, shall against
peut, and may wish to without peut-être (docs/un-french.md, facts 59 and 71).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.meaning.exchange import exchanges
from tmtool.checks.evidence.meaning.exchange_before import exchanged_before
from tmtool.checks.evidence.meaning.exchange_in_place import exchanged_in_place
from tmtool.checks.evidence.meaning.modal_sentences import MODALITY, exchanged_in_sentences
from tmtool.checks.evidence.meaning.modals import exchanged_modals
from tmtool.checks.evidence.register import hints_where_free
from tmtool.checks.evidence.words.linked import linked
from tmtool.languages.alternatives import any_of
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
    if both is not None and both.is_free:
        return
    if draft.is_close and (close := list(exchanges(_CLOSE, pair, draft))):
        yield replace(close[0], level=Level.INFO)
        return
    if draft.is_close and (of_sentence := next(exchanged_in_sentences(source, target, known, MODALITY), None)):
        yield of_sentence
        return
    yield from [*exchanges(_FORCES, pair, draft), *exchanged_before(_FORCES, pair, draft, ())][:1]


def _leaves_a_choice(target: str, known: LanguagePair) -> bool:
    """Tells whether something in the translation leaves a choice, and surely so where something binds."""
    choice, wish, binds = (_pattern(known, kind).search(target) for kind in ("choice", "wish", "binds"))
    return choice is not None and (wish is not None or binds is None)


def _proposal(source: str, known: LanguagePair) -> re.Match[str] | None:
    """Returns the first may wish to, unless it is in a clause that hangs on another."""
    wish = _pattern(known, "proposal").search(source)
    return None if wish is None or _pattern(known, "dependent").search(source, 0, wish.start()) else wish


CHECK = SegmentCheck(
    name="meaning-modality",
    level=Level.HINT,
    its_type="mistranslation",
    requires=Needs(source=True, pair="modality.tsv", one_way=True),
    summary="What the source permits is binding here, or the reverse.",
    reason=(
        "may and shall are what drafting is about. French has many ways to say either (présent, futur, il faut, "
        "susceptible de), so only a plain doit for may, a plain peut for must or shall, and may wish to without any "
        "sign of a choice are reported."
    ),
    examples=(
        Example(source="The Chair may suspend it.", target="Le Président doit la suspendre.", flagged=("doit",)),
        Example(source="The Chair must suspend it.", target="Le Président peut la suspendre.", flagged=("peut",)),
        Example(
            source="The Chair, who must not be a member of the Committee, is appointed by the Board.",
            target="La présidence, dont le titulaire ne peut être membre du Comité, est pourvue par le Conseil.",
        ),
        Example(
            source="The Working Group may wish to note it.",
            target="Le Groupe de travail souhaitera en prendre note.",
            flagged=("Le Groupe de travail souhaitera en prendre note.",),
        ),
        Example(
            source="The Working Group may wish to note it.", target="Le Groupe souhaitera peut-être en prendre note."
        ),
        Example(
            source="States agreed on objectives that they may wish to pursue.",
            target="Les États se sont entendus sur les objectifs qu’ils cherchent à atteindre.",
        ),
        Example(
            source="The authorities must involve the largest possible number of women.",
            target="Les autorités doivent associer le plus grand nombre possible de femmes.",
        ),
        Example(
            source="The Chair should suspend it on 9 May 2014.", target="Le Président doit la suspendre le 9 mai 2014."
        ),
        Example(
            source="A meeting of experts was convened from 8 to 9 May 2014.",
            target="Une réunion d’experts s’est tenue les 8 et 9 mai 2014.",
        ),
        Example(source="The Chair should suspend it.", target="Le Président doit la suspendre."),
        Example(
            source="If that level is reached, the Commission shall take action.",
            target="Si ce niveau est atteint, la Commission peut prendre des mesures.",
            flagged=("peut",),
        ),
        Example(
            source="Mines retained for training must not exceed the minimum.",
            target="Les mines conservées pour la formation ne devraient pas dépasser le minimum.",
            flagged=("devraient",),
        ),
        Example(
            source="No item shall be withdrawn against the will of a delegation.",
            target="Aucun point ne peut être retiré contre la volonté d’une délégation.",
        ),
        Example(source="The Chair may not suspend it, and must not.", target="Le Président ne doit pas la suspendre."),
    ),
    look=hints_where_free(look),
)
