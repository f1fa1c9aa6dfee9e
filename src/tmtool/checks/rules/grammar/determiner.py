"""Do determiner and noun agree in gender and number: la document, les directive? The lexicon tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.language.same_text import quoted_spans
from tmtool.checks.evidence.meaning.exchange import exchanged
from tmtool.checks.evidence.witnesses.form_odds import GRADES, form_odds
from tmtool.checks.evidence.words.linked import said_beside
from tmtool.languages.fr import LANGUAGE
from tmtool.languages.fr.grammar.contexts.beside import READS
from tmtool.languages.fr.grammar.nouns import number_words, shared_ordinals
from tmtool.languages.fr.grammar.nouns.figure_groups import disagreeing
from tmtool.languages.fr.grammar.nouns.noun_groups import groups
from tmtool.languages.fr.grammar.nouns.owners import Possessives, exchanged_owners
from tmtool.languages.fr.grammar.words.reading import reading
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Level, Span
from tmtool.model.wording import say


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a determiner and the noun after it differ in gender or number."""
    text = pair.target
    words = reading(text)
    quoted = quoted_spans(text, pair.source or "", LANGUAGE)
    # Where the source has nothing that le, la, les may stand for before a verb, they are articles.
    objects = _objects(draft.language_pair) if draft.language_pair and pair.source else None
    no_objects = objects is not None and not objects.search(pair.source or "")
    known: set[Span] = set()
    for group in groups(words, no_objects=no_objects):
        span = Span(group.first.span.start, group.second.span.end)
        if group.agrees or text[span.end : span.end + 1] == "(" or quoted.overlaps(group.second.span):
            continue
        of_gender = {one[1] for one in group.wanted} & {one[1] for one in group.possible}
        known.add(group.second.span)
        yield _flag(text, span, of_gender=bool(of_gender))
    for number, noun in number_words.disagreeing(words):
        yield _flag(text, Span(number.span.start, noun.span.end), of_gender=number.lower.endswith("un"))
    for number, noun in number_words.counting_one(words):
        if noun.span not in known:
            yield _flag(text, Span(number.span.start, noun.span.end), of_gender=False)
    for ordinal, noun in shared_ordinals.disagreeing(words):
        yield _flag(text, Span(ordinal.span.start, noun.span.end), of_gender=False)
    for span in disagreeing(words):
        yield _flag(text, span, of_gender=False)
    possessives = _possessives(draft.language_pair) if draft.is_close and draft.language_pair else None
    if possessives is not None:
        for here, there in exchanged_owners(words, *said_beside(pair, draft, READS), possessives):
            yield exchanged(here, text, there, pair.source or "")


def _flag(text: str, span: Span, *, of_gender: bool) -> Flag:
    here = span.of(text)
    message = (
        say("“{here}” does not agree in gender.", here=here)
        if of_gender
        else say("“{here}” does not agree in number.", here=here)
    )
    return Flag(message, target_span=span)


@cache
def _objects(pair: LanguagePair) -> re.Pattern[str] | None:
    """Returns the pattern of what le, la, les before a verb may mean in the source, None where the pair has none."""
    words = [word for (word,) in pair.rows("objects.txt")]
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE) if words else None


@cache
def _possessives(pair: LanguagePair) -> Possessives | None:
    """Returns the possessives of the source's language, None where the pair has no table of them."""
    numbers = {row[0]: row[1] for row in pair.rows("possessives.tsv")}
    return Possessives.of(numbers) if numbers else None


CHECK = SegmentCheck(
    name="grammar-determiner",
    level=Level.WARNING,
    grades=GRADES,
    weigh=form_odds,
    its_type="grammar",
    requires=Needs(into="fr"),
    yields_to=("grammar-contraction", "spelling-homophone"),
    summary="A determiner and the noun after it differ in gender or number.",
    reason=(
        "A slip that stays when a noun is exchanged for another. Reported only where no reading of the "
        "two words agrees; "
        "le, la, les and leur before what may be a verb are left alone, and so are names and words of the source."
    ),
    examples=(
        Example(target="Une rapport de deux page", flagged=("Une rapport", "deux page")),
        Example(
            source="Policies and programmes were adopted.",
            target="Des politiques et les programme ont été adoptés.",
            flagged=("les programme",),
        ),
        Example(
            source="He reads them.", target="Il les lit et les programme. Il participe à 3 missions et à 15 heures."
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
