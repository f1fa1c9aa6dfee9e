"""Damages files of every format at random, and reads them with everything that reads such files.

The suite takes a few hundred cases (`test_mutated_files`). `python -m tests.formats.mutated_files 10000 [SEED
[FOLDER]]` takes as many as one likes, prints what is not as it should be, and keeps those files.
"""

from __future__ import annotations

import io
import os
import random
import resource
import sys
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from unicodedata import category

from tests.formats.printed import raw_pdf, shown
from tests.formats.test_docx import docx, paragraph, run
from tests.formats.test_filling_word_codes import deleted, field, inserted, ruby
from tests.formats.test_multiterm import ENTRY
from tests.formats.test_odt import odt
from tmtool.errors import TmtoolError
from tmtool.formats.docx.table import table_document
from tmtool.formats.filling import Fillable, Filling, State
from tmtool.formats.format import Format
from tmtool.formats.registry import detect, formats, writer
from tmtool.formats.tmx.writing import write_units as write_tmx
from tmtool.formats.xliff.unit_writing import write_units as write_xliff_1
from tmtool.formats.xliff.unit_writing_2 import write_units as write_xliff_2
from tmtool.model import Concept, Document, MatchKind, Segment, Span, Suggestion, Term, TermStatus, Unit, Variant
from tmtool.tasks.filling import read_to_fill
from tmtool.tasks.validating import validate

