"""Two values have changed places where the words around them answer crosswise; where the words have gone with them,
nothing is said."""

from __future__ import annotations

import pytest

from tmtool import languages
from tmtool.checks.evidence.values.exchanged_values import crossed_values


@pytest.mark.parametrize(
    ("here", "source", "target", "found"),
    [
        (
            "es",
            "Women held 28 per cent of the posts in the field and 43 per cent of those at headquarters.",
            "Las mujeres ocupaban el 43% de los puestos sobre el terreno y el 28% de los de la sede.",
            ["43%"],
        ),
        (
            "ru",
            "The second reading of the text was postponed to the third week.",
            "Третье чтение текста было перенесено на вторую неделю.",
            ["Третье"],
        ),
        (
            "ar",
            "The meeting will be held in April and the conference in September.",
            "وسيعقد الاجتماع في أيلول/سبتمبر والمؤتمر في نيسان/أبريل.",
            ["أيلول/سبتمبر"],
        ),
        (
            "es",
            "The meeting will be held in April and the conference in September.",
            "La conferencia se celebrará en septiembre y la reunión en abril.",
            [],
        ),
        (
            "ar",
            "Of the nine countries which have no system of their own, six have a system of monitoring.",
            "ويوجد في ستة بلدان من أصل تسعة ليس لديها نظام خاص نظام للرصد.",
            [],
        ),
        (
            "zh",
            "In Cameroon the share of women is 63.6 per cent, and that of men is 76.7 per cent.",
            "在喀麦隆，妇女的比例为76.7%，而男子的比例为63.6%。",
            ["76.7%"],
        ),
        ("zh", "The rate rose from 22.2 per cent in 2009 to 26.7 per cent.", "该比率升至26.7%，2009年为22.2%。", []),
        (
            "ru",
            "The mandate of 6 November 2007 was renewed on 9 December 2014.",
            "Мандат от 6 ноября 2014 года был продлен 9 декабря 2007 года.",
            ["6 ноября 2014 года"],
        ),
        (
            "es",
            "The mandate of resolution 2100 (2013) was extended by resolution 2164 (2014).",
            "El mandato de la resolución 2164 (2014) se prorrogó por la resolución 2100 (2013).",
            ["2164 (2014)"],
        ),
        (
            "zh",
            "Pursuant to paragraph 3 of resolution 1894 (2009), the Committee will have the list before it.",
            "根据第1894(2009)号决议第3段，委员会将收到清单。",
            [],
        ),
        (
            "es",
            "It meets from 10 a.m. to 1 p.m. and from 3 p.m. to 6 p.m.",
            "Se reúne de las 10.00 a las 18.00 horas y de las 15.00 a las 13.00 horas.",
            ["18.00 horas"],
        ),
        (
            "es",
            "The forty-first session of the Trade Committee will be opened by Ms. Ana Lund (Norway) in her capacity as "
            "Acting Chairperson of the fortieth session.",
            "La Sra. Ana Lund (Noruega), en su calidad de Presidenta interina del 40º período de sesiones del Comité "
            "de Comercio, declarará abierto el 41º período de sesiones del Comité.",
            [],
        ),
        (
            "zh",
            "The southern team has won the 2017 cup, defeating the northern team by a final score of 12.5 to 9.5.",
            "南方队以12.5比9.5的最后比分击败北方队，赢得2017年的冠军。",
            [],
        ),
        (
            "zh",
            "Camps were visited in early March, mid-April and late May 2014.",
            "2014年3月初、4月中旬和5月下旬访问了难民营。",
            [],
        ),
        (
            "zh",
            "Deaths fell from 380 to 210 per 100,000 births.",
            "死亡人数从每10万活产380例降至210例。",
            [],
        ),
        (
            "zh",
            "The resumed first part of the sixty-ninth session was suspended.",
            "第六十九届会议续会第一期会议暂停。",
            [],
        ),
        (
            "zh",
            "Subprogramme 3 of programme 12 was revised twice.",
            "方案12次级方案3曾两次修订。",
            [],
        ),
        ("zh", "It ended on 4 February, the second began on 9 May.", "2月4日结束，第二轮5月9日开始。", []),
    ],
)
def test_values_that_have_changed_places(here: str, source: str, target: str, found: list[str]) -> None:
    sides = languages.get("en").placeables(source), languages.get(here).placeables(target)

    assert [one.first.span.of(target) for one in crossed_values(source, target, *sides, ("en", here))] == found
