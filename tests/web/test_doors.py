"""Who shows no token is let in nowhere, once there is one; programs show it as each of them can."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.acceptance.conftest import REPOSITORY, Tmtool
from tmtool.errors import InputError, UsageError
from tmtool.model import Unit, Variant
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.store.sqlite.following import Follower
from tmtool.tasks import tokens
from tmtool.tasks.tokens import Right
from tmtool.web import doors, parts
from tmtool.web.app import application
from tmtool.web.desk import Desk
from tmtool.web.pace import Pace

PATHS = (
    "/",
    "/found?q=x",
    "/api/about",
    "/tmserver/languages/",
    "/v2/languages",
    "/unit/1",
    "/documents/x",
    "/nowhere",
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "t.db.tokens.json"


@pytest.fixture
def client(home: Home, file: Path) -> Iterator[TestClient]:
    app = application(Desk(home), tokens=lambda: tokens.read_tokens(file))
    with TestClient(app, base_url="http://127.0.0.1", follow_redirects=False) as client:
        yield client


def test_without_any_token_everybody_is_let_in(client: TestClient) -> None:
    assert client.get("/api/about").status_code == 200


def test_who_shows_none_or_a_wrong_one_is_refused_everywhere(client: TestClient, file: Path) -> None:
    tokens.make_token(file, "section")
    for headers in ({}, {"authorization": "Bearer wrong"}, {"authorization": "Basic eDp5"}, {"cookie": "tmtool=x"}):
        for path in PATHS:
            assert client.get(path, headers=headers).status_code == 401, path
            assert client.get("/t/wrong" + path, headers=headers).status_code == 401, path


def test_a_program_shows_its_token_in_a_header_or_in_its_path(client: TestClient, file: Path) -> None:
    shown = tokens.make_token(file, "weblate")
    assert client.get("/api/about", headers={"authorization": f"Bearer {shown}"}).status_code == 200
    answer = client.get(f"/t/{shown}/tmserver/en/fr/unit/Working%20Group%20on%20the%20Smuggling%20of%20Migrants")
    assert answer.json()[0]["quality"] == 100.0
    assert client.post(f"/t/{shown}/v2/check", data={"text": "x", "language": "fr"}).status_code == 200


def test_a_person_shows_it_once_and_comes_back_by_a_cookie(client: TestClient, file: Path) -> None:
    shown = tokens.make_token(file, "Anne")
    assert client.get("/", headers={"accept": "text/html"}).headers["location"] == "/sign-in"
    assert client.post("/sign-in", data={"token": "wrong"}).status_code == 403
    answer = client.post("/sign-in", data={"token": shown})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=lax" in cookie and shown not in cookie
    assert client.get("/").status_code == 200


def test_a_token_that_is_revoked_or_over_lets_nobody_in(client: TestClient, file: Path) -> None:
    shown, other = tokens.make_token(file, "a"), tokens.make_token(file, "b", days=1)
    client.post("/sign-in", data={"token": shown})
    assert client.get("/").status_code == 200
    tokens.revoke_token(file, "a")
    assert client.get("/").status_code == 401
    assert client.get("/api/about", headers={"authorization": f"Bearer {other}"}).status_code == 200
    (kept,) = tokens.read_tokens(file)
    assert kept.holds_on(date.fromisoformat(kept.until)) and not kept.holds_on(date(2999, 1, 1))


def test_another_site_signs_nobody_in(client: TestClient, file: Path) -> None:
    shown = tokens.make_token(file, "a")
    answer = client.post("/sign-in", data={"token": shown}, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403 and "set-cookie" not in answer.headers


def test_what_is_kept_lets_nobody_in_and_is_read_by_its_owner_only(file: Path) -> None:
    shown = tokens.make_token(file, "a")
    assert shown not in file.read_text()
    assert file.stat().st_mode & 0o077 == 0
    assert tokens.holder(tokens.read_tokens(file), tokens.read_tokens(file)[0].digest) is None


def test_a_name_is_given_once_and_revoked_once(file: Path) -> None:
    tokens.make_token(file, "a")
    with pytest.raises(UsageError, match="already"):
        tokens.make_token(file, "a")
    tokens.revoke_token(file, "a")
    with pytest.raises(UsageError, match="no token"):
        tokens.revoke_token(file, "a")


@pytest.mark.parametrize("content", ["", "{", "[1]", '[{"name": "a"}]', '{"a": 1}'])
def test_a_file_that_holds_no_tokens_is_told(file: Path, content: str) -> None:
    file.write_text(content)
    with pytest.raises(InputError, match="tokens"):
        tokens.read_tokens(file)


def test_nobody_is_let_in_while_the_tokens_cannot_be_read(home: Home, file: Path) -> None:
    shown = tokens.make_token(file, "a")
    app = application(Desk(home), tokens=tokens.TokenFile(file).tokens)
    client = TestClient(app, base_url="http://127.0.0.1", headers={"authorization": f"Bearer {shown}"})
    assert client.get("/api/about").status_code == 200
    file.write_text("nonsense", encoding="utf-8")
    answer = client.get("/api/about")
    assert answer.status_code == 503 and list(answer.json()) == ["error"] and str(file) not in answer.text


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_tokens_that_an_administrator_makes_are_read_by_the_user_of_the_service(file: Path) -> None:
    database = file.with_name(file.name.removesuffix(tokens.ENDING))
    database.touch()
    os.chown(database, 10_001, 10_002)
    for name in ("a", "b"):
        tokens.make_token(file, name)
        found = file.stat()
        assert (found.st_uid, found.st_gid, found.st_mode & 0o777) == (10_001, 10_002, 0o600)


def test_the_file_is_read_again_only_where_it_was_changed(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = tokens.TokenFile(file)
    assert known.tokens() == ()
    tokens.make_token(file, "a")
    assert [one.name for one in known.tokens()] == ["a"]
    with monkeypatch.context() as patched:
        patched.setattr(tokens, "read_tokens", lambda path: pytest.fail("read again"))
        assert [one.name for one in known.tokens()] == ["a"]
    tokens.revoke_token(file, "a")
    assert known.tokens() == ()


def test_who_asks_too_fast_waits_for_their_turn_and_others_do_not() -> None:
    pace = Pace(a_second=20, at_once=100)
    assert max(pace.delay("a", 1000.0) for _ in range(100)) == 0
    assert pace.delay("a", 1000.0) == pytest.approx(0.05)
    assert pace.delay("a", 1000.0) == pytest.approx(0.10)
    assert pace.delay("b", 1000.0) == 0
    assert pace.delay("a", 1010.0) == 0


def test_who_asks_far_too_fast_is_told_and_loses_no_more_turns() -> None:
    pace = Pace(a_second=1, at_once=1)
    delays = [pace.delay("a", 1000.0) for _ in range(100)]
    assert delays[:3] == [0, 1, 2]
    assert delays[61:] == [61] * 39


def _not_asked(whole: Home, group: Callable[[Home], object]) -> Callable[[Home], object]:
    """Returns a group of questions that the whole home is not asked, but by who keeps its parts in step."""

    def asked(home: Home) -> object:
        assert home is not whole or threading.current_thread().name == "parts"
        return group(home)

    return asked


OTHER = "Zorblax treaty on the smuggling of migrants"


@pytest.fixture(scope="module")
def few_terms(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Returns a database with the memory that comes along, and the terms of one field: parts are made in no time."""
    tool = Tmtool(tmp_path_factory.mktemp("few"))
    tool.ok("import", REPOSITORY / "memories", "--memory", "agendas")
    tool.ok("import", REPOSITORY / "termbase" / "migrants.tsv", "--kind", "terms", "--memory", "termbase")
    return tool.folder / tool.db


