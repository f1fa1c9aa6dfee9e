"""Tests the words of a text, and the inflected forms of the words of terms."""

from __future__ import annotations

from pathlib import Path

import pytest

import tmtool.languages
from tmtool import languages
from tmtool.languages.tables import rows


@pytest.mark.parametrize(
    ("tag", "text", "words"),
    [
        ("en", "The asylum-seeker's claim", "The|asylum|seeker|'s|claim"),
        ("en", "States’ parties don't say “no”", "States|parties|don't|say|no"),
        ("en", "Ten o'clock, 1,200.5 tons", "Ten|o'clock|1,200.5|tons"),
        ("fr", "l’organisation d'avoirs", "l’|organisation|d'|avoirs"),
        ("fr", "Aujourd'hui, quelqu’un", "Aujourd'hui|quelqu’un"),
        ("fr", "jusqu’à ce qu'il s’en aille", "jusqu’|à|ce|qu'|il|s’|en|aille"),
        ("fr", "la main-d’œuvre, peut-être", "la|main|d’|œuvre|peut|être"),
        ("fr", "1 200,5 % (article 5)", "1|200,5|article|5"),
    ],
)
def test_words_are_split_at_hyphens_and_after_elisions(tag: str, text: str, words: str) -> None:
    assert "|".join(span.of(text) for span in languages.get(tag).words(text)) == words


@pytest.mark.parametrize(
    ("word", "part_of_speech", "forms"),
    [
        ("smuggler", "noun", "smuggler smugglers"),
        ("firearms", "", "firearm firearms"),
        ("person", "noun", "people person persons"),
        ("women", "noun", "woman women"),
        ("criterion", "noun", "criteria criterion"),
        ("Policy", "noun", "policies policy"),
        ("crisis", "noun", "crises crisis"),
        ("bases", "noun", "base bases basis"),
        ("process", "noun", "process processes"),
        ("news", "noun", "news"),
        ("customs", "noun", "customs"),
        ("illegal", "adjective", "illegal"),
        ("of", "", "of"),
        ("organization", "noun", "organisation organisations organization organizations"),
        ("seek", "verb", "seek seeking seeks sought"),
        ("ban", "verb", "ban banned banning bans"),
        ("carry", "verb", "carried carries carry carrying"),
        ("agree", "verb", "agree agreed agreeing agrees"),
        ("smuggle", "verb", "smuggle smuggled smuggles smuggling"),
    ],
)
def test_english_forms(word: str, part_of_speech: str, forms: str) -> None:
    assert " ".join(sorted(languages.get("en").forms(word, part_of_speech))) == forms


@pytest.mark.parametrize(
    ("word", "part_of_speech", "forms"),
    [
        ("trafic", "noun", "trafic trafics"),
        ("traite", "noun", "traite traites"),
        ("traité", "noun", "traité traités"),
        ("illicite", "", "illicite illicites"),
        ("migrants", "noun", "migrant migrante migrantes migrants"),
        ("réfugié", "noun", "réfugié réfugiée réfugiées réfugiés"),
        ("demandeur", "noun", "demanderesse demanderesses demandeur demandeurs demandeuse demandeuses"),
        ("directeur", "noun", "directeur directeurs directeuse directeuses directrice directrices"),
        ("réseaux", "noun", "réseau réseaux"),
        ("Travaux", "noun", "travail travaux"),
        ("enjeu", "noun", "enjeu enjeux"),
        ("procès", "noun", "procès"),
        ("délais", "noun", "délai délais"),
        ("avoirs", "noun", "avoirs"),
        ("biens", "noun", "biens"),
        ("mesure", "noun", "mesure mesures"),
        ("œuvre", "noun", "oeuvre oeuvres"),
        ("national", "adjective", "national nationale nationales nationaux"),
        ("organisé", "adjective", "organisé organisée organisées organisés"),
        ("actif", "adjective", "actif actifs active actives"),
        ("criminel", "adjective", "criminel criminelle criminelles criminels"),
        ("dangereux", "adjective", "dangereuse dangereuses dangereux"),
        ("étrangère", "adjective", "étranger étrangers étrangère étrangères"),
        ("public", "adjective", "public publics publique publiques"),
        ("européen", "adjective", "européen européenne européennes européens"),
        ("illégal", "adjective", "illégal illégale illégales illégaux"),
        ("compétent", "adjective", "compétent compétente compétentes compétents"),
        ("l’", "", "l'"),
        ("geler", "verb", None),
    ],
)
def test_french_forms(word: str, part_of_speech: str, forms: str | None) -> None:
    found = languages.get("fr").forms(word, part_of_speech)
    if forms is None:
        assert {"geler", "gèle", "gèlent", "gelé", "gelées", "gelant", "gèlera"} <= found
    else:
        assert " ".join(sorted(found)) == forms


@pytest.mark.parametrize("tag", languages.supported())
@pytest.mark.parametrize("word", ["x", "ONUDC", "États", "2020", "", "d’", "Œuvre", "mis-à-jour"])
def test_a_word_is_among_its_own_forms(tag: str, word: str) -> None:
    language = languages.get(tag)
    assert language.fold_case(word) in language.forms(word, "")


@pytest.mark.parametrize(
    "path",
    sorted(Path(tmtool.languages.__file__).parent.glob("*/*.t*")),
    ids=lambda path: f"{path.parent.name}/{path.name}",
)
def test_a_word_list_says_what_it_is_and_repeats_nothing(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# ")
    entries = rows(path)
    assert len(set(entries)) == len(entries)
    if path.name.endswith("_forms.tsv"):  # wrong forms, which may begin with a space; a trigger may be missing
        return
    # The last cell may be empty: an adverb of the lexicon has no gender or number.
    assert all(cell.strip() == cell for row in entries for cell in row)
    assert all(cell for row in entries for cell in (row[:-1] or row))
    if not path.name.startswith("irregular"):
        assert len({len(row) for row in entries}) == 1
