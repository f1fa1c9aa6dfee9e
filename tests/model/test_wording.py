from __future__ import annotations

import json
import pickle
from copy import deepcopy
from dataclasses import replace

from tmtool.model import Finding, Level
from tmtool.model.wording import Translated, in_language, joined, listed, say, say_number, word

FRENCH = {
    "“{here}” here, “{there}” in the source.": "« {here} » ici, « {there} » dans la source.",
    "the source": "la source",
    "{first} and {last}": "{first} et {last}",
    "; ": "\N{NO-BREAK SPACE}; ",
}


class French:
    """A `French` holds some translations."""

    language = "fr"

    def gettext(self, message: str, /) -> str:
        return FRENCH.get(message, message)

    def ngettext(self, singular: str, plural: str, n: int, /) -> str:
        return "{n} séance" if n < 2 else "{n} séances"


def test_a_wording_is_its_english_text() -> None:
    said = say("“{here}” here, “{there}” in the source.", here="12", there="13")
    assert said == "“12” here, “13” in the source."
    assert json.dumps([said], ensure_ascii=False) == '["“12” here, “13” in the source."]'


def test_a_wording_is_rendered_by_a_catalogue_with_the_same_values() -> None:
    said = say("“{here}” here, “{there}” in the source.", here="{12}", there="13")
    assert said.in_language(French()) == "« {12} » ici, « 13 » dans la source."


def test_a_wording_among_the_values_is_rendered_too() -> None:
    said = joined([say_number("{n} sitting", "{n} sittings", 0), listed(["a", say("the source"), "c"])], say("; "))
    assert said == "0 sittings; a, the source and c"
    assert said.in_language(French()) == "0 séance\N{NO-BREAK SPACE}; a, la source et c"


def test_a_number_has_the_decimal_sign_of_the_language() -> None:
    class Comma(French):
        decimal_sign = ","

    said = say("{share:g} % of {ratio:.1f}, {whole}", share=99.9, ratio=1.75, whole=3)
    assert said == "99.9 % of 1.8, 3"
    assert said.in_language(Comma()) == "99,9 % of 1,8, 3"


def test_numbers_choose_between_two_templates() -> None:
    assert [say_number("{n} sitting", "{n} sittings", n) for n in (0, 1, 2)] == [
        "0 sittings",
        "1 sitting",
        "2 sittings",
    ]


def test_a_wording_is_still_one_in_another_process_or_a_changed_finding() -> None:
    said = say_number("{n} sitting of {what}", "{n} sittings of {what}", 2, what=say("the source"))
    finding = Finding(1, "dates-value", Level.ERROR, said, "inconsistency")
    for one in (replace(finding, segment=2), pickle.loads(pickle.dumps(finding)), deepcopy(finding)):
        assert in_language(one.message, French()) == "2 séances"
        assert one.message == "2 sittings of the source"


def test_a_text_may_have_its_own_translations() -> None:
    note = Translated("not {braces}", {"fr": "sans {accolades}"})
    said = pickle.loads(pickle.dumps(say("the source", note=note)))
    assert note == "not {braces}"
    assert note.in_language(French()) == "sans {accolades}"
    assert in_language(said.values["note"], French()) == "sans {accolades}"


def test_an_exception_among_the_values_is_what_it_says() -> None:
    said = say("{problem}", problem=ValueError(say("the source")))
    assert (said, said.in_language(French())) == ("the source", "la source")


def test_a_word_with_braces_is_no_template() -> None:
    assert word("{domain}") == word("{domain}").in_language(French()) == "{domain}"