@pytest.fixture
def two(few_terms: Path, tmp_path: Path) -> Iterator[Home]:
    """Gives such a database with a memory more, that a test may change."""
    with open_home(str(shutil.copyfile(few_terms, tmp_path / "two.db"))) as home:
        with home.transaction():
            writer = home.sources.replace_units("secret", "s.tsv", "table", "0")
            writer.add(Unit((Variant("en", OTHER), Variant("fr", "Traité de Zorblax")), document="SECRET/1"))
            writer.finish()
        yield home


@pytest.fixture
def desk(two: Home) -> Iterator[Desk]:
    desk = Desk(two)
    yield desk
    desk.close()


ANSWERS: tuple[tuple[str, dict[str, str]], ...] = (
    ("/", {"q": OTHER}),
    ("/found", {"q": OTHER}),
    ("/lines", {"q": "smuggling of migrants"}),
    ("/lines", {"q": "Zorblax treaty"}),
    ("/api/lookup", {"q": OTHER}),
    ("/api/concordance", {"q": "Zorblax"}),
    ("/api/about", {}),
    ("/api/proposals", {}),
    ("/proposals", {}),
    ("/get", {"q": OTHER, "langpair": "en|fr"}),
    ("/translate", {"q": OTHER, "langpair": "en|fr"}),
    (f"/tmserver/en/fr/unit/{OTHER}", {}),
)


