"""A draft is gone through: what is found is repaired, waived or settled, all that can be undone, and it is had back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from starlette.testclient import TestClient

from tests.acceptance.conftest import REPOSITORY
from tmtool.formats.docx.table import table_document
from tmtool.store.home import Home
from tmtool.tasks.waiving import read_waivers
from tmtool.web.app import application
from tmtool.web.desk import Desk

SOURCE = "The meeting will last 12 days.\nOn Wednesday, 11 September 2030."
DRAFT = "La réunion durera 13 jours.\nLe mardi 11 septembre 2030."


class Going:
    """A `Going` is somebody who goes through a draft without a script."""

    def __init__(self, client: TestClient, **sent: object) -> None:
        self.client = client
        answer = client.post("/drafts", **sent)  # type: ignore[arg-type]
        while 'http-equiv="refresh"' in answer.text:
            answer = client.get(str(answer.url))
        self.status, self.shown = answer.status_code, answer.text
        self.place = answer.url.path

    def found(self) -> list[str]:
        """Returns the names of the checks that have open findings."""
        return re.findall(r"</bdi> · ([\w-]+)", self.shown.partition("<details>")[0])

    def do(self, what: str, finding: int = 0, **more: object) -> int:
        """Does something about one of the open findings; the status of the answer."""
        places = re.findall(r'id="f(\d+)"', self.shown)
        step = re.search(r'name="at" value="(\d+)"', self.shown)
        given = {"do": what, "finding": places[finding] if places else "0", "at": step[1] if step else "1", **more}
        answer = self.client.post(self.place, data=given)
        self.shown = answer.text
        return answer.status_code

    def downloads(self) -> list[bytes]:
        """Returns all that can be had of the draft."""
        return [self.client.get(one).content for one in re.findall(r'href="([^"]+)" download', self.shown)]


@pytest.fixture
def going(client: TestClient) -> Going:
    return Going(client, data={"source": SOURCE, "target": DRAFT})


def test_a_text_is_checked_by_the_form(going: Going) -> None:
    assert going.found() == ["numbers-value", "dates-weekday"]
    assert "<mark>13</mark>" in going.shown and "line 2" in going.shown


def test_a_finding_is_repaired_and_the_draft_checked_again(going: Going) -> None:
    assert going.do("repair", 1) == 200
    assert going.found() == ["numbers-value"]
    assert going.downloads()[0].decode() == "La réunion durera 13 jours.\nLe mercredi 11 septembre 2030."


def test_what_is_settled_or_waived_is_open_no_more_until_it_is_undone(going: Going) -> None:
    going.do("settle")
    assert going.found() == ["dates-weekday"]
    assert going.do("waive") == 400, "without a reason"
    going.do("waive", reason="as printed")
    assert going.found() == []
    going.do("undo")
    going.do("undo")
    assert going.found() == ["numbers-value", "dates-weekday"]
    assert going.do("undo") == 400


def test_all_certain_repairs_are_made_at_once_and_undone_at_once(client: TestClient) -> None:
    going = Going(client, data={"source": SOURCE, "target": f"{DRAFT}\nLe lundi 11 septembre 2030."})
    going.do("repair all")
    assert going.downloads()[0].decode().count("Le mercredi 11 septembre 2030.") == 2
    assert going.do("repair all") == 400
    going.do("undo")
    assert "mercredi" not in going.downloads()[0].decode()


def test_who_sees_an_older_state_changes_nothing(going: Going) -> None:
    assert going.do("settle", at="7") == 400
    assert going.found() == ["numbers-value", "dates-weekday"]


@pytest.mark.parametrize("given", [{"finding": "99"}, {"finding": "-1"}, {"finding": "x"}, {"at": "x"}, {"do": "x"}])
def test_what_cannot_be_done_is_told(going: Going, given: dict[str, str]) -> None:
    asked = {"do": "settle", "finding": "0", "at": "1", **given}
    assert going.client.post(going.place, data=asked).status_code == 400


def test_findings_are_had_as_comments_and_as_a_page(going: Going) -> None:
    going.do("waive", reason="as printed")
    _, comments, page = going.downloads()
    with ZipFile(BytesIO(comments)) as archive:
        said = archive.read("word/comments.xml").decode()
    assert "dates-weekday" in said and "numbers-value" not in said
    assert b"as printed" in page


def test_a_document_says_where_a_finding_is_as_its_reader_has_it(client: TestClient) -> None:
    english, french = (REPOSITORY / "samples" / f"agenda.{tag}.txt" for tag in ("en", "fr"))
    files = {
        "source_file": ("agenda.txt", english.read_bytes(), "text/plain"),
        "target_file": ("../ordre du jour.txt", french.read_bytes(), "text/plain"),
    }
    going = Going(client, files=files)
    assert going.status == 200 and 'id="findings-title"' in going.shown and "ordre du jour.txt" in going.shown


def test_a_document_of_word_is_repaired_in_place(client: TestClient) -> None:
    content = table_document([["1", "La réunion durera 12 jours."], ["2", "Le mardi 11 septembre 2030."]], ["fr"])
    going = Going(client, files={"target_file": ("a.docx", content, "x/y")})
    assert going.found() == ["dates-weekday"]
    assert going.do("repair") == 200
    assert going.found() == []
    with ZipFile(BytesIO(going.downloads()[0])) as archive:
        assert "mercredi" in archive.read("word/document.xml").decode()


def test_a_document_that_cannot_be_read_is_told_in_a_line(client: TestClient) -> None:
    going = Going(client, files={"target_file": ("a.docx", b"PK no archive", "application/zip")})
    assert going.status == 400 and 'role="alert"' in going.shown and "tmtool-" not in going.shown


def test_a_draft_that_is_not_there_any_more_is_told(client: TestClient) -> None:
    assert client.get("/drafts/nothing").status_code == 404
    assert client.get("/drafts/nothing/a.txt").status_code == 404
    assert client.post("/drafts/nothing", data={"do": "undo"}).status_code == 404
    assert client.post("/drafts/nothing?piece=1", data={"do": "undo"}).status_code == 400


def test_another_site_does_nothing_to_a_draft(going: Going) -> None:
    answer = going.client.post(going.place, data={"do": "settle"}, headers={"sec-fetch-site": "cross-site"})
    assert (answer.status_code, "another site" in answer.text) == (403, True)


@pytest.fixture
def writing(home: Home, tmp_path: Path) -> Iterator[TestClient]:
    desk = Desk(home, waivers_file=tmp_path / "waivers.toml")
    with TestClient(application(desk, writes=True), base_url="http://127.0.0.1") as client:
        yield client


def test_waivers_are_kept_for_the_project_by_who_may_write(writing: TestClient, tmp_path: Path) -> None:
    going = Going(writing, data={"source": SOURCE, "target": DRAFT})
    going.do("waive", reason="as printed")
    going.do("keep")
    assert [one.reason for one in read_waivers(tmp_path / "waivers.toml")] == ["as printed"]
    assert Going(writing, data={"source": SOURCE, "target": DRAFT}).found() == ["dates-weekday"]


def test_waivers_are_not_kept_by_who_may_only_read(going: Going) -> None:
    going.do("waive", reason="as printed")
    assert going.do("keep") == 403


def test_the_form_keeps_the_languages_of_a_draft_and_takes_those_of_an_address(client: TestClient) -> None:
    again = Going(client, data={"source": DRAFT, "target": SOURCE, "from": "fr", "into": "en"})
    for shown in (again.shown, client.get("/drafts?from=fr&into=en").text):
        assert re.findall(r'<textarea id="(\w+)"[^>]* lang="(\w+)"', shown) == [("source", "fr"), ("target", "en")]
