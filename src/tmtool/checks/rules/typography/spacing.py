"""Do the spaces at : ; ? ! % « » and between thousands follow the document's own habit?

House practice differs and text dumps have lost the no-break spaces, so nothing is held against the book: a
sign that leaves the majority is reported where it is, and a document that writes breaking spaces
throughout is told once (docs/un-french.md, facts 1 to 3).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages.typography import THOUSANDS, Habit, Mark, Space, Typography
from tmtool.model import BlockKind, Level, Span
from tmtool.model.wording import say

_LONGEST = 64
"""Characters of the longest word next to a sign."""
_WORD_BEFORE = re.compile(r"[^\W\d_]+$")
_WORDS_AFTER = re.compile(r"[:;?!] ([^\W\d_]+(?![\w/]|-\d)(?: \w+)?)")
_HELD = (Space.NBSP, Space.NARROW)
_FEW_SIGNS, _NEARLY_ALL = 4, 0.8
"""How many signs, and what share of them, make the habit of a text that mixes two no-break spaces."""
_FOUR_FIGURES = re.compile(
    r"(?<![\w.,/-])(?<!\d[ \u00a0\u202f])([1-9])(\d{3})(?![\w/-])(?![.,]\d)(?![ \u00a0\u202f]\d{3}(?!\d))"
)
_PARTED = re.compile(r"(?<![\d.,])(\d),(\d{3})(?![\d,])")
"""A number of four figures as English parts it."""
_TYPED = ("%", THOUSANDS)
"""The signs whose no-break space is typed on purpose: a word processor puts those of the others by itself. So it says
nothing of these that the others are held."""
_OF_TWO_PARTS = (":", ";", "?", "!")
"""The signs before which a no-break space comes, with a part above the other."""
_FEW_JOINTS = 3
"""How many no-break spaces between an abbreviation and its number make a habit."""
_NAMES = {
    Space.NONE: say("no space"),
    Space.PLAIN: say("a plain space"),
    Space.NBSP: say("a no-break space"),
    Space.NARROW: say("a narrow no-break space"),
}


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each place of a document where the space at a sign differs from that of the rest of the document."""
    assert draft.habit is not None and draft.target is not None and draft.target.typography is not None
    habit, typography = draft.habit, draft.target.typography
    general = _general(habit, typography)
    breaking: tuple[Pair, Mark] | None = None
    for pair in draft.pairs:
        if pair.kind is BlockKind.METADATA:
            yield from _of_form(pair, habit, typography)
            continue
        for mark in typography.marks(pair.target):
            usual = _usual(mark, habit, general)
            if usual is Space.PLAIN and mark.space in _HELD and mark.sign not in habit.prescribed:
                continue  # as the book wants it: the plain ones are reported, once
            if mark.space is not usual and not _is_quoted(pair, mark):
                at_the_end = not pair.target[mark.span.end + 1 :].strip()
                yield pair, _deviation(mark, usual, at_the_end=at_the_end, prescribed=mark.sign in habit.prescribed)
            elif mark.space is Space.PLAIN and mark.sign != THOUSANDS and _breaks(mark, habit, general):
                breaking = breaking or (pair, mark)
        yield from ((pair, flag) for flag in _glued_thousands(pair, habit))
        for joint in typography.joints(pair.target):
            if joint.space is Space.PLAIN and _holds(habit.counts[joint.sign]):
                yield pair, _breaking(joint, pair.target)
    if breaking is not None:
        pair, mark = breaking
        yield (
            pair,
            Flag(
                say("This document has plain spaces at its signs, where a line may break: no-break spaces hold them."),
                target_span=_with_sign(mark),
                level=Level.INFO,
            ),
        )


def _of_form(pair: Pair, habit: Habit, typography: Typography) -> Iterator[tuple[Pair, Flag]]:
    """Yields the flag for a sign without a space in a line that may come from a form ("Original: anglais"), where all
    others like it in the document have one."""
    for mark in typography.marks(pair.target):
        forms = habit.counts.get(mark.sign, {})
        spaced = sum(count for form, count in forms.items() if form is not Space.NONE)
        usual = habit.spaces.get(mark.sign)
        if mark.space is Space.NONE and usual in _HELD and spaced >= _FEW_JOINTS and sum(forms.values()) - spaced <= 1:
            flag = _deviation(mark, usual, at_the_end=False, prescribed=False)
            yield pair, replace(flag, level=Level.INFO, fixable=False)


