"""Which part of a source has hardly a word that the translation answers?"""

from tmtool.checks.evidence.completeness.unanswered import unanswered

SOURCE = "The Committee adopted the report, requested the Secretariat to provide technical assistance, and closed."


def test_the_part_is_found_of_which_no_word_is_answered() -> None:
    span = unanswered(SOURCE, "Комитет утвердил доклад и закрылся.", ("en", "ru"))
    assert span is not None
    assert span.of(SOURCE) == "requested the Secretariat to provide technical assistance"


def test_a_whole_translation_answers_every_part() -> None:
    target = "Комитет утвердил доклад, просил Секретариат оказать техническую помощь и закрылся."
    assert unanswered(SOURCE, target, ("en", "ru")) is None


def test_a_point_between_figures_parts_nothing() -> None:
    assert unanswered("It grew by 8.1 per cent.", "8,1%", ("en", "es")) is None
