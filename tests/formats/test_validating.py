"""`validate` names the rule that a place of a file breaks, and says nothing of what is as the standards have it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmtool.errors import InputError
from tmtool.formats.registry import detect
from tmtool.tasks.validating import Validated, validate

from .mutated_files import originals

HEADER = (
    'creationtool="a" creationtoolversion="1" segtype="sentence" o-tmf="a" adminlang="en" srclang="en" datatype="xml"'
)
UNIT = '<tu><tuv xml:lang="en"><seg>The Group met.</seg></tuv><tuv xml:lang="fr"><seg>Le Groupe.</seg></tuv></tu>'


def tmx(body: str, header: str = HEADER, root: str = 'version="1.4"') -> str:
    return f"<tmx {root}>\n<header {header}/>\n<body>\n{body}\n</body>\n</tmx>"


def xliff(body: str, version: str = "1.2", file: str = 'target-language="fr"') -> str:
    return (
        f'<xliff version="{version}" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
        f'<file original="a" source-language="en" datatype="x-a" {file}>\n<body>\n{body}\n</body></file></xliff>'
    )


def tbx(entry: str) -> str:
    return (
        '<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">\n<tbxHeader><fileDesc>'
        f"<sourceDesc><p>a</p></sourceDesc></fileDesc></tbxHeader><text><body>\n{entry}\n</body></text></tbx>"
    )


def srx(rules: str, maps: str = '<languagemap languagepattern=".*" languagerulename="a"/>') -> str:
    return (
        '<srx version="2.0" xmlns="http://www.lisa.org/srx20"><header segmentsubflows="yes" cascade="no"/><body>\n'
        f'<languagerules><languagerule languagerulename="a">\n{rules}\n</languagerule></languagerules>\n'
        f"<maprules>{maps}</maprules></body></srx>"
    )


CONCEPT = (
    '<conceptEntry id="a"><langSec xml:lang="en"><termSec><term>traffic</term>{}</termSec></langSec>'
    '<langSec xml:lang="fr"><termSec><term>trafic</term></termSec></langSec></conceptEntry>'
)
RULE = '<rule break="{}"><beforebreak>{}</beforebreak><afterbreak>b</afterbreak></rule>'
SEGMENT = '<trans-unit id="1"><source>{}</source><target>{}</target></trans-unit>'


def found_in(folder: Path, name: str, content: str | bytes) -> Validated:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return validate(path, source_language="en", target_language="fr")


@pytest.mark.parametrize(
    ("name", "content", "rule", "line"),
    [
        ("a.tmx", tmx(UNIT, HEADER.replace('o-tmf="a"', "")), "attribute-missing", 2),
        ("a.tmx", tmx(UNIT, HEADER.replace("sentence", "clause")), "attribute-value", 2),
        ("a.tmx", tmx(UNIT.replace("<tu>", '<tu context="a">')), "attribute-unknown", 4),
        ("a.tmx", tmx(UNIT.replace("</tu>", "<note>a</note></tu>")), "element-order", 4),
        ("a.tmx", tmx(UNIT + "\n<tu><note>a</note></tu>"), "element-missing", 5),
        ("a.tmx", tmx(UNIT.replace("met", "<b>met</b>")), "element-unknown", 4),
        ("a.tmx", tmx(UNIT.replace("<tu>", "<tu>unit")), "text-misplaced", 4),
        ("a.tmx", tmx(UNIT, root='version="1.4b"'), "version-value", 1),
        ("a.tmx", tmx(UNIT.replace("<tu>", '<tu changedate="20240231T000000Z">')), "dates-impossible", 4),
        ("a.tmx", tmx(UNIT.replace("<tu>", '<tu changedate="2024-02-01">')), "dates-form", 4),
        ("a.tmx", tmx(UNIT.replace('xml:lang="fr"', 'lang="fr"')), "language-older", 4),
        ("a.tmx", tmx(UNIT.replace('xml:lang="fr"', "")), "language-missing", 4),
        ("a.tmx", tmx(UNIT.replace('xml:lang="fr"', 'xml:lang="fr" lang="de"')), "language-disagrees", 4),
        ("a.tmx", tmx(UNIT.replace('xml:lang="fr"', 'xml:lang="f r"')), "language-tag", 4),
        ("a.tmx", tmx(UNIT.replace("met", '<ept i="1"/>met')), "codes-pair", 4),
        ("a.tmx", tmx(UNIT.replace("met", "<ph/>met")), "codes-differ", 4),
        ("a.tmx", tmx(UNIT, HEADER.replace('srclang="en"', 'srclang="de"')), "language-source", None),
        ("a.xlf", xliff(SEGMENT.format("a", "b") * 2), "id-repeated", 4),
        ("a.xlf", xliff(SEGMENT.format("a", "b"), file=""), "attribute-missing", 2),
        ("a.xlf", xliff(SEGMENT.format("a", "b"), file='target-language="en"'), "language-one", 2),
        ("a.xlf", xliff(SEGMENT.format("a", "b").replace("<target", '<target xml:lang="de"')), "language-disagrees", 2),
        ("a.xlf", xliff(SEGMENT.format("a", "b").replace("<target", '<target state="done"')), "attribute-value", 4),
        ("a.xlf", xliff(SEGMENT.format('<ex id="1"/>', "b")), "codes-pair", 4),
        ("a.xlf", xliff(SEGMENT.format("a", "b"), version="2.1"), "version-value", 1),
        ("a.tbx", tbx(CONCEPT.format("").replace(' id="a"', "")), "attribute-missing", 3),
        ("a.tbx", tbx(CONCEPT.format('<admin type="x-mine">a</admin>')), "category-unknown", 3),
        ("a.tbx", tbx(CONCEPT.format('<descrip type="definition">a</descrip>')), "category-place", 3),
        ("a.tbx", tbx(CONCEPT.format('<termNote type="partOfSpeech">proper</termNote>')), "attribute-value", 3),
        ("a.tbx", tbx(CONCEPT.format('<termNote type="administrativeStatus">nice</termNote>')), "terms-status", 3),
        ("a.tbx", tbx(CONCEPT.format('<ref type="crossReference" target="z">a</ref>')), "id-unknown", 3),
        ("a.tbx", tbx(CONCEPT.format("") + "\n" + CONCEPT.format("")), "id-repeated", 4),
        ("a.srx", srx(RULE.format("yes", "(")), "rules-expression", 3),
        ("a.srx", srx(RULE.format("perhaps", "a")), "attribute-value", 3),
        (
            "a.srx",
            srx(RULE.format("yes", "a"), '<languagemap languagepattern=".*" languagerulename="z"/>'),
            "id-unknown",
            5,
        ),
        ("a.tsv", "en\tfr\nGroup\tGroupe\nGroup\tGroupe\n", "row-repeated", 3),
        ("a.tsv", "en\tfr\n\tGroupe\n", "entry-left-out", 2),
        ("a.csv", "en,fr\nGroup,=1+1\n", "cell-formula", 2),
        ("a.csv", "en,fr\nGroup,réuni\n".encode("cp1252"), "encoding-other", 2),
        ("a.tsv", "en\tfr\tsw\nGroup\tGroupe\tKundi\n", "entry-doubtful", 1),
        ("a.tsv", "en\tfr\tdate\nGroup\tGroupe\t2024-02-31\n", "dates-impossible", 2),
    ],
)
def test_a_rule_that_is_broken_is_named_with_its_line(
    tmp_path: Path, name: str, content: str | bytes, rule: str, line: int | None
) -> None:
    found = found_in(tmp_path, name, content)
    assert (rule, line) in [(problem.rule, problem.line) for problem in found.problems]
    assert all(problem.text and problem.remedy and len(problem.text.splitlines()) == 1 for problem in found.problems)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.tmx", tmx(UNIT)),
        ("a.xlf", xliff(SEGMENT.format("a", "b"))),
        ("a.tbx", tbx(CONCEPT.format('<termNote type="partOfSpeech">noun</termNote><note>a</note>'))),
        ("a.srx", srx(RULE.format("yes", r"\p{Lu}") + RULE.format("no", r"\Q.\E"))),
        ("a.tsv", "en\tfr\tnote\nGroup\tGroupe\ta\n"),
    ],
)
def test_a_sound_file_has_no_problems(tmp_path: Path, name: str, content: str) -> None:
    found = found_in(tmp_path, name, content)
    assert (found.problems, found.broken) == ((), None)


def test_what_tmtool_writes_breaks_no_rule(tmp_path: Path) -> None:
    broken = {
        (path.name, problem.rule)
        for path in map(tmp_path.joinpath, originals(tmp_path))
        if path.exists() and detect(path).validate is not None
        for problem in validate(path, source_language="en", target_language="fr").problems
        if problem.level == "error"
    }
    assert broken == set()


def test_a_file_that_breaks_off_keeps_what_was_found_before(tmp_path: Path) -> None:
    found = found_in(tmp_path, "a.tmx", tmx(UNIT, HEADER.replace('o-tmf="a"', ""))[:-30])
    assert [problem.rule for problem in found.problems] == ["attribute-missing"]
    assert isinstance(found.broken, InputError)


def test_what_is_still_to_be_translated_is_no_problem(tmp_path: Path) -> None:
    found = found_in(tmp_path, "a.xlf", xliff('<trans-unit id="1"><source>a</source></trans-unit>'))
    assert found.problems == ()


def test_a_document_has_no_rules(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no rules for text"):
        found_in(tmp_path, "a.txt", "The Group met.\n")


def test_of_one_rule_many_places_are_counted(tmp_path: Path) -> None:
    row = "\n".join(UNIT.replace("<tu>", '<tu z="">') for _ in range(300))
    found = found_in(tmp_path, "a.tmx", tmx(row))
    assert (len(found.problems), found.more) == (200, {"attribute-unknown": 100})
