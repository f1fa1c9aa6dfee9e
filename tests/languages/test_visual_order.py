"""Text that is stored as it looks is told from text that is stored as it is read."""

from __future__ import annotations

import pytest

from tmtool.languages.visual_order import is_in_visual_order

READ = "بدأت الجلسة الثالثة للفريق العامل وناقشت اللجنة تقرير الأمين العام (2020)."


@pytest.mark.parametrize("text", [READ, "لا إلى ولا على", "The first session", "第三次会议", ""])
def test_a_text_as_it_is_read_is_in_order(text: str) -> None:
    assert not is_in_visual_order(text)


def test_a_text_as_it_is_seen_is_told() -> None:
    assert is_in_visual_order(READ[::-1])


def test_letters_in_the_forms_of_their_places_are_read_as_letters() -> None:
    assert is_in_visual_order("ﺔﺴﻠﺠﻟا ﺔﺜﻟﺎﺜﻟا ﺔﻨﺠﻠﻟا")
