"""Programs get what they expect: the requests are those that the clients' own code sends."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

EXACT, EXACT_FR = "Working Group on the Smuggling of Migrants", "Groupe de travail sur le trafic illicite de migrants"
WRONG_DAY = "La réunion aura lieu le lundi 3 septembre 2019."


class TestLanguageTool:
    """A `TestLanguageTool` asks as LibreOffice, OmegaT and LTeX do; places count UTF-16 code units."""

    def check(self, client: TestClient, **fields: str) -> dict[str, Any]:
        answer = client.post("/v2/check", data=fields)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def test_a_paragraph_of_libreoffice_is_checked(self, client: TestClient) -> None:
        (match,) = self.check(client, text=WRONG_DAY, language="fr")["matches"]
        assert (match["offset"], match["length"]) == (WRONG_DAY.index("lundi"), len("lundi"))
        assert match["replacements"] == [{"value": "mardi"}]
        assert match["rule"]["id"] == "DATES_WEEKDAY"
        assert match["sentence"] == WRONG_DAY

    def test_places_count_utf_16_code_units(self, client: TestClient) -> None:
        text = "😀😀 " + WRONG_DAY
        (match,) = self.check(client, text=text, language="fr-FR")["matches"]
        assert text.encode("utf-16-le")[2 * match["offset"] :][: 2 * match["length"]].decode("utf-16-le") == "lundi"
        assert match["context"]["offset"] == match["offset"]

    def test_a_place_after_accents_apart_is_that_in_the_text_as_it_came(self, client: TestClient) -> None:
        text = WRONG_DAY.replace("é", "e\u0301")
        (match,) = self.check(client, text=text, language="fr")["matches"]
        assert text[match["offset"] :][: match["length"]] == "lundi"

    def test_a_later_paragraph_has_its_own_place(self, client: TestClient) -> None:
        text = "Ordre du jour\n\n" + WRONG_DAY
        (match,) = self.check(client, text=text, language="fr")["matches"]
        assert text[match["offset"] :][: match["length"]] == "lundi"

    def test_the_probe_of_omegat_is_answered(self, client: TestClient) -> None:
        body = "text=Test&language=en-US&disabledCategories=FOO"
        found = client.post("/v2/check", content=body, headers={"content-type": "application/x-www-form-urlencoded"})
        assert found.json()["software"]["apiVersion"] == 1
        assert {"en", "fr"} <= {one["longCode"] for one in client.get("/v2/languages").json()}

    def test_a_segment_of_omegat_is_held_against_its_source(self, client: TestClient) -> None:
        found = self.check(
            client,
            text="La réunion durera 13 jours.",
            language="fr",
            srctext="The meeting will last 12 days.",
            motherTongue="en",
            disabledCategories="SPELL,TYPOS",
            disabledRules="SAME_TRANSLATION,TRANSLATION_LENGTH,DIFFERENT_PUNCTUATION",
        )
        assert [one["rule"]["id"] for one in found["matches"]] == ["NUMBERS_VALUE"]
        assert all(one["rule"]["description"] and one["message"] for one in found["matches"])

    def test_a_rule_or_category_that_is_switched_off_is_silent(self, client: TestClient) -> None:
        for off in ({"disabledRules": "dates_weekday"}, {"disabledCategories": "DATES"}):
            assert self.check(client, text=WRONG_DAY, language="fr", **off)["matches"] == []
        only = {"enabledOnly": "true", "enabledCategories": "TYPOGRAPHY"}
        assert self.check(client, text=WRONG_DAY, language="fr", **only)["matches"] == []

    def test_a_form_that_says_it_is_json_is_read(self, client: TestClient) -> None:
        data = {"annotation": [{"markup": "\\emph{", "interpretAs": ""}, {"text": WRONG_DAY}, {"markup": "}"}]}
        body = "language=fr&data=" + quote(json.dumps(data))
        found = client.post("/v2/check", content=body, headers={"content-type": "application/json"}).json()
        (match,) = found["matches"]
        assert match["offset"] == len("\\emph{") + WRONG_DAY.index("lundi")

    def test_a_language_that_is_not_checked_has_no_findings(self, client: TestClient) -> None:
        assert self.check(client, text="Ein Satz.", language="de-DE")["matches"] == []
        assert self.check(client, text="On Monday, 3 September 2019.", language="en-US")["matches"] == []

    def test_the_language_is_told_from_the_text(self, client: TestClient) -> None:
        assert len(self.check(client, text=WRONG_DAY, language="auto")["matches"]) == 1

    @pytest.mark.parametrize(
        "fields",
        [
            {},
            {"text": "x"},
            {"text": "x", "data": "y", "language": "fr"},
            {"language": "fr"},
            {"data": "{", "language": "fr"},
            {"text": "x" * 20_001, "language": "fr"},
        ],
    )
    def test_what_cannot_be_checked_is_400_in_plain_text(self, client: TestClient, fields: dict[str, str]) -> None:
        answer = client.post("/v2/check", data=fields)
        assert (answer.status_code, answer.headers["content-type"]) == (400, "text/plain; charset=utf-8")

    def test_the_address_without_a_version_and_the_small_ones_are_there(self, client: TestClient) -> None:
        assert client.post("/check", data={"text": WRONG_DAY, "language": "fr"}).json()["matches"]
        assert client.get("/v2/maxtextlength").text == "20000"
        assert client.get("/v2/info").json()["software"]["name"] == "tmtool"


class TestAmagama:
    """A `TestAmagama` asks as Weblate and Okapi do: the quality is a float, and no question is an error."""

    def test_an_exact_unit_has_the_quality_100(self, client: TestClient) -> None:
        for root in ("/tmserver", "/api/v1"):
            answer = client.get(f"{root}/en/fr/unit/{quote(EXACT, safe='')}")
            assert '"quality":100.0' in answer.text
            assert answer.json()[0]["target"] == EXACT_FR

    def test_a_source_in_the_query_is_found_too(self, client: TestClient) -> None:
        found = client.get("/tmserver/en_GB/fr/unit/", params={"source": EXACT, "max_candidates": "1"}).json()
        assert [one["target"] for one in found] == [EXACT_FR]

    def test_a_lowest_similarity_is_kept_to(self, client: TestClient) -> None:
        asked = {"source": "Adoption of the agenda and other matters", "min_similarity": "99"}
        assert client.get("/tmserver/en/fr/unit/", params=asked).json() == []

    def test_slashes_and_per_cent_signs_of_a_text_are_its_own(self, client: TestClient) -> None:
        for text in ("a/b?c", "100%25", "50 % of 3/4", ".", "%", "several\nlines\n", "\r\n a"):
            answer = client.get(f"/tmserver/en/fr/unit/{quote(text, safe='')}")
            assert (answer.status_code, answer.json()) == (200, [])

    @pytest.mark.parametrize(
        "path", ["/tmserver/en/de/unit/test", "/tmserver/xx/yy/unit/test", "/tmserver/en/en/unit/a"]
    )
    def test_weblates_probe_is_never_an_error(self, client: TestClient, path: str) -> None:
        assert (client.get(path).status_code, client.get(path).json()) == (200, [])

    def test_the_languages_are_those_of_the_memory(self, client: TestClient) -> None:
        found = client.get("/tmserver/languages/").json()
        assert {"en", "fr"} <= set(found["sourceLanguages"]) and found["sourceLanguages"] == found["targetLanguages"]


class TestApertium:
    """A `TestApertium` asks as OmegaT and Weblate do: there is a translation or none."""

    def test_a_complete_match_is_the_translation(self, client: TestClient) -> None:
        path = f"/translate?q={quote(EXACT)}&markUnknown=no&langpair=en|fr&key="
        assert client.get(path).json() == {
            "responseData": {"translatedText": EXACT_FR},
            "responseDetails": None,
            "responseStatus": 200,
        }

    def test_a_text_in_html_is_read_and_answered_in_it(self, client: TestClient) -> None:
        asked = {"q": EXACT.replace("M", "&#77;"), "langpair": "en|fr", "format": "html"}
        assert client.get("/translate", params=asked).json()["responseData"]["translatedText"] == EXACT_FR
        assert client.get("/translate", params=asked | {"format": "txt"}).json()["responseStatus"] == 404

    def test_weblates_codes_of_three_letters_are_known(self, client: TestClient) -> None:
        asked = {"q": EXACT, "langpair": "eng|fra"}
        assert client.get("/translate", params=asked).json()["responseData"]["translatedText"] == EXACT_FR
        pairs = client.get("/listPairs").json()["responseData"]
        assert {"sourceLanguage": "eng", "targetLanguage": "fra"} in pairs
        assert {"sourceLanguage": "en", "targetLanguage": "fr"} in pairs

    def test_a_fuzzy_match_is_no_translation(self, client: TestClient) -> None:
        asked = {"q": "Working Group on the Smuggling of Cats", "langpair": "en|fr"}
        answer = client.get("/translate", params=asked).json()
        assert (answer["responseStatus"], bool(answer["responseDetails"])) == (404, True)

    def test_a_question_without_languages_is_told(self, client: TestClient) -> None:
        assert client.get("/translate", params={"q": "x"}).json()["responseStatus"] == 400


class TestLibreTranslate:
    """A `TestLibreTranslate` asks for texts: as many come back as were sent, in their order."""

    def test_a_batch_keeps_its_order(self, client: TestClient) -> None:
        asked = {"q": [EXACT, "nothing like it", ""], "source": "en", "target": "fr", "api_key": ""}
        found = client.post("/translate", json=asked).json()
        assert found == {"translatedText": [EXACT_FR, "nothing like it", ""]}

    def test_weblates_probe_in_a_pair_that_is_not_there_gives_the_text_back(self, client: TestClient) -> None:
        asked = b'{"api_key": "", "q": ["test"], "source": "en", "target": "de"}'
        answer = client.post("/translate", content=asked, headers={"content-type": "application/json"})
        assert (answer.status_code, answer.json()) == (200, {"translatedText": ["test"]})

    def test_a_single_text_and_a_language_told(self, client: TestClient) -> None:
        found = client.post("/translate", data={"q": EXACT, "source": "auto", "target": "fr"}).json()
        assert found["translatedText"] == EXACT_FR
        assert found["detectedLanguage"]["language"] == "en"

    def test_languages_and_health(self, client: TestClient) -> None:
        assert {"en", "fr"} <= {one["code"] for one in client.get("/languages").json()}
        assert client.get("/health").json() == {"status": "ok"}
        assert client.post("/detect", data={"q": "la traite des personnes"}).json()[0]["language"] == "fr"

    @pytest.mark.parametrize("asked", [{}, {"q": "x"}, {"q": ["x"] * 101, "source": "en", "target": "fr"}])
    def test_what_cannot_be_translated_is_400(self, client: TestClient, asked: dict[str, object]) -> None:
        answer = client.post("/translate", json=asked)
        assert (answer.status_code, list(answer.json())) == (400, ["error"])


class TestMyMemory:
    """A `TestMyMemory` asks as MateCat does: the status is a number, and the dates are there."""

    def test_matches_have_what_matecat_reads(self, client: TestClient) -> None:
        for path in ("/get", "/api/get"):
            found = client.get(path, params={"q": EXACT, "langpair": "en-us|fr-fr", "mt": "0"}).json()
            assert found["responseStatus"] == 200
            assert found["responseData"] == {"translatedText": EXACT_FR, "match": 1.0}
            assert len(found["matches"][0]["last-update-date"]) == len("2026-11-27 12:00:00")

    def test_a_question_without_languages_is_told(self, client: TestClient) -> None:
        assert client.get("/get", params={"q": "x"}).json()["responseStatus"] == 403
