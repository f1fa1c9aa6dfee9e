"""Is the verb in the mood that a conjunction or another verb wants: afin que … puisse, si … était, il importe que …
soit?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.witnesses.form_odds import GRADES, form_odds
from tmtool.languages.fr.grammar.forms.clause_verbs import SUBJUNCTIVE, tenses
from tmtool.languages.fr.grammar.forms.either_mood import CUES_OF_FACTS, IN_CONDITIONAL
from tmtool.languages.fr.grammar.forms.moods import wrong_moods
from tmtool.languages.fr.grammar.forms.moods_after_si import clauses_with_si
from tmtool.languages.fr.grammar.forms.wrong_mood import EVEN_IF, EVEN_THOUGH, IN_CASE, SI
from tmtool.languages.fr.grammar.words.reading import Word, reading, without_brackets
from tmtool.model import Level
from tmtool.model.wording import say

_CONDITIONAL = frozenset("C")
_CONTRASTED = frozenset({"F", "C"})
_HEAD = 3
"""Words at the head of a text, with those of a label."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a verb is in the indicative where the subjunctive must be, or in the conditional
    or future after si."""
    words, outside = reading(pair.target), without_brackets(pair.target)
    found = [*wrong_moods(words), *(wrong_moods(outside) if outside != words else ())]
    by_place = {one.verb.span: one for one in reversed(found)}
    for _, wrong in sorted(by_place.items()):
        verb = wrong.verb
        if wrong.may_ask and not _is_sure_condition(pair, draft):
            continue
        if not tenses(verb) <= SUBJUNCTIVE and (
            (wrong.after == SI and _is_no_condition(pair, draft, verb))
            or (wrong.after == EVEN_IF and not _supposes(pair, draft))
        ):
            continue
        if wrong.after in IN_CONDITIONAL and tenses(verb) <= _CONDITIONAL:  # il a été suggéré qu’elle pourrait aider
            continue
        if not wrong.indicative and _tells_what_is(wrong.after, pair, draft):
            continue
        message = (
            say("After “si” comes the present or the past, not “{verb}”.", verb=verb.text)
            if wrong.after in (SI, EVEN_IF)
            else say("“{before}” wants the conditional, “{verb}” is none.", before=wrong.after, verb=verb.text)
            if wrong.conditional or wrong.after in (IN_CASE, EVEN_THOUGH)
            else say("“{before}” wants the indicative, “{verb}” is none.", before=wrong.after, verb=verb.text)
            if wrong.indicative
            else say("“{before}” wants the subjunctive, “{verb}” is none.", before=wrong.after, verb=verb.text)
        )
        yield Flag(message, target_span=verb.span)


def _is_no_condition(pair: Pair, draft: Draft, verb: Word) -> bool:
    """Tells whether the source shows that si asks, grants or contrasts, after which a verb has any tense."""
    may_ask = _asks(pair, draft) or _asks_each_time(pair, draft)
    if (may_ask and not _is_sure_condition(pair, draft)) or _grants(pair, draft, verb):
        return True
    return tenses(verb) <= _CONTRASTED and _contrasts(pair, draft, verb)


def _is_sure_condition(pair: Pair, draft: Draft) -> bool:
    """Tells whether the source has a condition and asks nothing, so that si does not ask either, whatever comes before
    it."""
    return draft.source is not None and draft.source.pattern("sure-condition").search(pair.source or "") is not None


def _contrasts(pair: Pair, draft: Draft, verb: Word) -> bool:
    """Tells whether si opens a sentence or a clause of two that are contrasted, where nothing in the source is a
    condition: Si la salle pourra servir en mai, le port restera fermé for the hall may be used in May, but the port
    will remain closed."""
    if draft.source is None or not pair.source or draft.source.pattern("no-condition").search(pair.source) is None:
        return False
    words = reading(pair.target)
    at = next(place for place, word in enumerate(words) if word.span == verb.span)
    si = next((place for place in range(at - 1, -1, -1) if words[place].lower in (SI, "s'")), -1)
    opens = si == 0 or (si > 0 and words[si].opens_clause)
    rest = takewhile(lambda word: not word.opens_clause, words[at + 1 :])
    return opens and any("," in word.mark for word in rest)


def _tells_what_is(after: str, pair: Pair, draft: Draft) -> bool:
    """Tells whether the source shows that a verb of either mood says here what is so: il convient que, where somebody
    concedes it, tient à ce que, where that is the cause."""
    cue = CUES_OF_FACTS.get(after)
    return cue is not None and draft.source is not None and bool(draft.source.pattern(cue).search(pair.source or ""))


def _supposes(pair: Pair, draft: Draft) -> bool:
    """Tells whether the source supposes a thing, where même si could be an although with any tense."""
    return draft.source is not None and draft.source.pattern("even-if").search(pair.source or "") is not None


def _grants(pair: Pair, draft: Draft, verb: Word) -> bool:
    """Tells whether si may be the although of the source, after which a conditional may come: Si certains auraient
    préféré attendre, nul ne s'est opposé."""
    if draft.source is None or not tenses(verb) <= _CONDITIONAL:
        return False
    return draft.source.pattern("although").search(pair.source or "") is not None


def _asks(pair: Pair, draft: Draft) -> bool:
    """Tells whether a text is a question with si, of a list of what is to be examined: it begins as one in the
    source, and here with si, behind a label or without."""
    if not any(word.lower in (SI, "s'") for word in reading(pair.target)[:_HEAD]):
        return False
    return draft.source is not None and draft.source.pattern("asking-start").match(pair.source or "") is not None


def _asks_each_time(pair: Pair, draft: Draft) -> bool:
    """Tells whether the source asks as often as si comes: whether to vote."""
    if draft.source is None:
        return False
    asked = len(draft.source.pattern("indirect-question").findall(pair.source or ""))
    return asked > 0 and asked >= clauses_with_si(reading(pair.target))


CHECK = SegmentCheck(
    name="grammar-mood",
    level=Level.WARNING,
    grades=GRADES,
    weigh=form_odds,
    its_type="grammar",
    requires=Needs(into="fr"),
    yields_to=("grammar-verb", "spelling-homophone"),
    summary="A verb is in the indicative where the subjunctive must be, or in the conditional or future after si.",
    reason=(
        "afin que, bien que, avant que, il importe que, demander que and the like take the subjunctive, après que, "
        "étant donné que and constater que the indicative; after si that sets a condition comes the present or the "
        "past. Reported are forms that cannot be right; conjunctions that take either mood (de sorte que) and si that "
        "asks (savoir si) are left alone."
    ),
    examples=(
        Example(
            target="La Présidente propose que le point 8 est examiné à huis clos, bien que l’article 5.2 est lu.",
            flagged=("est", "est"),
        ),
        Example(target="S’il serait élu, il voterait.", flagged=("serait",)),
        Example(target="Le Bureau propose que le point 8 soit examiné, bien que la règle 5.2 ait été lue."),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
