"""Writes numbers, percentages and ordinals as a French text does: "1 867", "2,4 milliards", "sept", "72e", "septième".

The space between thousands, the scale word and the choice of words or digits are those of the number that is
in the text. What would change the grammar around it is refused: singular for plural, "premier" for "deuxième".
"""

from __future__ import annotations

import re

from tmtool.languages import roman
from tmtool.languages.fr import number_names
from tmtool.languages.fr.typography import space_of
from tmtool.languages.rendering import Change, UncertainError, followed, fraction_as_written, in_words, with_case_of
from tmtool.model import PlaceableKind
from tmtool.model.wording import say

_SCALE = re.compile(r"[ \u00a0\u202f](?P<word>mille|millions?|milliards?|billions?)$")
_SCALES = {"mille": 3, "million": 6, "milliard": 9, "billion": 12}
_SIGN = re.compile(r"\s?(?:%|pour\s?cent|p\.\s?100)$", re.IGNORECASE)
_ORDINAL = re.compile(r"(?P<digits>[0-9]+|[IVX]+)(?P<ending>.+)")
_CODE = re.compile(r"0\d|\d{4,}[.,]\d")
"""The number of a tariff heading, a registry or a telephone, whose digits are copied."""
_GROUPED = re.compile(r"\d[,\u00a0\u202f ]\d{3}(?!\d)")


def number(text: str, written: str, change: Change, *, counts: bool) -> str:
    """Returns the new number or percentage in the manner of the old one, which is `written` in `text`.

    `counts` is False for one that nothing is counted by, such as the number of a session at the end of its name.
    Raises UncertainError.
    """
    if counts and _is_plural(change.old) != _is_plural(change.new):
        raise UncertainError(say("{old} and {new} take the singular and the plural", old=change.old, new=change.new))
    if _is_year(change.old, change.old_written) != _is_year(change.new, change.new_written):
        raise UncertainError(
            say("of {old} and {new} one may be a year", old=change.old_written, new=change.new_written)
        )
    for original in (change.old_written, change.new_written):
        if _CODE.match(original):
            raise UncertainError(say("{original} is not written as a quantity", original=original))
    if len(change.old) < 4 and len(change.new) == 4 and re.fullmatch(r"\d{4}(?!\d).*", change.new_written):
        raise UncertainError(say("whether the thousands of {new} are set apart is not certain", new=change.new_written))
    sign = _SIGN.search(written) if change.kind is PlaceableKind.PERCENT else None
    bare = written[: sign.start()] if sign else written
    if _number((text,), bare, change.old, change.old_written, change) != bare:
        raise UncertainError(say("the form of “{written}” is not certain", written=written))
    return _number((text, change.habits), bare, change.new, change.new_written, change) + written[len(bare) :]


def _number(texts: tuple[str, ...], model: str, value: str, original: str, change: Change) -> str:
    words = in_words(model)
    wanted = words
    if value == change.new:
        wanted = followed(words, in_words(change.old_written), in_words(change.new_written))
    if wanted:
        return _in_words(value, model)
    if words:
        return _grouped(texts, *fraction_as_written(value, original), original)
    scale = _SCALE.search(model)
    if scale is None:
        return _grouped(texts, *fraction_as_written(value, original), original, model)
    return _scaled(texts, model, scale, value, original)


def _in_words(value: str, model: str) -> str:
    if not value.isdigit() or int(value) > number_names.LARGEST:
        raise UncertainError(say("{value} is not written in words", value=value))
    name = number_names.cardinal(int(value))
    if name.endswith("un"):
        raise UncertainError(say("{name} may need the feminine", name=name))
    return with_case_of(name, model)


def _scaled(texts: tuple[str, ...], model: str, scale: re.Match[str], value: str, original: str) -> str:
    word = scale["word"].removesuffix("s")
    whole, _, fraction = value.partition(".")
    exponent = _SCALES[word]
    if fraction or len(whole) <= exponent:
        raise UncertainError(say("{original} is less than one {word}", original=original, word=word))
    head, tail = whole[:-exponent], whole[-exponent:].rstrip("0")
    if len(tail) > 3 or (head == "1" and word == "mille"):
        raise UncertainError(say("{original} is not written with {word}", original=original, word=word))
    if (float(f"{head}.{tail or 0}") >= 2) != scale["word"].endswith("s") and word != "mille":
        raise UncertainError(say("{word} would change its number", word=word))
    shown = fraction_as_written(f"{head}.{tail}" if tail else head, original)
    return _grouped(texts, *shown, original, model[: scale.start()]) + scale.group()


def _grouped(texts: tuple[str, ...], whole: str, fraction: str, original: str, model: str = "") -> str:
    """Returns digits with the thousands apart as the model has them; four digits as the model or the original has
    them."""
    own = re.search(r"(?<=\d)[ \u00a0\u202f](?=\d)", model)
    apart = len(whole) > 4 or (len(whole) == 4 and (own is not None or bool(_GROUPED.search(original))))
    if len(whole) > 3 and re.search(r"\d{4}", model) and (len(re.sub(r"\D.*", "", model)) > 4 or not apart):
        apart = False
    if apart:
        space = own.group() if own else space_of(texts)
        first = len(whole) % 3 or 3
        whole = space.join([whole[:first], *(whole[i : i + 3] for i in range(first, len(whole), 3))])
    return f"{whole},{fraction}" if fraction else whole


def _is_plural(value: str) -> bool:
    """Tells whether a number takes the plural, which French has from two on."""
    return float(value) >= 2


def _is_year(value: str, written: str) -> bool:
    return written.strip().isdigit() and len(value) == 4 and value[:2] in ("19", "20", "21")


def ordinal(written: str, change: Change) -> str:
    """Returns the new ordinal in the manner of the old one. Raises UncertainError, for "premier" too, which has a
    gender."""
    if change.new == "1":
        raise UncertainError(say("the ordinal of 1 has a gender"))
    if change.old == "1":
        return _after_first(written, change)
    if _ordinal(written, change.old, change) != written:
        raise UncertainError(say("the form of “{written}” is not certain", written=written))
    return _ordinal(written, change.new, change)


def _after_first(written: str, change: Change) -> str:
    words = in_words(written)
    plural = "s" if written.endswith("s") else ""
    if not words and not re.fullmatch(r"1(?:er|re)s?", written):
        raise UncertainError(say("the form of “{written}” is not certain", written=written))
    wanted = followed(words, in_words(change.old_written), in_words(change.new_written))
    if not wanted:
        return f"{change.new}e{plural}"
    return with_case_of(_ordinal_name(change.new), written) + plural


def _ordinal(written: str, value: str, change: Change) -> str:
    words = in_words(written) and not re.fullmatch(r"[IVX]+e", written)
    wanted = words
    if value == change.new:
        wanted = followed(words, in_words(change.old_written), in_words(change.new_written))
    plural = "s" if written.endswith("s") else ""
    if wanted:
        if written.lower() in ("second", "seconde", "seconds", "secondes") and value == change.old:
            return written
        return with_case_of(_ordinal_name(value), written) + plural
    if words:
        return f"{value}e{plural}"
    parts = _ORDINAL.fullmatch(written)
    if parts is None:
        raise UncertainError(say("the form of “{written}” is not certain", written=written))
    digits = value if parts["digits"].isdigit() else roman.numeral(int(value))
    return digits + parts["ending"]


def _ordinal_name(value: str) -> str:
    if int(value) > number_names.LARGEST:
        raise UncertainError(say("{value} is not written in words", value=value))
    return number_names.ordinal(int(value))