def test_nothing_of_a_memory_that_a_token_does_not_see_is_in_any_answer(two: Home, desk: Desk, file: Path) -> None:
    unseen, every = (
        {"authorization": f"Bearer {tokens.make_token(file, name, right=Right.PROPOSE, memories=memories)}"}
        for name, memories in (("a", ["agendas", "termbase"]), ("b", None))
    )
    app = application(desk, tokens=lambda: tokens.read_tokens(file), writes=True)
    client = TestClient(app, base_url="http://127.0.0.1")
    (unit,) = {number for number, _ in two.units.with_words([["zorblax"]], "en")}
    asked = {"unit": unit, "target": "Traité dit de Zorblax", "why": "SECRET/1"}
    assert client.post("/api/propose", json=asked, headers=every).status_code == 200
    told = 0
    for path, given in (*ANSWERS, (f"/unit/{unit}", {}), ("/api/unit", {"unit": str(unit)})):
        for headers in (unseen, every):
            shown = client.get(path, params=given, headers=headers).text
            is_told = any(word in shown for word in ("Traité", "SECRET", "secret"))
            assert not is_told or headers is every, (path, given)
            told += is_told
    assert told >= 8
    nothing = client.post("/api/propose", json=asked | {"unit": 10**9}, headers=unseen).json()["error"]
    refused = client.post("/api/propose", json=asked, headers=unseen).json()["error"]
    assert refused == nothing.replace(str(10**9), str(unit))
    counts = [client.get("/api/about", headers=headers).json() for headers in (unseen, every)]
    assert [len(one["memories"]) for one in counts] == [2, 3]


