"""The page works without a script, and with one as people use it: by the keyboard, in a real browser."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from tests.acceptance.conftest import REPOSITORY
from tmtool.model import Unit, Variant
from tmtool.store.home import Home
from tmtool.web.app import application
from tmtool.web.desk import Desk
from tmtool.web.page import looking


def test_a_form_without_a_script_finds_matches_terms_and_units(client: TestClient) -> None:
    shown = client.get("/", params={"q": "smuggling of migrants"}).text
    assert "trafic illicite de migrants" in shown
    assert "<mark>smuggling of migrants</mark>" in shown
    assert 'value="smuggling of migrants"' in shown


def test_only_units_with_the_chosen_translation_are_shown(client: TestClient) -> None:
    every = client.get("/lines", params={"q": "trafic illicite de migrants"}).text
    chosen = client.get("/lines", params={"q": "trafic illicite de migrants", "as": "smuggling"}).text
    assert every.count('class="line"') > chosen.count('class="line"') == 1


def test_a_sentence_has_no_units_with_the_phrase(client: TestClient) -> None:
    assert client.get("/lines", params={"q": "one two three four five six seven eight nine"}).text == ""


def test_small_words_alone_are_no_phrase(client: TestClient) -> None:
    assert client.get("/lines", params={"q": "of the"}).text == ""
    assert client.get("/lines", params={"q": "of the meeting"}).text != ""


def test_a_unit_has_a_page_with_its_neighbours(client: TestClient) -> None:
    shown = client.get("/unit/5").text
    assert shown.count("<li") > 5 and 'class="own"' in shown
    assert client.get("/unit/999999999").status_code == 404
    assert client.get(f"/unit/{10**30}").status_code == 404


def test_the_page_speaks_french_to_who_reads_it(client: TestClient) -> None:
    shown = client.get("/", headers={"accept-language": "fr-FR,fr;q=0.9,en;q=0.8"}).text
    assert '<html lang="fr" ' in shown and "Consulter" in shown


def test_a_note_on_a_term_is_in_the_language_of_who_reads_it(client: TestClient) -> None:
    notes = [client.get("/found", params={"q": "smuggling of migrants", "ui": ui}).text for ui in ("en", "fr")]
    assert ["never contrebande" in note for note in notes] == [True, False]
    assert all("class=note" in note for note in notes)


def test_a_note_on_a_french_term_is_shown_only_where_french_is_one_of_the_two_languages(client: TestClient) -> None:
    asked = {"q": "Report of the Security Council", "from": "en"}
    notes = [client.get("/found", params={**asked, "into": target}).text for target in ("fr", "es")]
    assert ["small s in sécurité" in note for note in notes] == [True, False]
    assert "Consejo de Seguridad" in notes[1]


def test_the_language_that_was_chosen_is_kept(client: TestClient) -> None:
    answer = client.get("/speak/fr", headers={"referer": "http://127.0.0.1/drafts?x=1"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/drafts?x=1")
    assert "ui=fr" in answer.headers["set-cookie"]
    client.cookies.clear()


@pytest.mark.parametrize("referer", ["http://evil.example/x", "http://127.0.0.1//evil.example", "javascript:alert(1)"])
def test_choosing_a_language_leads_to_no_other_site(client: TestClient, referer: str) -> None:
    answer = client.get("/speak/fr", headers={"referer": referer}, follow_redirects=False)
    client.cookies.clear()
    assert answer.headers["location"] == "/"


def test_nothing_to_check_is_told(client: TestClient) -> None:
    assert client.post("/drafts", data={"target": " "}).status_code == 400


def sent(client: TestClient, name: str, content: bytes) -> str:
    """Sends a document, and returns where its suggestions are once they are there."""
    answer = client.post("/documents", files={"file": (name, content, "x/y")}, follow_redirects=False)
    assert answer.status_code == 303
    place = answer.headers["location"]
    while 'http-equiv="refresh"' in client.get(place).text:
        pass
    return place


def test_a_document_is_sent_gone_through_and_had_back_with_its_translations(client: TestClient) -> None:
    english = (REPOSITORY / "samples" / "agenda.en.txt").read_bytes()
    place = sent(client, "../../Agenda «1».txt", english)
    shown = client.get(place)
    assert shown.status_code == 200 and "Agenda «1».txt" in shown.text
    names = re.findall(r'href="(/documents/[^"]+)" download', shown.text)
    assert [name.rpartition(".")[2] for name in names] == ["txt", "xlf", "xliff", "tmx", "tsv"]
    given = {name.rpartition(".")[2]: client.get(name) for name in names}
    assert {answer.status_code for answer in given.values()} == {200}
    assert "Adoption de l’ordre du jour" in given["txt"].text
    assert b"<xliff" in given["xlf"].content and b"<tmx" in given["tmx"].content
    assert given["txt"].headers["content-disposition"].startswith("attachment")


def test_a_text_that_is_pasted_is_a_document_too(client: TestClient) -> None:
    answer = client.post("/documents", data={"text": "Adoption of the agenda\r\n\r\nWorking Group"}, files={})
    while 'http-equiv="refresh"' in answer.text:
        answer = client.get(str(answer.url))
    assert "text.txt" in answer.text and 'class="match suggestion"' in answer.text
    nothing = client.post("/documents", data={"text": " "})
    assert nothing.status_code == 400 and "paste its text" in nothing.text


def test_of_a_segment_without_translation_its_terms_and_parts_are_shown(client: TestClient) -> None:
    text = "They discussed at length the smuggling of migrants and trafficking in persons by sea."
    answer = client.post("/documents", data={"text": text}, files={})
    while 'http-equiv="refresh"' in answer.text:
        answer = client.get(str(answer.url))
    assert '>smuggling of migrants</span> → <b lang="fr" dir="auto">trafic illicite de migrants</b>' in answer.text
    assert ">traite des personnes</b>" in answer.text and "contrebande" not in answer.text


def test_a_person_who_goes_astray_gets_a_page(client: TestClient) -> None:
    answer = client.get("/nowhere", headers={"accept": "text/html"})
    assert answer.status_code == 404 and "There is no such page." in answer.text and "<nav" in answer.text
    assert client.get("/nowhere").text == "Not Found"


@pytest.mark.parametrize(("name", "content"), [("a.docx", b"PK no archive"), ("a.xyz", b"\0\1"), ("", b"x")])
def test_a_document_that_is_none_is_told_without_the_servers_paths(
    client: TestClient, name: str, content: bytes
) -> None:
    answer = client.post("/documents", files={"file": (name, content, "x/y")})
    while 'http-equiv="refresh"' in answer.text:
        answer = client.get(str(answer.url))
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text and "tmtool-" not in answer.text


def test_a_document_that_is_not_there_any_more_is_404(client: TestClient) -> None:
    assert client.get("/documents/nothing").status_code == 404
    assert client.get("/documents/nothing/agenda.xlf").status_code == 404


def test_a_phrase_of_words_that_are_everywhere_asks_for_another_word(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "MOST_COMMON", 3)
    assert "<mark>" not in client.get("/lines", params={"q": "meeting"}).text
    assert "add one" in client.get("/lines", params={"q": "meeting"}).text


@pytest.mark.parametrize("name", ["found", "lines", "asked", "choices", "title", "$", "{x}"])
def test_a_dollar_sign_that_is_asked_for_is_one(client: TestClient, name: str) -> None:
    shown = client.get("/", params={"q": f"${name} agenda"})
    assert shown.status_code == 200
    assert f'value="${name} agenda"' in shown.text


def test_a_dollar_sign_in_a_draft_is_one(client: TestClient) -> None:
    answer = client.post("/drafts", data={"source": "$target", "target": "$source 5"})
    while 'http-equiv="refresh"' in answer.text:
        answer = client.get(str(answer.url))
    shown = answer.text
    assert ">$target</textarea>" in shown and ">$source 5</textarea>" in shown


def test_filters_leave_units_out_and_stay_in_the_address(client: TestClient) -> None:
    asked = {"q": "smuggling of migrants"}
    every = client.get("/lines", params=asked).text.count('class="line"')
    body = client.get("/lines", params=asked | {"body": "ctoc/cop/wg.7"}).text
    assert 0 < body.count('class="line"') <= every and "CAC/COSP" not in body
    for nothing in ({"memory": "none"}, {"since": "2999-01-01"}, {"until": "1999-01-01"}, {"status": "draft"}):
        assert client.get("/lines", params=asked | nothing).text.count('class="line"') == 0
    shown = client.get("/", params=asked | {"body": "CTOC", "status": "approved", "since": "2020-01-01"}).text
    assert '<details class="filters" open>' in shown and 'value="CTOC"' in shown
    assert "body=CTOC" in shown and "status=approved" in shown, "the ways to a translation keep them"


def test_matches_are_those_of_the_units_that_are_wanted(client: TestClient) -> None:
    asked = {"q": "Adoption of the agenda and organization of work"}
    found = [one["document"] for one in client.get("/api/lookup", params=asked).json()["matches"]]
    for document in found:
        given = asked | {"body": document, "limit": 1}
        assert client.get("/api/lookup", params=given).json()["matches"][0]["document"] == document
    assert client.get("/api/lookup", params=asked | {"status": "superseded"}).json()["matches"] == []
    assert client.get("/api/concordance", params={"q": "agenda", "since": "2999-01-01"}).json()["lines"] == []


def test_a_filter_that_is_none_is_left_out(client: TestClient) -> None:
    asked = {"q": "smuggling of migrants", "since": "yesterday", "status": "x", "from": "tlh", "into": "../"}
    assert client.get("/lines", params=asked).text.count('class="line"') > 0


@pytest.fixture
def of_three(written: Home, desk: Desk) -> TestClient:
    """Gives a server with texts in a third language, which is written from right to left."""
    with written.transaction():
        writer = written.sources.replace_units("unog", "a.tsv", "table", "0")
        writer.add(Unit((Variant("en", "Adoption of the agenda"), Variant("ar", "إقرار جدول الأعمال"))))
        writer.finish()
    return TestClient(application(desk), base_url="http://127.0.0.1")


def test_each_pair_of_languages_that_is_there_can_be_chosen(of_three: TestClient) -> None:
    assert 'lang="ar"' in of_three.get("/").text
    shown = of_three.get("/", params={"q": "Adoption of the agenda", "from": "en", "into": "ar"}).text
    assert '<p class="target" lang="ar" dir="auto">إقرار جدول الأعمال</p>' in shown
    assert 'name="into"' in of_three.get("/drafts").text and 'name="into"' in of_three.get("/documents").text


def test_a_text_in_a_third_language_is_answered_in_the_language_that_is_chosen(of_three: TestClient) -> None:
    shown = of_three.get("/", params={"q": "Утверждение повестки дня", "into": "ar"}).text
    assert '<option value="ar" selected' in shown


def test_there_is_nothing_to_choose_where_there_are_two(client: TestClient) -> None:
    assert 'name="into"' not in client.get("/").text + client.get("/drafts").text


def test_a_link_names_its_languages_before_anybody_has_counted_those_of_the_database(client: TestClient) -> None:
    page = client.get("/", params={"q": "Security Council", "from": "en", "into": "ru"}).text
    assert '<option value="en" selected' in page
    assert '<option value="ru" selected' in page
