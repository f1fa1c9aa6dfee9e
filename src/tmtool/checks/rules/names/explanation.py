"""Is an abbreviation no longer explained that the source explains: l'ONUDC for the United Nations Office … (UNODC)?

An explanation is a name with its abbreviation in brackets, of whose words the letters are the first ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.model import Level, Span
from tmtool.model.wording import say

_TABLE = "abbreviations.tsv"
_BRACKETED = re.compile(r"\((?:[^()\s]{1,3} )?[“\"«]?\s?(?P<short>(?:[A-Z]{2,} )?[^\W\d_][\w-]*)\s?[”\"»]?\)")
"""A single word in brackets, perhaps with an article."""
_SHORT = re.compile(r"(?<![\w/-])(?:[A-Z]{2,}[ -][A-Z]\w+|[^\W\d_a-zà-ÿ][\w]*[A-Z]|[A-Z]{2,}s?)(?![\w/-])")
"""What has two capitals, the first of them in front."""
_DOTTED = re.compile(r"\((?P<letters>(?:[A-Z]\.){2,})\)")
"""An abbreviation with points in brackets: (B.C.N.)."""
_OWN = 3
"""Letters of an abbreviation that are hardly those of words by chance."""
_REACH = 160
"""Characters before the bracket in which the name is."""


@dataclass(frozen=True, slots=True)
class _Explained:
    """An `_Explained` is an abbreviation in brackets with the place of the brackets."""

    short: str
    span: Span


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each abbreviation that the source explains and the translation does not."""
    source, target = pair.source or "", pair.target
    # Without any letter that has a capital, as in most texts in Arabic and Chinese, there is no abbreviation.
    if "(" not in source or target.lower() == target.upper():
        return
    explained = [one for one in _in_brackets(source) if _explains(one, source, draft)]
    kept = {found["short"] for found in _BRACKETED.finditer(target) if found["short"][0].isupper()}
    kept |= {found.group() for found in _SHORT.finditer(target) if target[found.end() :].startswith(" (")}
    kept |= {found["letters"].replace(".", "") for found in _DOTTED.finditer(target)}
    inside = " ".join(re.findall(r"\(([^()]*)\)", target))
    kept |= {found.group() for found in _SHORT.finditer(inside)}
    if len(kept) >= len(explained):
        return
    for one in explained:
        forms = _forms(one.short, draft)
        if forms & kept:
            continue
        used = next((found for found in _SHORT.finditer(target) if _is_used(found.group(), forms, source)), None)
        written = frozenset({used.group()}) if used else forms | _of_its_own(pair, draft)
        yield Flag(
            say("The source explains “{short}”, the translation does not.", short=one.short),
            target_span=Span(*used.span()) if used else None,
            source_span=one.span,
            level=_level(pair, draft, written, used=used is not None),
        )


def _level(pair: Pair, draft: Draft, written: frozenset[str], *, used: bool) -> Level | None:
    """Returns info for what another segment explains, and a hint for what is used nowhere but in symbols, where good
    translators drop the brackets; published French drops them in other documents than agendas, too."""
    if draft.agenda is None:
        return Level.HINT
    others = [other.target for other in draft.pairs if other is not pair]
    if any(f"({short})" in text for short in written for text in others):
        return Level.INFO
    used = used or any(_is_alone(short, text) for short in written for text in others)
    return None if used else Level.HINT


def _of_its_own(pair: Pair, draft: Draft) -> frozenset[str]:
    """Returns the abbreviations that other segments of the translation have, no source has, and that are the first
    letters of words here: CIB, where le Comité international de bioéthique is named."""
    assert draft.target is not None
    words = [draft.target.fold(word) for word in draft.target.words_written(pair.target)]
    letters = "".join(word[0] for word in words if word not in draft.target.function_words)
    sources = " ".join(other.source or "" for other in draft.pairs)
    return frozenset(
        found.group()
        for other in draft.pairs
        for found in _SHORT.finditer(other.target)
        if len(found.group()) >= _OWN and draft.target.fold(found.group()) in letters and found.group() not in sources
    )


def _is_alone(short: str, text: str) -> bool:
    """Tells whether a text has an abbreviation that is no part of a symbol: COFI, not COFI:AQ/XV/2029/5."""
    return short in text and any(
        found.group() == short and not text.startswith(":", found.end()) for found in _SHORT.finditer(text)
    )


def _in_brackets(text: str) -> Iterator[_Explained]:
    for found in _BRACKETED.finditer(text):
        if _SHORT.fullmatch(found["short"]):
            yield _Explained(found["short"], Span(*found.span()))


def _explains(one: _Explained, text: str, draft: Draft) -> bool:
    """Tells whether a name comes before the brackets: words that begin with the letters of the abbreviation, or of one
    that is known several with capitals."""
    assert draft.source is not None
    name = text[max(0, one.span.start - _REACH) : one.span.start]
    words = draft.source.words_written(name)
    folded = [draft.source.fold(word) for word in words]
    letters = "".join(character.lower() for character in one.short.removesuffix("s") if character.isupper())
    contents = [word for word in folded if word not in draft.source.function_words]
    if any("".join(word[0] for word in of_name).endswith(letters) for of_name in (contents, folded)):
        return True
    run: list[str] = []
    for written, word in zip(reversed(words), reversed(folded), strict=True):
        if word not in draft.source.function_words:
            if not written[0].isupper():
                break
            run.append(word)
    return len(run) > 1 and (len(_forms(one.short, draft)) > 1 or letters[0] in {word[0] for word in run})


def _forms(short: str, draft: Draft) -> frozenset[str]:
    """Returns the abbreviation in the languages of both sides."""
    rows = draft.language_pair.rows(_TABLE) if draft.language_pair else []
    return frozenset((short, *(second for first, second, *_ in rows if first == short)))


def _is_used(word: str, forms: frozenset[str], source: str) -> bool:
    """Tells whether a word of the translation is the abbreviation, or one that only the translation has."""
    return word in forms or word not in source


CHECK = SegmentCheck(
    name="names-explanation",
    level=Level.WARNING,
    its_type="omission",
    requires=Needs(source=True, words=Sides.BOTH),
    yields_to=("completeness-omission", "completeness-length", "language-other-segment", "language-untranslated"),
    summary="An abbreviation that the source explains is not explained.",
    reason=(
        "A name is followed by its abbreviation in brackets where it is named first, so that the reader knows it from "
        "there on. Where an agenda has the abbreviation alone, or uses it elsewhere without ever explaining it, that "
        "is a warning; where it explains it elsewhere, an info. Where it does not use it, and in other published "
        "translations, it is often dropped: there it is a hint."
    ),
    examples=(
        Example(
            source="The National Seed Bureau (NSB) has replied.",
            target="Le Bureau national des semences (B.N.S.) a répondu.",
        ),
        Example(source="The Financial Action Task Force (FATF) met.", target="Le GAFI s’est réuni.", flagged=("GAFI",)),
        Example(
            source="The Financial Action Task Force (FATF) met.",
            target="Le Groupe d’action financière s’est réuni.",
            flagged=("",),
        ),
        Example(
            source="The Financial Action Task Force (FATF) met.",
            target="Le Groupe d’action financière (GAFI) s’est réuni.",
        ),
        Example(source="The Act (UK) applies.", target="La loi s’applique."),
        Example(
            source="The Financial Action Task Force (FATF) met.",
            target="金融行动特别工作组举行了会议。",
            target_language="zh",
        ),
        Example(
            source="The Financial Action Task Force (FATF) met.",
            target="FATF举行了会议。",
            target_language="zh",
            flagged=("",),
        ),
    ),
    look=look,
)
