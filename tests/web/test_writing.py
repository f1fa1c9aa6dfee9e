"""What people change by the server is theirs to change, has their name on it, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tmtool.store.home import Home
from tmtool.tasks import tokens
from tmtool.tasks.proposing import Decision, decided, proposals
from tmtool.tasks.tokens import Right
from tmtool.web.app import application
from tmtool.web.desk import Desk

NEW = {"source": "Opening of the meeting", "target": "Ouverture de la séance", "why": "usage", "do": "propose"}


@pytest.fixture
def client(desk: Desk) -> Iterator[TestClient]:
    app = application(desk, writes=True)
    with TestClient(app, base_url="http://127.0.0.1", follow_redirects=False) as client:
        yield client


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "t.db.tokens.json"


@pytest.fixture
def section(desk: Desk, file: Path) -> TestClient:
    """Gives a server that asks for tokens."""
    app = application(desk, tokens=lambda: tokens.read_tokens(file), writes=True)
    return TestClient(app, base_url="http://127.0.0.1", follow_redirects=False)


def shown_by(file: Path, name: str, right: Right) -> dict[str, str]:
    return {"authorization": f"Bearer {tokens.make_token(file, name, right=right)}"}


def test_a_correction_is_proposed_accepted_and_taken_back_by_the_pages(client: TestClient, written: Home) -> None:
    before = client.get("/unit/5").text
    assert "Propose" in before and "Correct" in before
    answer = client.post("/unit/5", data=NEW)
    assert (answer.status_code, answer.headers["location"]) == (303, "/unit/5?from=en&into=fr")
    (proposed,) = proposals(written)
    assert "Ouverture de la séance" in client.get("/proposals").text
    assert "Ouverture de la séance" in client.get("/unit/5").text
    assert client.post(f"/proposals/{proposed.number}/accept").status_code == 303
    pair = written.units.pair(5, "en", "fr")
    assert pair is not None and pair.target == "Ouverture de la séance"
    client.post(f"/proposals/{proposed.number}/reopen")
    client.post(f"/proposals/{proposed.number}/refuse", data={"answer": "no"})
    assert [(one.decision, one.answer) for one in decided(written)] == [(Decision.REFUSE, "no")]
    assert client.get("/unit/5").text.count("Ouverture de la séance") == 0


def test_a_unit_is_corrected_at_once_by_who_may(client: TestClient, written: Home) -> None:
    assert client.post("/unit/5", data=NEW | {"do": "write"}).status_code == 303
    pair = written.units.pair(5, "en", "fr")
    assert pair is not None and pair.target == "Ouverture de la séance"


def test_a_term_is_proposed_by_the_page(client: TestClient, written: Home) -> None:
    assert 'value="blue box"' in client.get("/proposals", params={"q": "blue box"}).text
    given = {"source": "blue box", "target": "boîte bleue", "source_language": "en", "target_language": "fr"}
    assert client.post("/proposals", data=given).status_code == 303
    (proposed,) = proposals(written)
    client.post(f"/proposals/{proposed.number}/accept")
    assert written.concepts.called("blue-box") is not None
    assert client.post("/proposals", data=given | {"target": " "}).status_code == 400


@pytest.mark.parametrize("path", ["/unit/5", "/proposals", "/proposals/1/accept"])
@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://evil.example"},
        {"origin": "null"},
    ],
)
def test_a_page_of_another_site_changes_nothing(
    client: TestClient, written: Home, path: str, headers: dict[str, str]
) -> None:
    answer = client.post(path, data=NEW | {"do": "write"}, headers=headers)
    assert (answer.status_code, written.history.since()) == (403, [])


def test_what_changes_something_is_no_form_that_another_site_could_send(client: TestClient, written: Home) -> None:
    answer = client.post("/api/edit", content=b'{"unit": 5, "target": "x"}', headers={"content-type": "text/plain"})
    assert (answer.status_code, written.history.since()) == (400, [])
    assert client.get("/api/edit", params={"unit": 5, "target": "x"}).status_code == 405


def test_a_server_that_does_not_write_changes_nothing_and_shows_no_form(desk: Desk, written: Home) -> None:
    client = TestClient(application(desk), base_url="http://127.0.0.1")
    assert client.post("/unit/5", data=NEW).status_code == 403
    assert client.post("/api/edit", json={"unit": 5, "target": "x"}).status_code == 403
    assert client.get("/proposals").status_code == 403
    assert "Propose" not in client.get("/unit/5").text
    assert written.history.since() == []


def test_a_token_gives_the_right_that_it_was_made_with(section: TestClient, written: Home, file: Path) -> None:
    reads, proposes, writes = (shown_by(file, right.value, right) for right in Right)
    wanted = {"unit": 5, "target": "Autre chose"}
    assert section.post("/api/propose", json=wanted, headers=reads).status_code == 403
    number = section.post("/api/propose", json=wanted, headers=proposes).json()["proposal"]
    for path in ("/api/accept", "/api/edit"):
        answer = section.post(path, json=wanted | {"proposal": number}, headers=proposes)
        assert answer.status_code == 403
    done = section.post("/api/accept", json={"proposal": number}, headers=writes).json()
    assert (done["by"], done["decided_by"], done["decision"]) == ("propose", "write", "accept")
    assert {one.author for one in written.history.since()} == {"propose", "write"}


def test_a_token_in_a_path_may_only_read(section: TestClient, file: Path) -> None:
    shown = tokens.make_token(file, "Anne", right=Right.WRITE)
    assert section.post(f"/t/{shown}/api/edit", json={"unit": 5, "target": "x"}).status_code == 403


def test_who_proposed_something_takes_it_back_and_nobody_elses(section: TestClient, file: Path) -> None:
    anne, benoit = (shown_by(file, name, Right.PROPOSE) for name in ("Anne", "Benoît"))
    number = section.post("/api/propose", json={"unit": 5, "target": "x"}, headers=anne).json()["proposal"]
    assert section.post(f"/proposals/{number}/refuse", headers=benoit).status_code == 403
    assert section.post(f"/proposals/{number}/refuse", headers=anne).status_code == 303


@pytest.mark.parametrize("path", ["/proposals/99/accept", f"/proposals/{10**30}/accept", "/proposals/1/forget"])
def test_what_is_no_proposal_or_no_decision_is_told(client: TestClient, path: str) -> None:
    assert client.post(path).status_code in (400, 404)


def test_markup_that_is_proposed_is_text(client: TestClient) -> None:
    client.post("/unit/5", data=NEW | {"target": "<script>alert(1)</script>", "why": "<img src=x>"})
    for path in ("/proposals", "/unit/5"):
        shown = client.get(path).text
        assert "<script>alert" not in shown and "<img" not in shown


def test_below_a_path_every_address_begins_with_it(desk: Desk) -> None:
    client = TestClient(application(desk, writes=True, root="/tm"), base_url="http://127.0.0.1")
    for path in ("/", "/tm/"):
        shown = client.get(path, params={"q": "smuggling of migrants"}).text
        assert 'href="/tm/drafts"' in shown and 'action="/tm/"' in shown and 'href="/tm/unit/' in shown
        assert 'href="/static' not in shown and 'data-root="/tm"' in shown
    answer = client.post("/tm/unit/5", data=NEW, follow_redirects=False)
    assert answer.headers["location"].startswith("/tm/unit/5")
    long = {"file": ("a.txt", b"x " * 600_000, "text/plain")}
    assert client.post("/tm/documents", files=long, follow_redirects=False).status_code == 303
    assert client.post("/tm/api/check", content=b"x" * 1_200_000).status_code == 413
