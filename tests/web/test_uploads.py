"""A document that is made to harm the server is refused in a line, by every form that takes one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.processor import at_most
from tmtool.web.jobs import Jobs

LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "{}"><!ENTITY c "{}"><!ENTITY d "{}">]>'.format(
    "&a;" * 1000, "&b;" * 1000, "&c;" * 1000
)
"""Entities that would be two thousand million characters."""
NAMES = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W_DOCUMENT = '<w:document xmlns:w="' + NAMES + '"><w:body><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>'
XLIFF = (
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en" '
    'target-language="fr" datatype="plaintext"><body><trans-unit id="1"><source>{}</source><target>a</target>'
    "</trans-unit></body></file></xliff>"
)


def archive(*parts: tuple[str, str | bytes]) -> bytes:
    """Returns an archive of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in parts:
            written.writestr(name, content)
    return file.getvalue()


def of_word(document: str | bytes) -> bytes:
    """Returns a document of Word with this for its text."""
    return archive(
        (
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        ),
        ("word/document.xml", document),
    )


def swelling() -> bytes:
    """Returns text that packs to a thousandth."""
    return (W_DOCUMENT.format("a" * 5_000_000)).encode()


@cache
def of_many_parts() -> bytes:
    """Returns an archive of more parts than any document has."""
    return archive(*((f"word/{number}.xml", "") for number in range(20_001)))


HARMFUL: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "a document of Word that swells": (".docx", lambda secret: of_word(swelling())),
    "an OpenDocument text that swells": (
        ".odt",
        lambda secret: archive(
            ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", b"<a>" + b"a" * 5_000_000)
        ),
    ),
    "an archive of twenty thousand parts": (
        ".docx",
        lambda secret: of_many_parts(),
    ),
    "entities in a document of Word": (".docx", lambda secret: of_word(LAUGHS + W_DOCUMENT.format("&d;"))),
    "entities in XLIFF": (".xlf", lambda secret: (LAUGHS + XLIFF.format("&d;")).encode()),
    "entities in TMX": (
        ".tmx",
        lambda secret: (LAUGHS + '<tmx version="1.4"><header/><body>&d;</body></tmx>').encode(),
    ),
    "a file of the server in XLIFF": (
        ".xlf",
        lambda secret: (f'<!DOCTYPE a [<!ENTITY a SYSTEM "{secret}">]>' + XLIFF.format("&a;")).encode(),
    ),
    "a file of the server in a document of Word": (
        ".docx",
        lambda secret: of_word(f'<!DOCTYPE a [<!ENTITY a SYSTEM "{secret}">]>' + W_DOCUMENT.format("&a;")),
    ),
    "elements a hundred thousand deep": (".xlf", lambda secret: b"<a>" * 100_000),
    "an archive that names itself gzip": (".docx", lambda secret: b"\x1f\x8b\x08" + b"\0" * 1000),
}


@pytest.mark.parametrize("place", ["/documents", "/drafts"])
@pytest.mark.parametrize("kind", HARMFUL)
def test_a_document_made_to_harm_is_refused_in_a_line(
    client: TestClient, tmp_path: Path, kind: str, place: str
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Zorblax of the server", encoding="utf-8")
    ending, content = HARMFUL[kind]
    field = "file" if place == "/documents" else "target_file"
    sent = content(secret.as_uri())
    with at_most(3):
        answer = client.post(place, files={field: (f"a{ending}", sent, "x/y")})
        while 'http-equiv="refresh"' in answer.text:
            answer = client.get(str(answer.url))
    assert answer.status_code in (200, 400), answer.text
    assert 'class="problem"' in answer.text
    assert "Zorblax" not in answer.text and str(tmp_path.parent) not in answer.text and "Traceback" not in answer.text


@pytest.mark.parametrize(
    "name", ["../../../../tmp/zorblax.txt", "..\\..\\zorblax.txt", "/tmp/zorblax.txt", "a.txt/../../x.txt"]
)
def test_a_name_with_a_path_is_a_name_only(client: TestClient, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    begun: list[tuple[str, list[str]]] = []
    begin = Jobs.begin

    def seen(self: Jobs, shown: str, files: dict[str, bytes], work: Callable[[Path], object]) -> str:
        begun.append((shown, list(files)))
        return begin(self, shown, files, work)

    monkeypatch.setattr(Jobs, "begin", seen)
    client.post("/documents", files={"file": (name, b"Adoption of the agenda", "text/plain")})
    ((shown, files),) = begun
    assert files == ["document.txt"] and "/" not in shown and "\\" not in shown


def test_what_was_made_of_a_document_is_no_way_to_another_file(client: TestClient) -> None:
    answer = client.post("/documents", files={"file": ("a.txt", b"Adoption of the agenda", "text/plain")})
    place = str(answer.url.path)
    for name in ("..%2f..%2fetc%2fpasswd", "..%2fpasswd.tsv", "%2e%2e/%2e%2e/etc/passwd", "%2fetc%2fpasswd", "..%5ca"):
        shown = client.get(f"{place}/{name}")
        assert shown.status_code in (200, 404), name
        assert "root:" not in shown.text
    assert client.get("/documents/..%2f..%2fetc%2fpasswd").status_code == 404
    assert client.get("/drafts/..%2f..%2fetc/passwd").status_code == 404