SECONDS = 2.0
"""The time of the processor that reading a small file may take, however it is damaged."""
NOWHERE = Path(os.devnull)
_LONGEST_PIECE = 200
_PIECES = (
    *(bytes((one,)) for one in b"\0\x02\x1b\r\t\"'&<>#\\\xc3"),
    *(
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"\xe2\x80\xa8",
        b"\xc2\x85",
        b"\xf0\x9f\x98\x80",
        b"\n\n",
        b" | ",
    ),
    *(b"&amp;", b"&#0;", b"&#xD800;", b"&nothing;", b"</", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?", b"xmlns=''"),
    *(b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b'encoding="utf-16"', b'encoding="nothing"', b'xml:lang=""', b"<a>" * 300),
    *(b"99999999999999999999", b"-1", b"a" * 3000, b"PK\x03\x04", b"%PDF-", b'msgid "', b"= "),
)
"""What files should not have, or not there."""


_PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: fr\\n"

#: a.c:1
msgctxt "b"
msgid "The Group met."
msgstr "Le Groupe s’est réuni."

#, fuzzy
msgid "one"
msgid_plural "many"
msgstr[0] "un"
msgstr[1] "plusieurs"
"""
_PAGE = """<!DOCTYPE html><html><head><meta charset=utf-8></head><body><h1>Agenda</h1>
<ol type=a start=2><li>One<li>Two<ul><li>x</ul></ol>
<table><tr><td rowspan=2>a<td>b<tr><td>c</table>
<p>Text<sup><a href='#fn1'>1</a></sup><p id=fn1>Note</body></html>
"""
_XLIFF = """<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="fr">
<file id="f"><unit id="u"><mda:metadata xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"><mda:metaGroup category="c">
<mda:meta type="t">v</mda:meta></mda:metaGroup></mda:metadata><notes><note>n</note></notes>
<originalData><data id="d">&lt;b&gt;</data></originalData><segment state="final">
<source>The <pc id="1" dataRefStart="d">Group</pc><cp hex="001A"/></source><target>Le <pc id="1">Groupe</pc></target>
</segment></unit></file></xliff>
"""
_TXML = """<txml locale="EN" targetlocale="FR"><skeleton>&lt;p&gt;</skeleton>
<translatable blockId="1"><segment segmentId="1" gtmt="true"><source>One <ut x="1">&lt;b&gt;</ut>two</source>
<ws> </ws><target score="0">Un <ut x="1">&lt;b&gt;</ut>deux</target></segment></translatable></txml>
"""
_SRX = """<srx version="2.0" xmlns="http://www.lisa.org/srx20"><header segmentsubflows="yes" cascade="no"/><body>
<languagerules>
<languagerule languagerulename="a"><rule break="no"><beforebreak>p</beforebreak><afterbreak>\\d</afterbreak>
</rule></languagerule></languagerules><maprules><languagemap languagepattern=".*" languagerulename="a"/></maprules>
</body></srx>
"""


@dataclass(frozen=True, slots=True)
class Fault:
    """A `Fault` says what a damaged file brought about that it should not have, and holds the file."""

    problem: str
    name: str
    content: bytes


def originals(folder: Path) -> dict[str, bytes]:
    """Returns a small sound file for each ending that can be read, by its name."""
    pair = {"source_language": "en", "target_language": "fr"}
    units = [
        Unit(
            (Variant("en", "The Group met.", "The <bpt i='1'/>Group<ept i='1'/> met.", "tmx"), Variant("fr", text)),
            id=str(number),
            document="A/1",
            properties={"x": "y"},
        )
        for number, text in enumerate(("Le Groupe s’est réuni.", "La réunion du Groupe."), 1)
    ]
    terms = (
        Term("smuggling", "en"),
        Term("trafic illicite", "fr", gender="m"),
        Term("traite", "fr", TermStatus.DEPRECATED),
    )
    concepts = [Concept("a", terms, domain="crime", definition="A crime.", note="b", properties={"x": "y"})]
    segments = [Segment(1, "1. The Group met.", 0), Segment(2, "It rose.", 1)]
    suggestions = [Suggestion(one, MatchKind.EXACT, 100, "Le Groupe.", None, (), ()) for one in segments]
    for known in formats():
        for output in known.unit_outputs:
            for ending in output.endings:
                output.write(folder / f"units{ending}", units, **pair)
        for terms_output in known.concept_outputs:
            for ending in terms_output.endings:
                name = f"terms{terms_output.tool}{terms_output.style}{ending}"
                terms_output.write(folder / name, concepts, **pair)
    write = writer(lambda known: known.suggestion_outputs, Path("a.xlf"))
    write(folder / "a.xlf", Document("a.txt", "en", (), ()), suggestions, target_language="fr")
    odt(
        folder,
        "<text:h>Agenda</text:h><text:list><text:list-item><text:p>One</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Two</text:p></table:table-cell></table:table-row></table:table>",
    )
    tracked = paragraph(run("The "), deleted("old"), inserted(run("Group met. It"), field(run("5"))), run(" rose."))
    tracked += paragraph(run("The "), ruby("a", run("Group")), run(" met. It"), ruby("b", run(" rose.")))
    docx(folder, tracked).rename(folder / "tracked.docx")
    samples = Path(__file__).parent / "samples"
    shown_text = [
        shown((72, 700, 12, "The Group met.")),
        shown((72, 680, 12, "It rose at 6 p.m.")),
        "72 60 m 300 60 l S ",
    ]
    return {path.name: path.read_bytes() for path in folder.iterdir()} | {
        "a.docx": table_document([["1", "The Group met.", "Le Groupe s’est réuni."]], ["en", "fr"]),
        "a.pdf": raw_pdf(["".join(shown_text)]),
        "a.mtf": f'<?xml version="1.0" encoding="utf-8"?>\n<mtf>{ENTRY}</mtf>'.encode(),
        "a.po": _PO.encode(),
        "a.html": _PAGE.encode(),
        "a.xliff": _XLIFF.encode(),
        "a.srx": _SRX.encode(),
        "a.sdlxliff": (samples / "translated.sdlxliff").read_bytes(),
        "trados.tmx": (samples / "trados.tmx").read_bytes(),
        "a.properties": b"open = Opening\\\n of the session\nday: \\u00e9\n",
        "a.strings": b'/* Agenda */\n"open" = "Opening";\n',
        "a.json": b'{"menu": {"open": "Opening", "n": 3, "days_one": "a day"}, "list": ["One"]}\n',
        "a.yaml": b"en:\n  open: Opening\n  list:\n  - 'Two: three'\n",
        "a.srt": b"1\n00:00:01,000 --> 00:00:02,500\nOpening\n\n2\n00:00:03,000 --> 00:00:04,000\nClosing\n",
        "a.ts": b"<TS><context><name>a</name><message><source>One</source><translation/></message></context></TS>",
        "a.resx": b'<root><resheader name="a"/><data name="b"><value>Opening</value></data></root>',
        "a.android.xml": b'<resources><string name="a">One <b>two</b></string></resources>',
        "a.txml": _TXML.encode(),
        "a.txt": "Agenda\n\n1. Opening of the session\n2. Élection du Bureau\n".encode(),
        "latin.txt": "Élection du Bureau\n".encode("cp1252"),
        "wide.txt": "Élection du Bureau\n".encode("utf-16"),
    }


def mutated(content: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """Returns the content with a few things wrong; of an archive, mostly in one of its parts."""
    if content.startswith(b"PK\x03\x04") and chance.random() < 0.8:
        return _with_a_part_mutated(content, others, chance)
    data = bytearray(content)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        place = chance.randrange(len(data) + 1)
        end = min(len(data), place + chance.randrange(1, _LONGEST_PIECE))
        match chance.randrange(8):
            case 0 if place < len(data):
                data[place] = chance.randrange(256)
            case 1 if place < len(data):
                data[place] ^= 1 << chance.randrange(8)
            case 2:
                del data[place:end]
            case 3:
                data[place:place] = data[place:end] * chance.choice((1, 2, 50))
            case 4:
                data[place:place] = chance.choice(_PIECES)
            case 5:
                data[place:end] = chance.choice(_PIECES)
            case 6 if chance.random() < 0.3:
                del data[place:]
            case _:
                other = chance.choice(others)
                start = chance.randrange(len(other) + 1)
                data[place:place] = other[start : start + _LONGEST_PIECE]
    return bytes(data)


def _with_a_part_mutated(content: bytes, others: list[bytes], chance: random.Random) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        wrong = chance.choice(names)
        for name in names:
            part = old.read(name)
            new.writestr(name, mutated(part, others, chance) if name == wrong else part)
    return written.getvalue()


def fault_of(path: Path, kind: Format) -> str:
    """Returns what is wrong in how the file is read: by the format that it seems to have, and by the one that it
    had."""
    start = time.process_time()
    problem = ""
    try:
        found = {detect(path).name: detect(path)}
    except TmtoolError as error:
        problem, found = _fault_of_message(error), {}
    except Exception as error:
        return f"detect: {error!r}"
    for known in (found | {kind.name: kind}).values():
        for name, read in _readers(known, path):
            try:
                for _ in read():
                    pass
            except TmtoolError as error:
                problem = problem or _fault_of_message(error)
            except Exception as error:
                return f"{known.name} {name}: {error!r}"
    taken = time.process_time() - start
    return problem or (f"took {taken:.1f} s" if taken > SECONDS else "")


def _readers(known: Format, path: Path) -> Iterator[tuple[str, Callable[[], Iterable[object]]]]:
    pair = {"source_language": "en", "target_language": "fr"}
    if (units := known.read_units) is not None:
        yield "units", lambda: _written(one for one in units(path, **pair) if isinstance(one, Unit))
    if (concepts := known.read_concepts) is not None:
        yield "concepts", lambda: concepts(path, **pair)
    if (kind_of := known.kind_of) is not None:
        yield "kind", lambda: kind_of(path)
    if (blocks := known.read_blocks) is not None:
        yield "blocks", lambda: blocks(path)
    if known.read_texts is not None:
        yield "texts", lambda: [_filled(read_to_fill(path, language="en")[1])] if detect(path) is known else []
    if (fillable := known.read_fillable) is not None:
        yield "fillable", lambda: [_filled(fillable(path, source_language="en"))]
    if known.validate is not None:
        yield "problems", lambda: validate(path, **pair).problems
    if (editable := known.read_editable) is not None:
        yield "editable", lambda: (one.places for one in editable(path, target_language="fr").passages)


def _written(units: Iterable[Unit]) -> Iterator[int]:
    """Writes the units in each format that keeps what others say of them."""
    found = list(units)
    for write in (write_tmx, write_xliff_1, write_xliff_2):
        yield write(NOWHERE, found, source_language="en", target_language="fr")


def _filled(file: Fillable) -> bytes:
    """Returns the file with its first segments filled."""
    found = {
        index: Filling("Ouverture", tuple(Span(0, 0) for _ in slot.codes), State.TO_REVIEW, 100)
        for index, slot in enumerate(file.slots[:3])
        if not slot.locked
    }
    return file.content(found, target_language="fr")


def _fault_of_message(error: TmtoolError) -> str:
    message = str(error)
    sound = len(message.splitlines()) == 1 and not any(category(one) == "Cc" for one in message)
    return "" if sound else f"message: {message!r}"


def faults(cases: int, seed: int) -> Iterator[Fault]:
    """Yields the faults among so many damaged files."""
    chance = random.Random(seed)
    kinds = {ending: known for known in formats() for ending in known.extensions}
    with TemporaryDirectory() as place:
        sound = originals(Path(place))
        others = list(sound.values())
        for number in range(cases):
            name, content = list(sound.items())[number % len(sound)]
            wrong = mutated(content, others, chance)
            path = Path(place) / f"case{Path(name).suffix}"
            path.write_bytes(wrong)
            if problem := fault_of(path, kinds[path.suffix]):
                yield Fault(problem, name, wrong)


if __name__ == "__main__":
    out = Path(sys.argv[3]) if len(sys.argv) > 3 else None
    for number, fault in enumerate(faults(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)):
        print(fault.name, fault.problem[:300], flush=True)
        if out is not None:
            (out / f"{number}-{fault.name}").write_bytes(fault.content)
    print(f"at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
