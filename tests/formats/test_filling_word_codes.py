"""What Word has among the words stays with them when a document is filled: fields, insertions, links, controls,
readings."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

from lxml import etree

from tests.formats.test_docx import docx, paragraph, run
from tests.formats.test_filling_documents import BOLD, bold, given_back, in_other_letters, in_their_letters, opened
from tmtool.formats.filling import Filling, State
from tmtool.formats.reading import read_document
from tmtool.model import Span


def marked(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(*result: str) -> str:
    instruction = "<w:r><w:instrText>REF a</w:instrText></w:r>"
    return marked("begin") + instruction + marked("separate") + "".join(result) + marked("end")


def test_a_field_goes_with_the_words_of_its_result(tmp_path: Path) -> None:
    path = docx(tmp_path, paragraph(run("See paragraph "), field(run("5")), bold(" above")))
    assert opened(path).slots[0].is_whole

    content = given_back(path, "Voir le paragraphe 5 ci-dessus", (19, 20), (20, 30))

    begun, result, ended = content.index('"separate"'), content.index(">5<"), content.index('"end"')
    assert content.index("Voir le paragraphe ") < content.index('"begin"') < begun < result < ended
    assert f'{BOLD}<w:t xml:space="preserve"> ci-dessus' in content[ended:]


def test_a_segment_may_begin_or_end_with_a_field(tmp_path: Path) -> None:
    path = docx(tmp_path, paragraph(field(run("Table 5")), run(" shows the figures of "), field(run("2030"))))
    assert [code.span for code in opened(path).slots[0].codes] == [Span(0, 7), Span(29, 33)]

    content = given_back(path, "2030 : voir Tableau 5", (12, 21), (0, 4))

    assert content.index(">2030<") < content.index("voir") < content.index(">Tableau 5<")
    assert content.count("fldChar ") == 6


def test_a_field_that_goes_on_in_the_next_segment_leaves_the_look_of_the_beginning(tmp_path: Path) -> None:
    path = docx(tmp_path, paragraph(run("See "), field(run("one"), bold(" rule. It"))))
    assert not opened(path).slots[0].is_whole
    assert "Voir une règle." in given_back(path, "Voir une règle.")


def test_tags_in_tags_at_the_end_of_a_text_end_with_it(tmp_path: Path) -> None:
    tag = '<w:smartTag w:element="{}">{}</w:smartTag>'
    path = docx(tmp_path, paragraph(run("Consulate in "), tag.format("City", tag.format("place", run("Paris")))))
    assert opened(path).slots[0].is_whole
    assert "<w:t>Consulate in Paris</w:t>" in own_words(path)


def test_an_empty_link_before_a_text_is_no_link_around_it(tmp_path: Path) -> None:
    path = docx(tmp_path, paragraph('<w:hyperlink r:id="r1" xmlns:r="r"/>', run("One.")))
    assert ">Un.<" in given_back(path, "Un.")


def inserted(*runs: str, number: int = 1, kind: str = "ins") -> str:
    return f'<w:{kind} w:id="{number}" w:author="Ana">{"".join(runs)}</w:{kind}>'


def deleted(text: str, number: int = 9) -> str:
    return f'<w:del w:id="{number}" w:author="Ana"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def own_words(path: Path) -> str:
    """Returns the document filled with the words that it has, each written anew."""
    file = opened(path)
    own = {
        number: in_other_letters(Filling(slot.source, tuple(code.span for code in slot.codes), State.READY, 100))
        for number, slot in enumerate(file.slots)
    }
    assert all(slot.is_whole for slot in file.slots)
    with zipfile.ZipFile(BytesIO(in_their_letters(file.content(own, target_language="fr")))) as parts:
        content = parts.read("word/document.xml").decode()
    etree.fromstring(content.encode())
    return content.replace(' xml:space="preserve"', "")


def test_tracked_deletions_and_moves_keep_their_place_among_the_words(tmp_path: Path) -> None:
    path = docx(
        tmp_path,
        paragraph(
            run("Track "), deleted("edits"), inserted(run("changes")), run(" or "),
            inserted(run("more"), kind="moveTo"),
            inserted("<w:r><w:t>moved</w:t></w:r>", kind="moveFrom"), '<w:moveFromRangeEnd w:id="7"/>', run("."),
        ),
    )  # fmt: skip
    file = opened(path)
    assert file.slots[0].source == "Track changes or more."
    assert [code.span for code in file.slots[0].codes] == [
        Span(6, 13), Span(6, 6), Span(17, 21), Span(21, 21), Span(21, 21)
    ]  # fmt: skip

    content = given_back(path, "Suivre les modifications ou autres.", (11, 24), (7, 7), (28, 34), (34, 34), (34, 34))

    order = ["Suivre ", "edits", "les ", "<w:ins ", "modifications", "</w:ins>", " ou ", "<w:moveTo ", "autres",
             "</w:moveTo>", "moved", "moveFromRangeEnd", ">.<"]  # fmt: skip
    assert sorted(order, key=content.index) == order


def test_a_segment_may_begin_or_end_amid_an_insertion_and_all_insertions_stay_what_they_are(tmp_path: Path) -> None:
    texts = (run("The meeting "), inserted(run("rose. The Council")), run(" adjourned."))
    path = docx(tmp_path, paragraph(*texts))
    assert [slot.source for slot in opened(path).slots] == ["The meeting rose.", "The Council adjourned."]
    content = own_words(path)
    assert re.sub(r"<(?!/?w:ins)[^>]*>", "", content) == (
        'The meeting <w:ins w:id="1" w:author="Ana">rose.</w:ins>'
        '<w:ins w:id="1" w:author="Ana"> </w:ins><w:ins w:id="1" w:author="Ana">The Council</w:ins> adjourned.'
    )


def test_an_insertion_that_begins_or_ends_with_a_segment_is_not_divided(tmp_path: Path) -> None:
    path = docx(tmp_path, paragraph(inserted(run("One")), run(" rose"), inserted(run("."), number=2)))
    content = own_words(path)
    assert content.count("<w:ins ") == 2
    assert "<w:t></w:t>" not in content


def test_a_deletion_in_an_insertion_stays_in_it(tmp_path: Path) -> None:
    both = inserted(deleted("a"), bold("b"), deleted("c"))
    content = own_words(docx(tmp_path, paragraph(run("One "), both, run(" more."))))
    inside = content[content.index("<w:ins ") : content.index("</w:ins>")]
    assert [one for one in "abc" if f">{one}<" in inside] == ["a", "b", "c"]


def test_a_field_whose_marks_are_insertions_keeps_its_result(tmp_path: Path) -> None:
    begun = marked("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + marked("separate")
    for ended in (inserted(marked("end"), number=2), inserted(marked("end"), run("b"), number=2)):
        path = docx(tmp_path, paragraph(inserted(run("a"), begun), run("1"), ended, run(" - c")))
        content = own_words(path)
        order = [">a<", "begin", "PAGE", "separate", ">1<", "end", " - c"]
        assert sorted(order, key=content.index) == order
        assert re.search(r'<w:ins w:id="1"[^>]*><w:r><w:fldChar w:fldCharType="begin"', content)
        assert re.search(r'</w:r><w:ins w:id="2"[^>]*><w:r><w:fldChar w:fldCharType="end"/></w:r></w:ins>', content)


def test_the_field_of_a_page_number_in_a_table_of_contents_is_kept_in_the_field_of_the_table(tmp_path: Path) -> None:
    begun = marked("begin") + "<w:r><w:instrText>TOC</w:instrText></w:r>" + marked("separate")
    lines = paragraph(begun, run("Figures "), field(run("4"))) + paragraph(marked("end"))
    path = docx(tmp_path, lines)
    content = given_back(path, "Figures 4", (8, 9))
    assert content.count("fldChar ") == 6
    assert content.index("Figures ") < content.index("REF a") < content.index(">4<")


def test_a_simple_field_at_the_end_of_a_text_stays_a_field(tmp_path: Path) -> None:
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple>'
    path = docx(tmp_path, paragraph(run("Number of the page: "), field))
    written = given_back(path, "Numéro de la page : 3", (20, 21))
    assert 'w:instr=" PAGE "' in written
    assert written.index("Numéro de la page") < written.index("<w:fldSimple") < written.index(">3<")


def test_an_equation_is_kept_whole_and_its_signs_are_no_text(tmp_path: Path) -> None:
    equation = '<m:oMath xmlns:m="m"><m:r><m:t>E=mc</m:t></m:r></m:oMath>'
    path = docx(tmp_path, paragraph(run("Energy is "), equation, run(" here.")))
    assert [one.text for one in read_document(path, language="en").segments] == ["Energy is here."]
    written = given_back(path, "L’énergie est ici.", *[(13, 13)] * len(opened(path).slots[0].codes))
    assert equation in written
    assert "L’énergie est" in written


def test_a_text_that_cannot_be_divided_is_not_written_into_the_result_of_a_field(tmp_path: Path) -> None:
    begun = '<w:ins><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    begun += '<w:r><w:fldChar w:fldCharType="separate"/></w:r></w:ins>'
    ended = '<w:ins><w:r><w:fldChar w:fldCharType="end"/></w:r></w:ins>'
    path = docx(
        tmp_path, paragraph(begun, run("1"), ended, run(" - As of"), "<w:sdt><w:sdtPr/></w:sdt>", run(" today."))
    )
    written = given_back(path, "1 - À ce jour.")
    assert written.index(">1<") < written.index('"end"') < written.index(" - À ce jour.")
    assert "As of" not in written


def test_a_content_control_goes_with_its_words_and_looks_inside_it_are_kept(tmp_path: Path) -> None:
    properties = '<w:sdt><w:sdtPr><w:alias w:val="date"/></w:sdtPr><w:sdtContent>'
    control = f"{properties}{run('the ')}{bold('third')}</w:sdtContent></w:sdt>"
    path = docx(tmp_path, paragraph(run("It is "), control, run(" day.")))
    codes = opened(path).slots[0].codes
    assert [(code.span, code.inside) for code in codes] == [(Span(6, 15), -1), (Span(10, 15), 0)]
    written = given_back(path, "C’est le troisième jour.", (6, 18), (9, 18))
    assert properties in written
    assert written.index(properties) < written.index("troisième") < written.index("</w:sdtContent></w:sdt>")
    assert "jour." in written[written.index("</w:sdt>") :]


def test_smart_tags_go_and_the_looks_beside_them_stay(tmp_path: Path) -> None:
    tag = '<w:smartTag w:uri="u" w:element="place"><w:smartTagPr/><w:r><w:t>Brazil</w:t></w:r></w:smartTag>'
    path = docx(tmp_path, paragraph(tag, run(" is "), bold("large")))
    written = given_back(path, "Le Brésil est grand", (14, 19))
    assert "smartTag" not in written
    assert "Le Brésil est " in written
    assert bold("grand").replace(' xml:space="preserve"', "") in written.replace(' xml:space="preserve"', "")


def test_a_content_control_may_begin_a_text(tmp_path: Path) -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Item ')}{bold('two')}</w:sdtContent></w:sdt>"
    path = docx(tmp_path, paragraph(control, run(" here.")))
    written = given_back(path, "Point deux ici.", (0, 10), (6, 10))
    assert written.index("<w:sdtContent>") < written.index("Point ") < written.index("deux")
    assert written.index("deux") < written.index("</w:sdtContent></w:sdt>") < written.index(" ici.")


def test_runs_stay_divided_as_they_are_where_the_translation_says_the_same(tmp_path: Path) -> None:
    path = docx(tmp_path, paragraph(run("CTOC/"), run("COP/"), bold("20"), bold("20")))
    with zipfile.ZipFile(path) as archive:
        before = archive.read("word/document.xml").decode()

    assert given_back(path, "CTOC/COP/2020", (9, 13)) == before
    assert given_back(path, "CTOC/COP/2020", (0, 4)) != before
    assert given_back(path, "CTOC/COP/2020", (9, 13), state=State.TO_REVIEW) != before


def ruby(reading: str, *base: str) -> str:
    return (
        f'<w:r>{BOLD}<w:ruby><w:rubyPr><w:hps w:val="10"/></w:rubyPr><w:rt>{run(reading)}</w:rt>'
        f"<w:rubyBase>{''.join(base)}</w:rubyBase></w:ruby></w:r>"
    )


def test_a_reading_above_words_goes_with_them_and_nothing_else_does(tmp_path: Path) -> None:
    path = docx(tmp_path, paragraph(ruby("たん", run("担当")), run("、"), ruby("し", run("氏"), bold("名"))))
    slot = opened(path).slots[0]
    assert (slot.source, slot.is_whole) == ("担当、氏名", True)
    assert [code.span for code in slot.codes] == [Span(4, 5)]

    written = given_back(path, "Responsable, nom", (13, 16))

    etree.fromstring(written.encode())
    assert "ruby" not in written
    assert "し" not in written
    assert ">Responsable, <" in written
    assert bold("nom") in written
    assert given_back(path, "担当、氏名", (4, 5)).count("<w:ruby>") == 2


def test_a_reading_that_is_in_no_run_goes_too_and_the_runs_before_it_stay(tmp_path: Path) -> None:
    alone = ruby("し", run("Shi")).removeprefix(f"<w:r>{BOLD}").removesuffix("</w:r>")
    path = docx(tmp_path, paragraph(run("One. ")) + paragraph(alone, run(" went.")))
    file = opened(path)
    out = tmp_path / "out.docx"
    out.write_bytes(file.content({1: Filling("Elle partit.", (), State.READY, 100)}, target_language="fr"))
    assert [segment.text for segment in read_document(out, language="fr").segments] == ["One.", "Elle partit."]


def test_a_segment_may_end_before_a_reading_or_begin_after_one(tmp_path: Path) -> None:
    path = docx(tmp_path, paragraph(run("One rose. "), ruby("し", run("Shi")), run(" went. Two stayed.")))
    file = opened(path)
    own = ["Un.", "Shi partit.", "Deux restèrent."]
    fillings = {number: Filling(text, (), State.READY, 100) for number, text in enumerate(own)}
    out = tmp_path / "out.docx"
    out.write_bytes(file.content(fillings, target_language="fr"))
    assert [segment.text for segment in read_document(out, language="fr").segments] == own
