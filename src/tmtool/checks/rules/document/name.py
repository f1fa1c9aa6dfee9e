"""Has a body, an office or another name the same words and capitals throughout the document?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.completeness.of_either import is_of_either
from tmtool.checks.evidence.document.names import Named, named, opens
from tmtool.checks.evidence.document.other_names import other_names
from tmtool.checks.evidence.document.phrases import (
    Phrase,
    difference,
    has_forms_of,
    is_shorter,
    is_understood,
    nearest,
    occurrences,
    phrase,
    runs,
)
from tmtool.checks.evidence.document.wording import wording
from tmtool.languages.language import Language
from tmtool.languages.stems import content
from tmtool.model import Level, Span
from tmtool.model.wording import say

_TWO = 2
_LEAST = 3
"""Names of fewer words are known again only by all of them."""
_OPENING = (";", "(")
"""Marks after which a name in a list has no article."""
_LABEL = re.compile(r"(?<![^\W\d])\(?(?:[a-z]|[ivx]{2,4})\)")
"""The letter of a part of an item, which is a number like its figure: 7.a), 3 (b)."""


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each place of a document where a name has other words or capitals than in most places."""
    assert draft.target is not None
    told = set()
    for one in named(draft):
        for pair in one.pairs:
            flag = _flag(one, pair, draft.target) or _replaced(one, pair, draft)
            if flag is None or flag.target_span is None or (pair.number, flag.target_span) in told:
                continue
            if not is_of_either(flag.target_span, pair, draft):
                told.add((pair.number, flag.target_span))
                yield pair, flag
    for pair, alone, other in other_names(draft):
        if (pair.number, other.span) not in told:
            message = say(
                "“{here}” here, but “{there}” elsewhere for “{name}”.",
                here=other.written,
                there=alone.target.text,
                name=alone.source.text,
            )
            yield pair, Flag(message, target_span=other.span)


def _flag(one: Named, pair: Pair, language: Language) -> Flag | None:
    text = phrase(pair.target, language.tag)
    found = list(occurrences(one.model, text))
    if any(place.surfaces == one.model.surfaces for place in found):
        return _joined_otherwise(one, found, language) if len(one.model.words) > 1 else None
    if found:
        return _capital(one, found[0], language)
    if len(one.model.words) < _LEAST or has_forms_of(one.model, text):
        return None
    near = nearest(one.model, text)
    if near is None or is_understood(near, one.model, text) or is_shorter(near, one.model):
        return None
    if _introduces(near, one, pair, language):
        return None
    here, there = difference(near, one.model)
    return _otherwise(one, near, here, there.of(one.model.text))


def _introduces(near: Phrase, one: Named, pair: Pair, language: Language) -> bool:
    """Tells whether another place has both the usual name and these words, as where a name in full is followed by the
    short one: the Convention internationale sur l’harmonisation (« Convention sur l’harmonisation »)."""
    others = (phrase(other.target, language.tag) for other in one.pairs if other is not pair)
    return any(all(any(occurrences(form, other)) for form in (near, one.model)) for other in others)


def _otherwise(one: Named, here: Phrase, span: Span, suggestion: str | None = None) -> Flag:
    return Flag(
        say(
            "“{here}” here, but “{there}” elsewhere for “{name}”.",
            here=here.written,
            there=one.model.written,
            name=one.name,
        ),
        target_span=span,
        suggestion=suggestion,
    )


def _replaced(one: Named, pair: Pair, draft: Draft) -> Flag | None:
    """Returns the flag for another name in the place of one that all other segments have: a row of words with a
    capital, to which nothing else of the source answers, where no word of the usual name is."""
    known, source = draft.language_pair, pair.source or ""
    assert known is not None and known.links is not None and draft.target is not None
    if len(one.pairs) <= _TWO or len(one.model.words) < _LEAST:
        return None
    text = phrase(pair.target, draft.target.tag)
    usual = {word.stem for word in one.model.words}
    start = source.find(one.name)
    if start < 0 or any(word.stem in usual for word in text.words):
        return None
    if not all(
        any(occurrences(one.model, phrase(other.target, draft.target.tag))) for other in one.pairs if other is not pair
    ):
        return None
    words = content(source, known.source)
    own = [word for word in words if start <= word.span.start < start + len(one.name)]
    others = [word for word in words if word not in own]
    for run in runs(text, len(one.model.words) + 1):
        if len(run.words) < _TWO or not run.text[: run.span.start].strip():
            continue
        answers = [known.links.counterparts(word, own, known.target) for word in run.words]
        if answers[0] and not any(known.links.counterparts(word, others, known.target) for word in run.words):
            return _otherwise(one, run, run.span)
    return None


def _joined_otherwise(one: Named, found: Sequence[Phrase], language: Language) -> Flag | None:
    """Returns the flag for a name with other small words between the same words, if it has them wherever it is."""
    wanted = _joints(one.model, language)
    if any(_joints(place, language) == wanted for place in found):
        return None
    return Flag(
        say("“{here}” here, but “{there}” elsewhere.", here=found[0].written, there=one.model.written),
        target_span=found[0].span,
        suggestion=one.model.written,
        level=Level.INFO,
    )


