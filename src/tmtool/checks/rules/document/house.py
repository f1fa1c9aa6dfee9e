"""Has a document the words of another body for an organ, an office or a kind of document of its own?

The same English has another French in each house: the Executive Board is a Conseil d'administration in Rome and a
Conseil exécutif in Geneva. Whose document it is, its first lines say; who writes what is in ``house_terms.tsv``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages.expression_matches import when_needed
from tmtool.languages.needed_letters import sieve
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.sieve import Sieve
from tmtool.model import Level, Span
from tmtool.model.wording import say

_TABLE = "house_terms.tsv"
_FIRST = 8
"""Segments at the beginning of a document that say whose it is."""


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each place of a close translation where another body's word stands for what the source names."""
    known = draft.language_pair
    if known is None or not draft.is_close:
        return
    first = "\n".join(pair.source or "" for pair in draft.pairs[:_FIRST])
    tables = [
        _table(known, signs)
        for signs in _signs(known).let_through(first.casefold())
        if when_needed(signs).search(first)
    ]
    for pair in draft.pairs:
        folded, told = (pair.source or "").casefold(), set[Span | None]()
        for row in (row for table in tables for row in table.let_through(folded)):
            for flag in _flags(row, pair):
                if flag.target_span not in told:  # a document may be of several bodies
                    told.add(flag.target_span)
                    yield pair, flag


@dataclass(frozen=True, slots=True)
class _Row:
    """A `_Row` says what a body writes for what a source names, and what it does not write: words, and the regular
    expressions of the others."""

    body: str
    source: str
    right: tuple[str, ...]
    wrong: str


def _flags(row: _Row, pair: Pair) -> Iterator[Flag]:
    mentions = list(when_needed(row.source).finditer(pair.source or ""))
    target = pair.target.replace("’", "'")
    kept = _said(row.right, target.lower()) if mentions else 0
    if kept >= len(mentions):
        return
    there = mentions[kept]
    for here in when_needed(row.wrong, re.IGNORECASE).finditer(target):
        yield Flag(
            say(
                "{body} writes “{right}” for “{there}”, not “{here}”.",
                body=row.body,
                right=row.right[0],
                there=there[0],
                here=here[0],
            ),
            target_span=Span(*here.span()),
            source_span=Span(*there.span()),
        )


def _said(right: Sequence[str], text: str) -> int:
    """Counts the words of a text in small letters that begin or hold what a body writes."""
    places = {found.start() for one in right for found in re.finditer(re.escape(one.lower()), text)}
    return len({text.rfind(" ", 0, place) for place in places})


@cache
def _signs(known: LanguagePair) -> Sieve[str]:
    """Returns the expressions of what the documents of bodies begin with."""
    return sieve((signs, signs) for signs in _rows(known))


@cache
def _table(known: LanguagePair, signs: str) -> Sieve[_Row]:
    """Returns the rows of the bodies whose documents begin with such signs."""
    return sieve((row.source, row) for row in _rows(known)[signs])


@cache
def _rows(known: LanguagePair) -> Mapping[str, Sequence[_Row]]:
    """Maps the expression of what the documents of a body begin with to its rows."""
    found: dict[str, list[_Row]] = defaultdict(list)
    for body, signs, source, right, wrong in known.rows(_TABLE):
        found[signs].append(_Row(body, source, tuple(right.split("|")), rf"(?<!\w)(?:{wrong})(?!\w)"))
    return found


