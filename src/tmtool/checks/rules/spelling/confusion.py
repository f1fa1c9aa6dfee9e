"""Is a word written for another that looks or sounds alike: une tache, voir même, au court de, d’avantage?

The places are in ``confusion.tsv`` of the language, what the words around make impossible, and of the pair, what the
source does. What grammar must decide (a and à, ou and où) is in ``languages/fr/grammar/forms/homophones.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import regex  # type: ignore[import-untyped]

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.term.wrong_forms import Row, known_source
from tmtool.languages.fr import LANGUAGE
from tmtool.languages.fr.grammar.words.reading import reading
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Level
from tmtool.model.span_index import Covered
from tmtool.model.wording import say

_TABLE = "confusion.tsv"


@cache
def _table(pair: LanguagePair | None) -> Mapping[str, tuple[Row, ...]]:
    """Returns the rows by the word that must be in the text."""
    found: dict[str, tuple[Row, ...]] = {}
    with_source = pair.rows(_TABLE) if pair else []
    for word, *columns in (*LANGUAGE.rows(_TABLE), *with_source):
        found[word] = (*found.get(word, ()), Row.of(*columns, flags=regex.IGNORECASE))
    return found


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a word is put for another that looks or sounds alike."""
    text, source = pair.target, known_source(pair, draft) or None
    covered = Covered(len(text))
    table = _table(draft.language_pair)
    for word in sorted({word.lower for word in reading(text)} & table.keys()):
        for row in table[word]:
            if not row.is_wrong_with(source):
                continue
            for span, match in row.found_in(text):
                if covered.overlaps(span):
                    continue
                covered.cover(span)
                right = match.expand(row.right).strip()
                right = right[0].upper() + right[1:] if span.of(text)[0].isupper() else right
                yield Flag(
                    say("“{here}” is written for “{right}”.", here=span.of(text).strip(), right=right),
                    target_span=span,
                    suggestion=right,
                )


CHECK = SegmentCheck(
    name="spelling-confusion",
    level=Level.WARNING,
    its_type="misspelling",
    requires=Needs(into="fr"),
    yields_to=("spelling-homophone", "grammar-determiner"),
    summary="A word is put for another that looks or sounds alike.",
    reason=(
        "Both are words, so that a spelling checker sees nothing: « tache » for « tâche », « en temps que ». "
        "Reported is what the neighbours make impossible, or what the source shows (session, cession)."
    ),
    examples=(
        Example(target="Il faut d’avantage de temps.", source="More time is needed.", flagged=("d’avantage",)),
        Example(target="La taches du Groupe, voir même celle du Comité", source="The task", flagged=("taches", "voir")),
        Example(target="Les États partis, en temps que membres", flagged=("partis", "temps")),
        Example(target="Quelque soit la date, au court de la séance", flagged=("Quelque soit", "court")),
        Example(
            target="La dixième cession règle les différents.",
            source="The tenth session settles disputes.",
            flagged=("cession", "différents"),
        ),
        Example(target="Un appel d’offre, d’or et déjà prés de cent", flagged=("offre", "d’or et déjà", "prés")),
        Example(target="Voir aussi la cession de biens, les différents États, davantage et une partie de la tâche"),
        Example(target="Il n’y a pas d’avantage à être prêt, à côté de la côte d’un pays ; les partis politiques"),
        Example(source="The cession of property in dispute", target="La cession de biens, objet du différend"),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