def _joints(name: Phrase, language: Language) -> list[str]:
    """Returns the words of a name and those between them but for what follows a coordinator, where a language may
    repeat a preposition or leave it out, and for numbers: Point 2.1 de l’ordre du jour and Point 3, Points 7.b) et c)
    de l’ordre du jour."""
    small = language.small_words
    kept: list[str] = []
    coordinated = False
    for token in wording(_LABEL.sub(" 0 ", name.written)).tokens:
        if (token,) in small.coordinators:
            coordinated = True
        elif token[0].isdigit():
            coordinated = False
        elif not (coordinated and token in small.joints) and token[0].isalpha():
            coordinated = False
            kept.append(token)
    return kept[1:]


def _capital(one: Named, here: Phrase, language: Language) -> Flag | None:
    """Returns the flag for a name in other capitals, unless it may be no name here: a first word behind an article that
    is not the definite one, or behind another word."""
    before = here.text[: here.span.start]
    in_list = not before.strip() or before.rstrip().endswith(_OPENING)
    if here.surfaces[0] != one.model.surfaces[0] and not in_list and not _is_definite(before, language):
        return None
    if here.surfaces[1:] == one.model.surfaces[1:] and here.surfaces[0].islower() and opens(one.model):
        return None  # a title has the capital of its first word: Douzième examen triennal
    wrong = [place for place, (a, b) in enumerate(zip(here.surfaces, one.model.surfaces, strict=True)) if a != b]
    if any(here.surfaces[place].isupper() for place in wrong):
        return None
    part = here.part(wrong[0], wrong[-1] + 1)
    return Flag(
        say("“{here}” here, but “{there}” elsewhere.", here=here.written, there=one.model.written),
        target_span=part.span,
        suggestion=one.model.part(wrong[0], wrong[-1] + 1).written,
    )


def _is_definite(before: str, language: Language) -> bool:
    """Tells whether a text ends in a definite article."""
    expression = _definite(language)
    return expression is not None and expression.search(before) is not None


@cache
def _definite(language: Language) -> re.Pattern[str] | None:
    words = "|".join(re.escape(word) for word in sorted(language.word_set("definite"), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words})\s?$", re.IGNORECASE) if words else None


CHECK = DocumentCheck(
    name="document-name",
    level=Level.WARNING,
    its_type="inconsistency",
    requires=Needs(source=True, document=True, pair="word_links.tsv.xz"),
    yields_to=("document-title", "document-same-source", "names-body"),
    summary="A name has other words or capitals than in the rest of the document.",
    reason=(
        "A body has one name. What most segments write for a name of the source is compared with the others that have "
        "it in their source: those that leave a word out, add one or replace one are reported, and those with another "
        "capital. A short form or a pronoun is none of these, nor is a form with the indefinite article."
    ),
    examples=(
        Example(
            source="The President of the Assembly spoke.\nThe President of the Assembly left.\n"
            "The Assembly will elect the President of the Assembly.",
            target="La Présidente de l’Assemblée a parlé.\nLa Présidente de l’Assemblée est partie.\n"
            "L’Assemblée élira le président ou la présidente de l’Assemblée.",
        ),
        Example(
            source="It opens on Tuesday, 18 March.\nItem 1 – Tuesday, 10 a.m.\nItem 2 – Tuesday, 3 p.m.",
            target="Elle s’ouvre le mardi 18 mars.\nPoint 1 – Mardi, 10 heures\nPoint 2 – Mardi, 15 heures",
        ),
        Example(
            source="Agenda Item 1: Opening\nAgenda Item 2: Fisheries\nAgenda Item 3: Other business",
            target="Point 1 de l’ordre du jour : Ouverture\nPoint 2 de l’ordre du jour : Pêche\n"
            "Point 3 de l’ordre du jour : Questions diverses",
        ),
        Example(
            source="Agenda Item 1: Opening\nAgenda Item 3(a): Fisheries\nAgenda Item 5(b), (c) and (d)\n"
            "Agenda Items 6 and 7: Reports",
            target="Point 1 de l’ordre du jour : Ouverture\nPoint 3.a) de l’ordre du jour : Pêche\n"
            "Point 5.b), c) et d) de l’ordre du jour\nPoints 6 et 7 de l’ordre du jour : Rapports",
        ),
        Example(
            source="Working Group on Trafficking in Persons\nThe Working Group on Trafficking in Persons met.\n"
            "The Working Group on Trafficking in Persons will meet.",
            target="Groupe de travail sur la traite des personnes\n"
            "Le Groupe de travail sur la traite des personnes s’est réuni.\n"
            "Le Groupe de travail chargé de la traite des personnes se réunira.",
            flagged=("travail chargé",),
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