CHECK = DocumentCheck(
    name="document-house",
    level=Level.WARNING,
    its_type="terminology",
    requires=Needs(source=True, document=True, pair=_TABLE, one_way=True),
    yields_to=("term-body", "term-deprecated", "term-variant"),
    summary="A document has the word of another body for an organ or a document of its own.",
    reason=(
        "Each body has its own words: the Executive Board is the Conseil d’administration of WFP and the Conseil "
        "exécutif of WHO; the External Auditor is the Commissaire aux comptes of FAO and the Vérificateur extérieur "
        "of ITU. Whose document it is, its first lines say, by a name or a symbol. Reported is, in an agenda, what "
        "another body writes, where the segment has what this one does less often than its source names the thing."
    ),
    examples=(
        Example(
            source="Harvest Forum\nForms must be uploaded by 3 May.\nIt was 3 tonnes below the record of 2029.\n"
            "Most of it comes from smallholders.",
            target="Forum des récoltes\nLes formulaires doivent être téléchargés avant le 3 mai.\nLa récolte a été "
            "inférieure de 3 tonnes à l’enregistrement de 2029.\nElle provient surtout de petits actionnaires.",
            flagged=("téléchargés", "enregistrement", "petits actionnaires"),
            is_close=True,
        ),
        Example(
            source="Harvest Forum\nForms must be uploaded by 3 May.\nIt was 3 tonnes below the record of 2029.\n"
            "Most of it comes from smallholders.",
            target="Forum des récoltes\nLes formulaires doivent être téléversés avant le 3 mai.\nLa récolte a été "
            "inférieure de 3 tonnes au record de 2029.\nElle provient surtout de petits exploitants.",
            is_close=True,
        ),
        Example(
            source="World Food Programme\nExecutive Board",
            target="Programme alimentaire mondial\nConseil exécutif",
            flagged=("Conseil exécutif",),
            is_close=True,
        ),
        Example(
            source="World Food Programme\nExecutive Board",
            target="Programme alimentaire mondial\nConseil d’administration",
            is_close=True,
        ),
        Example(
            source="International Labour Office\nFive receivable representations.\nThe safety of food matters.",
            target="Bureau international du Travail\nCinq représentations recevables.\nLa sécurité alimentaire compte.",
            flagged=("représentations", "sécurité alimentaire"),
            is_close=True,
        ),
        Example(
            source="Eighty-first World Health Assembly\nReport of the Executive Board",
            target="Quatre-vingt-unième Assemblée mondiale de la Santé\nRapport du Conseil exécutif",
            is_close=True,
        ),
        Example(
            source="Regional Office\nTwo sheltered workshops closed.",
            target="Bureau régional\nDeux ateliers abrités ont fermé.",
            flagged=("ateliers abrités",),
            is_close=True,
        ),
        Example(
            source="Regional Office\nTwo sheltered workshops closed.",
            target="Bureau régional\nDeux ateliers protégés ont fermé.",
            is_close=True,
        ),
        Example(
            source="Regional Office\nThe inland vessel ran aground.",
            target="Bureau régional\nLe navire de navigation intérieure s’est échoué.",
            flagged=("navire de navigation",),
            is_close=True,
        ),
        Example(
            source="Regional Office\nOne inland vessel ran aground, the other inland vessel did not.",
            target="Bureau régional\nUn bateau s’est échoué, l’autre navire de navigation intérieure non.",
            flagged=("navire de navigation",),
            is_close=True,
        ),
        Example(
            source="Regional Office\nThe inland vessel ran aground.",
            target="Bureau régional\nLe bateau de navigation intérieure s’est échoué.",
            is_close=True,
        ),
        Example(
            source="Regional Office\nThe lessor repairs the roof.",
            target="Bureau régional\nLe locataire répare le toit.",
            flagged=("locataire",),
            is_close=True,
        ),
        Example(
            source="Regional Office\nThe lessor repairs the roof of the lessee.",
            target="Bureau régional\nLe bailleur répare le toit du locataire.",
            is_close=True,
        ),
        Example(
            source="TIR Convention\nThe guarantee covers each voucher.",
            target="Convention TIR\nLa garantie couvre chaque coupon.",
            flagged=("coupon",),
            is_close=True,
        ),
        Example(
            source="Regional Office\nThe guarantee covers each voucher.",
            target="Bureau régional\nLa garantie couvre chaque coupon.",
            is_close=True,
        ),
        Example(
            source="Arms Trade Treaty\nThe guide explains what an overriding risk is.",
            target="Traité sur le commerce des armes\nLe guide explique ce qu’est un risque dominant.",
            flagged=("risque dominant",),
            is_close=True,
        ),
        Example(
            source="Transport of Dangerous Goods\nThe boxes passed the stacking test and failed the drop test.",
            target="Transport des marchandises dangereuses\nLes caisses ont réussi l’épreuve d’empilage, mais non "
            "celle de chute.",
            flagged=("épreuve d’empilage",),
            is_close=True,
        ),
        Example(
            source="World Food Programme\nThe draft is shown to the Ethics Office before it reaches the Board.",
            target="Programme alimentaire mondial\nLe projet est montré au Bureau de la déontologie avant que le "
            "Bureau n’en soit saisi.",
            flagged=("le Bureau",),
            is_close=True,
        ),
        Example(
            source="World Food Programme\nThe draft is shown to the Ethics Office before it reaches the Board.",
            target="Programme alimentaire mondial\nLe projet est montré au Bureau de la déontologie avant que le "
            "Conseil n’en soit saisi.",
            is_close=True,
        ),
        Example(
            source="Codex Alimentarius\nA code of practice for bakers",
            target="Codex Alimentarius\nUn code de bonne conduite pour les boulangers",
            flagged=("code de bonne conduite",),
            is_close=True,
        ),
        Example(
            source="Codex Alimentarius\nA code of practice for bakers",
            target="Codex Alimentarius\nUn code d’usages pour les boulangers",
            is_close=True,
        ),
        Example(
            source="UNESCO\nRules of Procedure for Choirs",
            target="UNESCO\nRègles de procédure pour les chœurs",
            is_close=True,
        ),
        Example(
            source="UNESCO\nRules of Procedure of the Choir",
            target="UNESCO\nRègles de procédure du chœur",
            flagged=("Règles de procédure",),
            is_close=True,
        ),
        Example(
            source="International Maritime Organization\nWeather routeing saves time.",
            target="Organisation maritime internationale\nLe routage météorologique fait gagner du temps.",
            is_close=True,
        ),
        Example(
            source="International Maritime Organization\nRouteing saves time.",
            target="Organisation maritime internationale\nLe routage fait gagner du temps.",
            flagged=("routage",),
            is_close=True,
        ),
        Example(
            source="Commission on Narcotic Drugs\nDrug traffickers fled.",
            target="Commission des stupéfiants\nDes vendeurs de drogues ont fui.",
            flagged=("vendeurs de drogues",),
            is_close=True,
        ),
        Example(
            source="Commission on Narcotic Drugs\nDrug traffickers fled.",
            target="Commission des stupéfiants\nDes trafiquants de drogues ont fui.",
            is_close=True,
        ),
    ),
    look=look,
)
