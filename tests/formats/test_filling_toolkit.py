"""Files that translate-toolkit reads are filled, and nothing else in them changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmtool.errors import InputError
from tmtool.formats.filling import Fillable, Filling, State
from tmtool.formats.registry import detect
from tmtool.formats.rewriting import with_changes
from tmtool.model import Skipped, Status, Unit

QT = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>Window</name>
    <message>
        <location filename="../a.cpp" line="12"/>
        <source>Opening of the &quot;session&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Clôture</translation>
    </message>
    <message numerus="yes">
        <source>%n meeting(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
"""
ANDROID = """<?xml version='1.0' encoding='utf-8'?>
<!-- Strings -->
<resources  xmlns:tools='http://schemas.android.com/tools'>
    <string name="open">Opening of the session</string>
    <string name='name' translatable="false">UNODC</string>
    <plurals name="days">
        <item quantity="one">%d day</item>
        <item quantity="other">%d days</item>
    </plurals>
</resources>
"""
RESX = """<?xml version="1.0" encoding="utf-8"?>
<root>
  <resheader name="resmimetype"><value>text/microsoft-resx</value></resheader>
  <data name="open" xml:space="preserve">
    <value>Opening of the session</value>
    <comment>a title</comment>
  </data>
</root>
"""
SAMPLES = {
    "a.ts": QT,
    "a.xml": ANDROID,
    "a.resx": RESX,
    "a.properties": "# Agenda\nopen = Opening of the session\nclose:Closing\\\n   of the session\n",
    "utf8.properties": "who = Élodie\nopen = Opening of the session\n",
    "a.strings": '/* Agenda */\n"open" = "Opening of the session";\n"close"   =   "Closing";\n',
    "a.json": '{\n  "menu": {"open": "Opening of the session", "n": 3, "list": ["One"]},\n  "é": "Caf\\u00e9"\n}\n',
    "a.arb": '{\n  "@@locale": "en",\n  "open": "Opening of the session",\n  "@open": {"description": "a title"}\n}\n',
    "i18next.json": '{\n  "day_one": "{{count}} day",\n  "day_other": "{{count}} days",\n  "open": "Opening"\n}\n',
    "a.yaml": "# Agenda\nopen:   Opening of the session\nlist:\n- One\n- 'Two: three'\n",
    "rails.yml": '---\nen:\n  agenda:\n    open: "Opening of the session" # a title\n'
    "    days:\n      one: a day\n      other: '%{count} days'\n",
    "a.srt": "1\r\n00:00:01,000 --> 00:00:02,500\r\nOpening of\r\nthe session\r\n\r\n2\r\n00:00:03,000 --> "
    "00:00:04,000\r\n<i>Closing</i>\r\n",
    "a.vtt": "WEBVTT\n\nNOTE by hand\n\nintro\n00:01.000 --> 00:02.500 align:start\nOpening of the session\n",
}


def opened(path: Path) -> Fillable:
    reader = detect(path).read_fillable
    assert reader is not None
    return reader(path, source_language="en")


def written(tmp_path: Path, name: str) -> Path:
    path = tmp_path / name
    path.write_bytes(SAMPLES[name].encode())
    return path


def filling(text: str, state: State = State.READY) -> Filling:
    return Filling(text, (), state, 100)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_without_fillings_is_the_same_bytes(name: str, tmp_path: Path) -> None:
    path = written(tmp_path, name)
    assert opened(path).content({}, target_language="fr") == path.read_bytes()


@pytest.mark.parametrize("name", sorted(set(SAMPLES) - {"a.ts"}))
def test_a_file_in_one_language_filled_with_its_own_words_is_the_same_bytes(name: str, tmp_path: Path) -> None:
    path = written(tmp_path, name)
    file = opened(path)
    own = {index: filling(slot.source) for index, slot in enumerate(file.slots)}
    assert file.content(own, target_language="fr") == path.read_bytes()


