"""What does Grammalecte find that is seldom wrong?

Only the families of its rules that ``languages/fr/grammalecte.tsv`` names are heard: those that found errors planted in
published text and hardly ever spoke on it as published (benchmarks/grammalecte.py counts both).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages.fr import LANGUAGE
from tmtool.languages.fr.lexicon import is_known
from tmtool.model import Level, Remark, Span
from tmtool.model.wording import say

_WORD = re.compile(r"[^\W\d_]+")
_BRACKETED = re.compile(r"[()\[\]«»“”\"]")
"""The text also has list labels, titles and words of other languages, which it reads as words of the sentence."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where Grammalecte finds a fault of grammar."""
    last = None
    for remark in sorted((draft.remarks or {}).get(pair.target, ()), key=lambda remark: remark.span.start):
        if remark.rule not in heard() or not is_plain(pair.target, remark.span):
            continue
        # Of two words that do not agree it reports each.
        if last is None or remark.rule != last.rule or remark.span.start > last.span.end + 1:
            yield Flag(
                say("Grammalecte: {remark}", remark=remark.message),
                target_span=remark.span,
                suggestion=next(iter(remark.suggestions), None),
            )
        last = remark


def is_plain(text: str, span: Span) -> bool:
    """Tells whether Grammalecte can know the words of `span` and those next to them: they are French, and no names."""
    if _BRACKETED.search(text[max(0, span.start - 2) : span.end + 2]):
        return False
    words = list(_WORD.finditer(text))
    touched = [place for place, word in enumerate(words) if span.overlaps(Span(*word.span()))]
    near = range(max(0, touched[0] - 1), min(len(words), touched[-1] + 2)) if touched else ()
    return all((words[place].group().islower() or place == 0) and is_known(words[place].group()) for place in near)


@cache
def heard() -> frozenset[str]:
    """Returns the families of rules that are heard."""
    return frozenset(row[0] for row in LANGUAGE.rows("grammalecte.tsv"))


CHECK = SegmentCheck(
    name="grammar-grammalecte",
    level=Level.WARNING,
    its_type="grammar",
    requires=Needs(into="fr", remarks=True),
    yields_to=(
        "duplication-word",
        "grammar-adjective",
        "grammar-contraction",
        "grammar-determiner",
        "grammar-elision",
        "grammar-infinitive",
        "grammar-participle",
        "grammar-verb",
        "language-foreign-word",
        "spelling-homophone",
        "spelling-word",
        "typography-apostrophe",
        "typography-form",
    ),
    summary="Grammalecte, if the project asks for it, finds a fault of grammar.",
    reason=(
        "Grammalecte knows conjugation and agreement over longer ways than the checks here. On the text of the United "
        "Nations most of its rules speak too often; those that are right more often than not are listened to, unless a "
        "name, an abbreviation or a word of another language is there. It is a program of its own: install its "
        "command grammalecte-cli and say grammalecte = true in the table [check] of tmtool.toml."
    ),
    examples=(
        Example(
            target="La Commission a examiné la principe de la coopération internationale.",
            flagged=("la",),
            remarks=(
                Remark(
                    Span(24, 26), "gn_la_1m", "Accord de genre erroné\xa0: «\xa0principe\xa0» est masculin.", ("le",)
                ),
            ),
        ),
        Example(
            target="Les recommandations ont été adopté à la cinquième séance.",
            flagged=("adopté",),
            remarks=(
                Remark(
                    Span(28, 34),
                    "ppas_sujet_être_accord_pluriel",
                    "Accord erroné\xa0: “recommandations” et “adopté” ne sont pas accordés. Mettez au féminin pluriel.",
                    ("adoptées",),
                ),
            ),
        ),
        Example(
            target="Les pays à économie en transition intéressés ont fait rapport.",
            remarks=(
                Remark(
                    Span(34, 44), "gn_pfx_en_2m", "Accord de genre erroné avec «\xa0transition\xa0».", ("intéressées",)
                ),
                Remark(
                    Span(23, 33), "gn_pfx_en_2m", "Accord de nombre erroné avec «\xa0intéressés\xa0».", ("transitions",)
                ),
            ),
        ),
    ),
    look=look,
)
