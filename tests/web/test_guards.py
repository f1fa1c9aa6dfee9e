"""What must not come in is kept out, and what goes out can do nothing in a browser."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tmtool.store.home import Home
from tmtool.web.app import application
from tmtool.web.desk import Desk
from tmtool.web.guards import MOST_BYTES

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>\u202e"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8750", "localhost.", "", "[::2]:80"])
def test_a_name_that_is_not_the_servers_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/api/about", headers={"host": host})
    assert answer.status_code == 421 and "memories" not in answer.text


@pytest.mark.parametrize("hosts", [("127.0.0.1", "evil.example"), ("evil.example", "127.0.0.1")])
def test_a_request_names_its_server_once(client: TestClient, hosts: tuple[str, ...]) -> None:
    request = client.build_request("GET", "/api/about")
    request.headers = type(request.headers)([("host", host) for host in hosts])
    assert client.send(request).status_code == 421


@pytest.mark.parametrize("host", ["localhost:8750", "127.0.0.1", "[::1]:8750", "LOCALHOST"])
def test_the_names_of_this_machine_are_served(client: TestClient, host: str) -> None:
    assert client.get("/static/page.css", headers={"host": host}).status_code == 200


def test_a_name_that_is_allowed_is_served(home: Home) -> None:
    named = TestClient(application(Desk(home), hosts={"tm.example.org"}), base_url="http://tm.example.org")
    assert named.get("/static/page.css").status_code == 200


@pytest.mark.parametrize("headers", [{"sec-fetch-site": "cross-site"}, {"origin": "http://evil.example"}])
def test_a_page_of_another_site_changes_and_checks_nothing(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/api/check", json={"target": "x"}, headers=headers).status_code == 403
    assert client.post("/drafts", data={"target": "x"}, headers=headers).status_code == 403


def test_a_body_that_is_too_long_is_refused(client: TestClient) -> None:
    assert client.post("/api/check", content=b"x" * (MOST_BYTES + 1)).status_code == 413


def test_a_body_of_unknown_length_is_read_no_further_than_it_may_be(client: TestClient) -> None:
    sent = 0

    def endless() -> object:
        nonlocal sent
        for _ in range(100):
            sent += 1
            yield b"x" * 100_000

    assert client.post("/api/check", content=endless()).status_code == 413  # type: ignore[arg-type]


def test_an_address_that_is_too_long_is_refused(client: TestClient) -> None:
    assert client.get("/tmserver/en/fr/unit/" + "x" * 64_000).status_code == 414


@pytest.mark.parametrize("path", ["/", "/drafts", "/api/about", "/no/such/page", "/v2/languages", "/static/page.js"])
def test_every_answer_allows_nothing_but_this_servers_own_scripts(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_answers_with_texts_are_kept_by_no_cache(client: TestClient) -> None:
    for path in ("/?q=agenda", "/api/lookup?q=agenda", "/tmserver/en/fr/unit/agenda", "/found?q=agenda"):
        assert client.get(path).headers["cache-control"] == "private, no-store"


@pytest.mark.parametrize("path", ["/", "/found", "/lines"])
def test_markup_that_is_asked_for_is_text(client: TestClient, path: str) -> None:
    shown = client.get(path, params={"q": SCRIPT, "as": SCRIPT, "from": SCRIPT}).text
    assert "<script>alert" not in shown and "<img" not in shown


def test_markup_that_is_checked_is_text(client: TestClient) -> None:
    answer = client.post("/drafts", data={"target": SCRIPT + " 12", "source": SCRIPT + " 13"})
    while 'http-equiv="refresh"' in answer.text:
        answer = client.get(str(answer.url))
    shown = answer.text
    assert "numbers-value" in shown
    assert "<script>alert" not in shown and "<img" not in shown


def test_a_file_below_the_static_ones_is_not_there(client: TestClient) -> None:
    for name in (
        "..%2fhtml.py",
        "html.py",
        "frame.html",
        "%2e%2e/guards.py",
        "..%5chtml.py",
        "page.css%00",
        "%2fetc%2fx",
    ):
        assert client.get(f"/static/{name}").status_code == 404