def test_who_sees_a_part_is_answered_from_a_database_in_which_nothing_else_is(
    two: Home, desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So what is left out takes no time, whatever is asked."""
    shown = tokens.make_token(file, "a", right=Right.PROPOSE, memories=["agendas", "termbase"])
    app = application(desk, tokens=lambda: tokens.read_tokens(file), writes=True)
    client = TestClient(app, base_url="http://127.0.0.1")
    client.headers["authorization"] = f"Bearer {shown}"
    assert client.get("/api/about").json()["memories"]
    for group in ("units", "segments", "passages", "concepts", "sources", "history"):
        monkeypatch.setattr(type(two), group, property(_not_asked(two, getattr(type(two), group).fget)))
    for path, given in (*ANSWERS, ("/unit/1", {}), ("/api/unit", {"unit": "999999"}), ("/no/such/page", {})):
        assert client.get(path, params=given).status_code in (200, 404)


def test_a_document_that_is_sent_is_worked_on_with_what_its_sender_sees(desk: Desk, file: Path) -> None:
    shown = tokens.make_token(file, "a", memories=["agendas"])
    client = TestClient(application(desk, tokens=lambda: tokens.read_tokens(file)), base_url="http://127.0.0.1")
    client.headers["authorization"] = f"Bearer {shown}"
    content = f"{OTHER}\n\nAdoption of the agenda".encode()
    answer = client.post("/documents", files={"file": ("a.txt", content, "x/y")})
    while 'http-equiv="refresh"' in answer.text:
        answer = client.get(str(answer.url))
    assert "Traité" not in answer.text and "Adoption du rapport" in answer.text


def test_who_sees_a_part_sees_at_once_what_they_have_done(two: Home, desk: Desk, file: Path) -> None:
    shown = tokens.make_token(file, "a", right=Right.WRITE, memories=["agendas", "termbase"])
    app = application(desk, tokens=lambda: tokens.read_tokens(file), writes=True)
    client = TestClient(app, base_url="http://127.0.0.1")
    client.headers["authorization"] = f"Bearer {shown}"
    unit = client.get("/api/concordance", params={"q": "agenda"}).json()["lines"][0]["unit"]
    proposed = client.post("/api/propose", json={"unit": unit, "target": "Ordre du jour neuf"})
    assert proposed.status_code == 200
    assert [one["proposal"] for one in client.get("/api/proposals").json()["proposals"]] == [
        proposed.json()["proposal"]
    ]
    assert client.post("/api/accept", json={"proposal": proposed.json()["proposal"]}).status_code == 200
    assert "Ordre du jour neuf" in client.get("/api/unit", params={"unit": unit}).text


def test_a_change_takes_whole_steps_whatever_other_memories_have(
    two: Home, desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr(doors, "sleep", sleep)
    limited, every = (
        tokens.make_token(file, name, right=Right.WRITE, memories=memories)
        for name, memories in (("a", ["agendas", "termbase"]), ("b", None))
    )
    app = application(desk, tokens=lambda: tokens.read_tokens(file), writes=True)
    client = TestClient(app, base_url="http://127.0.0.1")
    for shown, expected in ((every, 0), (limited, 1)):
        headers = {"authorization": f"Bearer {shown}"}
        assert client.get("/api/lookup", params={"q": OTHER}, headers=headers).status_code == 200
        assert not waits
        assert client.post("/api/edit", json={"unit": 5, "target": OTHER}, headers=headers).status_code == 200
        assert len(waits) == expected and all(0 < wait < doors.STEP for wait in waits)


def test_who_comes_before_their_part_is_there_is_told_so(
    desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = tokens.make_token(file, "a", memories=["agendas"])
    client = TestClient(application(desk, tokens=lambda: tokens.read_tokens(file)), base_url="http://127.0.0.1")
    client.headers["authorization"] = f"Bearer {shown}"
    monkeypatch.setattr(desk.parts, "brought_up", lambda memories, patience: False)
    program, person = (client.get("/", headers={"accept": accept}) for accept in ("*/*", "text/html"))
    assert (program.status_code, program.headers["retry-after"]) == (503, "10")
    assert person.status_code == 503 and 'http-equiv="refresh"' in person.text


def test_parts_of_tokens_that_are_gone_are_removed(two: Home, tmp_path: Path) -> None:
    for choices in (["agendas"], ["termbase"]):
        desk = Desk(two, extracts=tmp_path / "x")
        desk.parts.prepare([choices])
        assert desk.parts.brought_up(frozenset(choices), 60)
        desk.close()
        assert len(list((tmp_path / "x").glob("*.db"))) == 1


def test_parts_of_a_large_home_are_made_by_a_process_of_their_own(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "LARGE", 0)
    followed: list[object] = []
    monkeypatch.setattr(Follower, "follow", lambda *given: followed.append(given))
    seen = frozenset({"agendas"})
    assert desk.parts.brought_up(seen, 60)
    assert desk.parts.of(seen).statistics().memories and not followed
