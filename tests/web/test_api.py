"""Programs get the JSON of the command line, in the shapes that the description names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from starlette.testclient import TestClient

from tmtool.present.matches import answer as answer_json
from tmtool.store.home import Home
from tmtool.tasks.lookup import Wanted
from tmtool.web.app import application
from tmtool.web.desk import Desk

QUERY = (
    "The sixteenth meeting of the Working Group on the Smuggling of Migrants will be opened on Wednesday, "
    "11 September 2030, at 10 a.m."
)


def test_a_lookup_answers_as_the_command_line_does(client: TestClient, home: Home) -> None:
    found = client.get("/api/lookup", params={"q": QUERY}).json()
    expected = dict(answer_json(Wanted().answering(home)(QUERY)))
    assert found | {"ms": 0} == expected | {"ms": 0}


def test_several_texts_are_answered_in_their_order(client: TestClient) -> None:
    texts = ["Opening of the meeting", QUERY, ""]
    found = client.post("/api/lookups", json={"texts": texts}).json()
    assert [one["query"] for one in found["answers"]] == texts


def test_a_text_in_french_is_looked_up_in_french(client: TestClient) -> None:
    found = client.get("/api/lookup", params={"q": "Questions d’organisation et adoption de l’ordre du jour"}).json()
    assert (found["source_language"], found["target_language"]) == ("fr", "en")


def test_a_text_in_a_third_language_is_answered_in_the_language_that_is_named(client: TestClient) -> None:
    for text, into, source in [
        ("Совета Безопасности", "es", "ru"),
        ("Совета Безопасности", "en", "ru"),
        ("Item", "es", "en"),
    ]:
        found = client.get("/api/lookup", params={"q": text, "target_language": into}).json()
        assert (found["source_language"], found["target_language"]) == (source, into)


def test_the_language_that_is_named_wins_over_the_text(client: TestClient) -> None:
    found = client.get("/api/terms", params={"q": "la traite des personnes", "source_language": "en"}).json()
    assert (found["source_language"], found["target_language"], found["terms"]) == ("en", "fr", [])


def test_terms_are_found_in_a_text(client: TestClient) -> None:
    found = client.get("/api/terms", params={"q": "le trafic illicite de migrants par mer"}).json()["terms"]
    assert "smuggling of migrants" in [one["term"] for one in found[0]["translations"]]


def test_words_are_looked_up_in_the_term_base(client: TestClient) -> None:
    found = client.get("/api/concepts", params={"q": "trafficking persons", "limit": 3}).json()["concepts"]
    assert found and len(found) <= 3


def test_units_with_a_phrase_come_with_how_it_is_translated(client: TestClient) -> None:
    found = client.get("/api/concordance", params={"q": "smuggling of migrants", "limit": 5}).json()
    assert len(found["lines"]) == 5
    assert found["renderings"][0]["text"] == "trafic illicite de migrants"


def test_a_text_is_checked_against_its_source(client: TestClient) -> None:
    asked = {"source": "The meeting will last 12 days.\nAgenda", "target": "La réunion durera 13 jours.\nOrdre du jour"}
    found = client.post("/api/check", json=asked).json()["findings"]
    assert [(one["segment"], one["check"]) for one in found] == [(1, "numbers-value")]


def test_what_the_checks_say_is_in_the_language_asked_for(client: TestClient) -> None:
    asked = {"source": "12 days", "target": "13 jours"}
    english, french = (
        client.post("/api/check", json=asked, headers={"accept-language": tag}).json()["findings"][0]["message"]
        for tag in ("en", "fr-CH, de;q=0.5")
    )
    assert "source" in english and english != french


def test_a_unit_is_shown_in_its_document(client: TestClient) -> None:
    unit = client.get("/api/lookup", params={"q": QUERY}).json()["matches"][0]["unit"]
    found = client.get("/api/unit", params={"unit": unit, "around": 2}).json()
    assert (found["unit"], len(found["before"]), len(found["after"])) == (unit, 2, 2)


def test_a_unit_that_is_not_there_is_404(client: TestClient) -> None:
    answer = client.get("/api/unit", params={"unit": 10**12})
    assert (answer.status_code, "no unit" in answer.json()["error"]) == (404, True)


@pytest.mark.parametrize(
    ("path", "asked", "said"),
    [
        ("/api/lookup", {}, "“q” is missing"),
        ("/api/lookup", {"q": "x", "limit": "many"}, "no whole number"),
        ("/api/lookup", {"q": "x", "limit": "51"}, "from 1 to 50"),
        ("/api/lookup", {"q": "x", "source_language": "english language"}, "not a language tag"),
        ("/api/lookup", {"q": "x", "fuzzy": "1"}, "cannot be asked for"),
        ("/api/lookup", {"q": "x" * 20_001}, "more than 20000 characters"),
        ("/api/concordance", {"q": "x", "literal": "perhaps"}, "true or false"),
    ],
)
def test_what_cannot_be_asked_is_told_in_one_line(
    client: TestClient, path: str, asked: Mapping[str, str], said: str
) -> None:
    answer = client.get(path, params=dict(asked))
    assert answer.status_code == 400
    assert said in answer.json()["error"] and "\n" not in answer.json()["error"]


def test_signs_that_are_none_are_no_error(client: TestClient) -> None:
    body = b'{"texts": ["a\\u0000b", "\\ud800"]}'
    found = client.post("/api/lookups", content=body)
    assert [one["query"] for one in found.json()["answers"]] == ["a b", "?"]


def test_a_whole_number_may_be_written_with_a_point(client: TestClient) -> None:
    assert client.post("/api/lookups", json={"texts": [], "limit": 5.0}).status_code == 200
    assert client.post("/api/lookups", json={"texts": [], "limit": 5.5}).status_code == 400


def test_an_address_of_the_interface_that_is_none_is_told_in_json(client: TestClient) -> None:
    assert client.get("/api/nothing").json()["error"]
    assert client.post("/api/lookup").json()["error"] and client.post("/api/lookup").status_code == 405


@pytest.mark.parametrize(
    "body",
    [b"", b'{"texts": [], "limit": null}', b"[1]", b"{", b"[" * 5000, b'{"texts": "x"}', b'{"texts": [1]}', b"\xff"],
)
def test_a_body_that_is_no_question_is_told(client: TestClient, body: bytes) -> None:
    assert client.post("/api/lookups", content=body).status_code == 400


def test_every_answer_has_the_shape_that_the_description_says(desk: Desk) -> None:
    client = TestClient(application(desk, writes=True), base_url="http://127.0.0.1")
    description = client.get("/api/openapi.json").json()
    asked: Mapping[str, Mapping[str, Any]] = {
        "/api/lookup": {"q": QUERY},
        "/api/lookups": {"texts": [QUERY]},
        "/api/terms": {"q": QUERY},
        "/api/concepts": {"q": "migrants"},
        "/api/concordance": {"q": "migrants"},
        "/api/check": {"target": "13 jours", "source": "12 days"},
        "/api/unit": {"unit": 1},
        "/api/propose": {"unit": 1, "target": "Autre chose"},
        "/api/accept": {"proposal": 1},
        "/api/reopen": {"proposal": 1},
        "/api/refuse": {"proposal": 1},
        "/api/propose_term": {"source": "blue box", "target": "boîte bleue"},
        "/api/proposals": {},
        "/api/edit": {"unit": 2, "target": "Autre chose", "status": "approved"},
        "/api/undo_edit": {"unit": 2},
        "/api/about": {},
    }
    assert sorted(asked) == sorted(description["paths"])
    for path, given in asked.items():
        method, operation = next(iter(description["paths"][path].items()))
        answer = client.get(path, params=dict(given)) if method == "get" else client.post(path, json=given)
        assert answer.status_code == 200, (path, answer.text)
        schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
        assert misfits(answer.json(), schema, description) == [], path


def misfits(value: Any, schema: Mapping[str, Any], description: Mapping[str, Any], place: str = "") -> list[str]:
    """Returns where a value is not as its schema says; the schemas are made of these words only."""
    if "$ref" in schema:
        return misfits(
            value, description["components"]["schemas"][schema["$ref"].rpartition("/")[2]], description, place
        )
    if "anyOf" in schema:
        every = [misfits(value, one, description, place) for one in schema["anyOf"]]
        return [] if [] in every else every[0]
    kinds: Mapping[str, Any] = {
        "object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool,
        "null": type(None),
    }  # fmt: skip
    if "type" not in schema:
        return []
    if not isinstance(value, kinds[schema["type"]]):
        return [f"{place}: {value!r} is no {schema['type']}"]
    if schema["type"] == "array":
        return [found for one in value for found in misfits(one, schema["items"], description, f"{place}[]")]
    if schema["type"] == "object":
        wrong = [f"{place}.{name} is missing" for name in schema["required"] if name not in value]
        wrong += [f"{place}.{name} is not described" for name in value if name not in schema["properties"]]
        for name, part in schema["properties"].items():
            if name in value:
                wrong += misfits(value[name], part, description, f"{place}.{name}")
        return wrong
    return []