def _glued_thousands(pair: Pair, habit: Habit) -> Iterator[Flag]:
    """Yields the numbers of four figures without a space, which cannot be told from years, where the source parts the
    same number by a comma and the document parts its thousands."""
    spaced = {form: count for form, count in habit.counts.get(THOUSANDS, {}).items() if form is not Space.NONE}
    if not spaced or not pair.source:
        return
    usual = habit.spaces.get(THOUSANDS) or max(spaced, key=lambda form: spaced[form])
    parted = {number.groups() for number in _PARTED.finditer(pair.source)}
    for number in _FOUR_FIGURES.finditer(pair.target) if parted else ():
        first, rest = number.groups()
        if (first, rest) in parted and not re.search(rf"(?<!\d){first}{rest}(?!\d)", pair.source):
            glued = Mark(THOUSANDS, Span(number.end(1), number.end(1)), Space.NONE)
            flag = _deviation(glued, usual, at_the_end=False, prescribed=False)
            yield replace(flag, target_span=Span(*number.span()), suggestion=f"{first}{usual.character}{rest}")


def _breaks(mark: Mark, habit: Habit, general: Space | None) -> bool:
    """Tells whether the plain space of a sign is that of most signs, or of most like this one where some are held."""
    return general is Space.PLAIN or (_any_held(habit, (mark.sign,)) and habit.spaces.get(mark.sign) is Space.PLAIN)


def _usual(mark: Mark, habit: Habit, general: Space | None) -> Space:
    """Returns the form that a sign should have: that of most others, its own where too few are there to tell."""
    if mark.sign in habit.spaces:
        return habit.spaces[mark.sign]
    own = habit.counts[mark.sign]
    if mark.sign == "%" and mark.space is Space.NONE and own[Space.NONE] == sum(own.values()) > 1:
        return mark.space  # the habit of a house: 7,4% and 57%, though its colons have a space
    if mark.sign == THOUSANDS:
        held = _held(habit, mark) if mark.space is Space.PLAIN and habit.counts[mark.sign][Space.PLAIN] == 1 else None
        return held or mark.space
    others = {form: count - (form is mark.space) for form, count in habit.counts[mark.sign].items()}
    spaced = {form: count for form, count in others.items() if count and form is not Space.NONE}
    alone = sum(others.values()) == sum(spaced.values())
    if mark.space is Space.NONE and alone and spaced and (mark.sign == "%" or sum(spaced.values()) > 1):
        return max(spaced, key=lambda form: spaced[form])
    if mark.space is Space.PLAIN and general is None and not others.get(Space.PLAIN) and (held := _held(habit, mark)):
        return held
    if general is None and mark.sign == "%" and mark.space is Space.NONE and alone:
        return Space.NBSP
    if general is None and mark.space is Space.NONE and (held := _held_elsewhere(habit, mark)):
        return held
    if mark.space is Space.NONE and (held := _held_but_here(habit, mark)):
        return held
    if mark.space in _HELD and general in _HELD:  # signs may have no-break spaces of two widths
        return mark.space
    if mark.space is Space.PLAIN and mark.sign in _TYPED and not _any_held(habit, _TYPED):
        return mark.space
    return general or mark.space


def _held(habit: Habit, mark: Mark) -> Space | None:
    """Returns the no-break space that most signs like this one have, in a text that holds nearly all its marks by one
    or the other, whatever it does between a number and a word; None for any other text."""
    if mark.sign in _TYPED and not _any_held(habit, _TYPED):
        return None
    known = [counts for sign, counts in habit.counts.items() if not any(map(str.isalnum, sign))]
    total = sum(sum(counts.values()) for counts in known)
    if total < _FEW_SIGNS or sum(counts.get(form, 0) for counts in known for form in _HELD) < _NEARLY_ALL * total:
        return None
    own = habit.counts.get(mark.sign, {})
    return max(_HELD, key=lambda form: (own.get(form, 0), sum(counts.get(form, 0) for counts in known)))


def _any_held(habit: Habit, signs: Iterable[str]) -> bool:
    """Tells whether the document has a no-break space at any of these signs."""
    return any(habit.counts.get(sign, {}).get(form) for sign in signs for form in _HELD)


