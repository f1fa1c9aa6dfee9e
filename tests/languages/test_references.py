"""References are read by value in both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Show = Callable[..., str]


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("Under agenda item 2, the Working Group", "2 = item:2"),
        ("Agenda item 02", "02 = item:2"),
        ("item 3 (a)", "3 (a) = item:3.a"),
        ("paragraph  (a), item 3  (a)", "(a) = paragraph:a; 3  (a) = item:3.a"),
        ("item 3 (a) and (b)", "3 (a) = item:3.a; (b) = item:3.b"),
        ("items 3 and 4", "3 = item:3; 4 = item:4"),
        ("item 3 and 20 countries", "3 = item:3"),
        ("paragraph 5 of resolution 2127 (2013)", "5 = paragraph:5; 2127 (2013) = resolution:2127(2013)"),
        (
            "resolutions 1325 (2000) and 1820 (2008)",
            "1325 (2000) = resolution:1325(2000); 1820 (2008) = resolution:1820(2008)",
        ),
        ("in its resolution 7/1", "7/1 = resolution:7/1"),
        ("resolution 46/182 A", "46/182 A = resolution:46/182A"),
        ("resolution 217 A (III)", "217 A (III) = resolution:217A(III)"),
        ("decision 2028/231", "2028/231 = decision:2028/231"),
        (
            "resolutions 55/25, 58/4 and 60/1 of 2005",
            "55/25 = resolution:55/25; 58/4 = resolution:58/4; 60/1 = resolution:60/1",
        ),
        ("paras. 5–7", "5 = paragraph:5; 7 = paragraph:7"),
        ("para.12", "12 = paragraph:12"),
        ("Article 57 of the Convention", "57 = article:57"),
        ("article 19 (2) (b)", "19 (2) (b) = article:19.2.b"),
        ("article 2.1", "2.1 = article:2.1"),
        ("Article I", "I = article:1"),
        ("article 5 bis", "5 bis = article:5.bis"),
        ("annex II and annexes III and IV", "II = annex:2; III = annex:3; IV = annex:4"),
        ("annex A", "A = annex:a"),
        ("chapter VII, section B.1", "VII = chapter:7; B.1 = section:b.1"),
        ("rule 15 and rules 21 and 99", "15 = rule:15; 21 = rule:21; 99 = rule:99"),
        ("table 3 and figure 2", "3 = table:3; 2 = figure:2"),
        ("Supplement No. 18; Nos. 5 and 6", "18 = no:18; 5 = no:5; 6 = no:6"),
        ("Sustainable Development Goal 16", "16 = goal:16"),
        ("Goals 16 and 17; target 16.2", "16 = goal:16; 17 = goal:17; 16.2 = target:16.2"),
        ("indicator 4.7.1 and target 16.a", "4.7.1 = indicator:4.7.1; 16.a = target:16.a"),
        ("subparagraphs (a) and (b) above", "(a) = subparagraph:a; (b) = subparagraph:b"),
        ("(a) Opening; (iv) Closure", "(a) = letter:a; (iv) = letter:iv"),
        ("on paragraph 8 September 2020", ""),
        ("the target 2016 and no part I know", ""),
        ("the resolution I mentioned", ""),
        ("item(s) of the agenda", ""),
        ("subsection 47(3.1) or 47.1(2)", "47(3.1) = paragraph:47.3.1; 47.1(2) = paragraph:47.1.2"),
        ("under (b)(i) or 2(b) above", "(b)(i) = letter:b.i; 2(b) = letter:2.b"),
        ("figures rose by 20", ""),
    ],
)
def test_english_references(english: Show, text: str, references: str) -> None:
    assert english(text, "reference") == references


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("Au titre du point 2 de l’ordre du jour", "2 = item:2"),
        ("point 3 a)", "3 a) = item:3.a"),
        ("point 3 a) et b)", "3 a) = item:3.a; b) = item:3.b"),
        ("points 3 et 4", "3 = item:3; 4 = item:4"),
        ("le point 3 et 20 pays", "3 = item:3"),
        ("paragraphe 5 de la résolution 2127 (2013)", "5 = paragraph:5; 2127 (2013) = resolution:2127(2013)"),
        (
            "résolutions 1325 (2000) et 1820 (2008)",
            "1325 (2000) = resolution:1325(2000); 1820 (2008) = resolution:1820(2008)",
        ),
        ("dans sa résolution 7/1", "7/1 = resolution:7/1"),
        ("la décision 2028/231", "2028/231 = decision:2028/231"),
        ("par. 5 à 7", "5 = paragraph:5; 7 = paragraph:7"),
        ("L’article 57", "57 = article:57"),
        ("l’article 7 1) j)", "7 1) j) = article:7.1.j"),
        ("alinéas 57.2a) et c.1)", "57.2a) = subparagraph:57.2.a; c.1) = subparagraph:57.2.c.1"),
        ("le paragraphe b)ii)", "b)ii) = paragraph:b.ii"),
        ("visé sous b)ii)", "b)ii) = letter:b.ii"),
        ("Article premier", "premier = article:1"),
        ("articles premier à 5", "premier = article:1; 5 = article:5"),
        ("article 5 bis", "5 bis = article:5.bis"),
        ("annexe II, annexes III et IV", "II = annex:2; III = annex:3; IV = annex:4"),
        ("chapitre VII, sect. B.1", "VII = chapter:7; B.1 = section:b.1"),
        ("règle 15", "15 = rule:15"),
        ("tableau 3 et figure 2", "3 = table:3; 2 = figure:2"),
        ("Supplément no 18 ; nos 5 et 6", "18 = no:18; 5 = no:5; 6 = no:6"),
        ("n° 18, nº\u00a018, N°18, n^{o} 18", "18 = no:18; 18 = no:18; 18 = no:18; 18 = no:18"),
        ("objectif de développement durable no 16", "16 = goal:16"),
        ("tableau no 3", "3 = table:3"),
        ("indicateur 4.7.1, cible 16.a", "4.7.1 = indicator:4.7.1; 16.a = target:16.a"),
        ("alinéas a) et b)", "a) = subparagraph:a; b) = subparagraph:b"),
        ("a) Ouverture ; iv) Clôture", "a) = letter:a; iv) = letter:iv"),
        ("(voir b) et (a) puis c)", "(a) = letter:a; c) = letter:c"),
        ("la ou les réunion(s) et l’objectif premier", ""),
        ("au paragraphe du 8 septembre 2020", ""),
        ("il ne peut no", ""),
    ],
)
def test_french_references(french: Show, text: str, references: str) -> None:
    assert french(text, "reference") == references


def test_the_cells_of_an_agenda_table_hold_a_number_and_a_letter(english: Show, french: Show) -> None:
    assert english("1 (a)") == "1 = 1; (a) = letter:a"
    assert french("1 a)") == "1 = 1; a) = letter:a"
