"""A paper of a meeting is known by its title, and by lines that say when something is or name a document."""

from __future__ import annotations

import pytest

from tmtool.documents.meeting_papers import is_meeting_paper
from tmtool.documents.reading import parse_text

COVER = ("Council on Lakes", "Ninth session", "Nairobi, 3–6 June 2031")
HOURS = tuple(f"{at}. The working group on ice of lake {at} meets at {at + 4} a.m. in room {at}." for at in range(1, 7))
SYMBOLS = tuple(f"A/AC.9/2031/{at}\tReport on lake {at}\t{at}" for at in range(1, 7))


@pytest.mark.parametrize(
    "title",
    [
        "Notes for participants",
        "Provisional list of documents, with notes by the secretariat",
        "Committee B: programme of work for Thursday, 5 June 2031",
        "Council on Lakes\tPreliminary journal No. 4",
        "II. Organization of work",
    ],
)
@pytest.mark.parametrize("lines", [HOURS, SYMBOLS])
def test_a_title_with_hours_or_documents_tells_a_paper(title: str, lines: tuple[str, ...]) -> None:
    assert is_meeting_paper(parse_text("\n".join([*COVER, title, *lines]), language="en"))


def test_a_french_title_does_as_well() -> None:
    lines = ["Conseil des lacs", "Note à l’intention des participants", *SYMBOLS]
    assert is_meeting_paper(parse_text("\n".join(lines), language="fr"))


@pytest.mark.parametrize(
    "lines",
    [
        [*COVER, *HOURS],
        [*COVER, "Notes for participants", *HOURS[:5]],
        [
            *COVER,
            "Report of the Council",
            "The Council met in Nairobi in June 2031 and took note of what " * 3 + "it heard.",
            "Organization of work",
            *HOURS,
        ],
        [*COVER, "The programme of work was adopted.", *HOURS],
    ],
)
def test_no_title_few_such_lines_or_a_chapter_of_a_report_do_not(lines: list[str]) -> None:
    assert not is_meeting_paper(parse_text("\n".join(lines), language="en"))