def _held_but_here(habit: Habit, mark: Mark) -> Space | None:
    """Returns the no-break space that most signs of two parts have, where this one alone has none and no other a plain
    one, however few there are, but for a single other sign: of 1,172 right agendas none is so; None elsewhere."""
    if mark.sign not in _OF_TWO_PARTS:
        return None
    counts = Counter[Space]()
    for sign in _OF_TWO_PARTS:
        counts.update(habit.counts.get(sign, {}))
    held = {form: counts[form] for form in _HELD if counts[form]}
    alike = sum(held.values()) > 1 or any(habit.counts.get(mark.sign, {}).get(form) for form in _HELD)
    return max(held, key=lambda form: held[form]) if alike and counts.total() - sum(held.values()) == 1 else None


def _held_elsewhere(habit: Habit, mark: Mark) -> Space | None:
    """Returns the no-break space that all others have, signs and joints, where the document has a sign only once; None
    where they are too few or differ."""
    others = Counter[Space]()
    for sign, counts in habit.counts.items():
        others.update(counts if sign not in (mark.sign, THOUSANDS) else {})
    alone = sum(habit.counts[mark.sign].values()) == 1
    usual = next(iter(others), None)
    return usual if alone and usual in _HELD and len(others) == 1 and others.total() >= _FEW_JOINTS else None


def _holds(forms: Mapping[Space, int]) -> bool:
    """Tells whether all spaces of a kind but one are no-break spaces."""
    held = forms.get(Space.NBSP, 0) + forms.get(Space.NARROW, 0)
    return held >= _FEW_JOINTS and sum(forms.values()) == held + 1


def _breaking(joint: Mark, text: str) -> Flag:
    word = text[max(0, joint.span.start - _LONGEST) : joint.span.start].split()[-1]
    return Flag(
        say("A line may break after “{word}”, mostly held by a no-break space in this document.", word=word),
        target_span=joint.span,
        suggestion=Space.NBSP.character,
        fixable=True,
        level=Level.INFO,
    )


def _general(habit: Habit, typography: Typography) -> Space | None:
    """Returns the form of most signs taken together, for a sign too rare to have a habit of its own, or None if there
    is none."""
    counts: Counter[Space] = Counter()
    for sign in typography.signs:
        counts.update(habit.counts.get(sign, {}))
    if counts.total() < 4:
        return None
    form, count = counts.most_common(1)[0]
    return form if count >= 0.75 * counts.total() else None


def _deviation(mark: Mark, usual: Space, *, at_the_end: bool, prescribed: bool) -> Flag:
    if mark.sign == THOUSANDS:
        place, suggestion, span = say("between thousands"), usual.character, mark.span
    elif mark.sign == "«":
        place, suggestion, span = say("after “{sign}”", sign=mark.sign), f"«{usual.character}", _with_sign(mark)
    else:
        place, suggestion, span = (
            say("before “{sign}”", sign=mark.sign),
            f"{usual.character}{mark.sign}",
            _with_sign(mark),
        )
    # Where the document writes none, the space is what the book wants: not worth an interruption.
    # The colon that ends a segment is glued in many documents that part it elsewhere.
    lax = (usual is Space.NONE and mark.sign != THOUSANDS) or (at_the_end and mark.sign == ":" and usual is Space.PLAIN)
    level = Level.INFO if lax and not prescribed else None
    rule = (
        say("the house writes {usual}", usual=_NAMES[usual])
        if prescribed
        else say("mostly {usual} in this document", usual=_NAMES[usual])
    )
    return Flag(
        say("There is {space} {place} here, but {rule}.", space=_NAMES[mark.space], place=place, rule=rule),
        target_span=span,
        suggestion=suggestion,
        fixable=prescribed or not lax,
        level=level,
    )


def _is_quoted(pair: Pair, mark: Mark) -> bool:
    """Tells whether the source has the sign after the same word and before the same two: an English title, which keeps
    its spaces. One word may be the same in both languages (“Item No. 10: Adoption of …”)."""
    start = mark.span.start
    before = _WORD_BEFORE.search(pair.target, max(0, start - _LONGEST), start)
    after = _WORDS_AFTER.match(pair.target, mark.span.end)
    if mark.space is not Space.NONE or before is None or after is None:
        return False
    return re.search(rf"{re.escape(f'{before[0]}{mark.sign} {after[1]}')}(?!\w)", pair.source or "") is not None