@pytest.mark.parametrize("name", SAMPLES)
def test_each_string_is_replaced_in_its_place_and_read_again(name: str, tmp_path: Path) -> None:
    path = written(tmp_path, name)
    file = opened(path)
    index = next(index for index, slot in enumerate(file.slots) if slot.source.startswith("Opening"))
    french = "Ouverture de l’« élection »"
    path.write_bytes(file.content({index: filling(french)}, target_language="fr"))
    again = opened(path).slots

    expected = [(slot.source, slot.target) for slot in file.slots]
    bilingual = name == "a.ts"
    expected[index] = (file.slots[index].source, french) if bilingual else (french, "")
    assert [(slot.source, slot.target) for slot in again] == expected
    before, after = SAMPLES[name].splitlines(), path.read_bytes().decode().splitlines()
    gone = [line for line in before if line not in after]
    assert len(gone) == len([line for line in gone if "Opening" in line or "the session" in line or bilingual]) <= 2


def test_a_message_of_qt_to_look_at_is_unfinished_and_forms_of_number_are_left(tmp_path: Path) -> None:
    path = written(tmp_path, "a.ts")
    file = opened(path)
    assert [(slot.target, slot.locked) for slot in file.slots] == [("", False), ("Clôture", False), ("", True)]

    ready = file.content({0: filling("Ouverture")}, target_language="fr").decode()
    unsure = file.content({0: filling("Ouverture", State.TO_REVIEW)}, target_language="fr").decode()
    assert ready == QT.replace('<translation type="unfinished"></translation>', "<translation>Ouverture</translation>")
    assert unsure == QT.replace('"unfinished"></translation>', '"unfinished">Ouverture</translation>')


def test_messages_of_qt_are_units(tmp_path: Path) -> None:
    path = written(tmp_path, "a.ts")
    reader = detect(path).read_units
    assert reader is not None
    found = list(reader(path, source_language="en", target_language="fr"))
    units = [one for one in found if isinstance(one, Unit)]
    assert [(one.variants[1].text, one.status, one.context) for one in units] == [
        ("Clôture", Status.TRANSLATED, "Window")
    ]
    assert sum(isinstance(one, Skipped) for one in found) == 2


def test_java_reads_accents_as_numbers_where_the_file_had_none(tmp_path: Path) -> None:
    path = written(tmp_path, "a.properties")
    content = opened(path).content({0: filling("Début 😀")}, target_language="fr")
    assert b"open = D\\u00e9but \\ud83d\\ude00\n" in content
    assert opened(path).slots[1].source == "Closingof the session"


def test_a_table_is_filled_beside_its_sources(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    table = '"location","source","target","fuzzy"\r\n"a.c","Say ""yes""","",""\r\n"b.c","No","Non",""\r\n'
    path.write_bytes(b"\xef\xbb\xbf" + table.encode())
    file = opened(path)
    assert [(slot.source, slot.target) for slot in file.slots] == [('Say "yes"', ""), ("No", "Non")]
    content = file.content({0: filling('Dites "oui", oui', State.TO_REVIEW)}, target_language="fr")
    expected = table.replace('"Say ""yes""","",""', '"Say ""yes""","Dites ""oui"", oui","True"')
    assert content == b"\xef\xbb\xbf" + expected.encode()


def test_a_table_of_more_than_two_languages_is_not_filled(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("en\tfr\tfr-CA\nOne\t\t\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"two languages \(en, fr, fr-CA\)"):
        opened(path)


def test_what_no_parser_makes_anything_of_is_told_in_one_line(tmp_path: Path) -> None:
    for name, content in (("a.json", "{"), ("a.yaml", "a: [\n"), ("a.srt", "x"), ("a.ts", "<TS><a></TS>")):
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        with pytest.raises(InputError) as told:
            opened(path)
        assert "\n" not in str(told.value)


def test_what_a_library_lays_out_otherwise_stays_as_it_was() -> None:
    original = "<a  x='1'>\r\n<b>one</b><c/>\r\n</a>\r\n"
    before = '<a x="1">\n  <b>one</b>\n  <c></c>\n</a>'
    assert with_changes(original, before, before.replace("one", "un et\ndemi")) == original.replace(
        "one", "un et\r\ndemi"
    )
    assert with_changes(original, before, before.replace("one", "")) == original.replace("one", "")
    assert with_changes(original, before, before.replace("one", " one !")) == original.replace("one", " one !")
    assert with_changes(original, before, before) == original