def _with_sign(mark: Mark) -> Span:
    """Returns the sign and its space: there is always something to show, even where the space is missing."""
    if mark.sign == "«":
        return Span(mark.span.start - 1, mark.span.end)
    return Span(mark.span.start, mark.span.end + 1)


CHECK = DocumentCheck(
    name="typography-spacing",
    level=Level.WARNING,
    its_type="whitespace",
    requires=Needs(typography=True),
    yields_to=("typography-stray-space",),
    summary="The space at a sign differs from that of the rest of the document.",
    reason=(
        "French puts a no-break space before : ; ? ! % » and after «, but a rule that says so fires on every sixth "
        "segment of published texts, whose space depends on the department and the tool. A single sign that leaves the "
        "document's own habit is a slip. Three signs are needed for a habit, and 70 per cent of them; before % there "
        "is always a space. Word processors put no-break spaces by themselves, but not before % and between thousands: "
        "a plain one is reported there where another of these is held. A plain space in no 5, M. Nowak or 10 heures is "
        "an info where all others there are no-break spaces."
    ),
    examples=(
        Example(
            target="Ouverture\u00a0;\nÉlections\u00a0;\nTravaux\u00a0;\nRapport;",
            flagged=(";",),
            repaired="Ouverture\u00a0;\nÉlections\u00a0;\nTravaux\u00a0;\nRapport\u00a0;",
        ),
        Example(
            target="Note «\u00a0A\u00a0»\nNote «\u00a0B\u00a0»\nNote «\u00a0C\u00a0»\nNote « D\u00a0»\nQue faire ?",
            flagged=("« ", " ?"),
            repaired=(
                "Note «\u00a0A\u00a0»\nNote «\u00a0B\u00a0»\nNote «\u00a0C\u00a0»\nNote «\u00a0D\u00a0»\n"
                "Que faire\u00a0?"
            ),
        ),
        Example(
            target="Les taux de 37 % et de 40 %\nUne hausse de 37%",
            flagged=("%",),
            repaired="Les taux de 37 % et de 40 %\nUne hausse de 37 %",
        ),
        Example(target="Ouverture\u00a0;\nÉlections\u00a0;\nTravaux\u00a0;\nVotes\u00a0: 7,4%\nSièges\u00a0: 57%"),
        Example(
            target="La loi no\u00a05\nLes lois nos\u00a06 et 7\nLe texte no\u00a08\nLe texte no 9",
            flagged=(" ",),
            repaired="La loi no\u00a05\nLes lois nos\u00a06 et 7\nLe texte no\u00a08\nLe texte no\u00a09",
        ),
        Example(
            target="10\u00a0h\u00a030\n11\u00a0h\u00a015\nà 15\u00a0h\u00a000\nPoint 3 h)\nremis 24 heures avant",
        ),
        Example(
            target="Ouverture\u00a0;\nClôture\u00a0;\nFonds: dons",
            flagged=(":",),
            repaired="Ouverture\u00a0;\nClôture\u00a0;\nFonds\u00a0: dons",
        ),
        Example(
            source="Adoption: Action on it\nOpening: 1\nWork: 2\nRivers: 3\nLakes: 4\nSeas: 5\n"
            "Documentation: CAC/2030/16",
            target="Adoption: Action sur lui\nOuverture\u00a0: 1\nTravaux\u00a0: 2\nFleuves\u00a0: 3\nLacs\u00a0: 4\n"
            "Mers\u00a0: 5\nDocumentation: CAC/2030/16",
            flagged=(":", ":"),
            repaired="Adoption\u00a0: Action sur lui\nOuverture\u00a0: 1\nTravaux\u00a0: 2\nFleuves\u00a0: 3\n"
            "Lacs\u00a0: 4\nMers\u00a0: 5\nDocumentation\u00a0: CAC/2030/16",
        ),
        Example(
            target="Ouverture\u00a0;\nÉlections\u00a0;\nTravaux\u00a0;\nClôture\u00a0: 2\u00a0400 pages\n"
            "1 312 substances\n"
            "Tél.\u00a0: 41 22 917 00 00",
            flagged=(" ",),
            repaired="Ouverture\u00a0;\nÉlections\u00a0;\nTravaux\u00a0;\nClôture\u00a0: 2\u00a0400 pages\n"
            "1\u00a0312 substances\n"
            "Tél.\u00a0: 41 22 917 00 00",
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
