"""Files that somebody might send with bad intent, or by mistake; each is built here."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

from tests.documents.made import ODT, lines, opendocument, packed, pdf, repacked, word, workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TABLE = [["Metai", "Vaikai"], ["2023", "5"]]
DOCTYPE = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
BILLION = DOCTYPE.replace('<!ENTITY x SYSTEM "file:///etc/passwd">', '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">')


def ole(*streams: str) -> bytes:
    """The old container: its signature, and a directory with the names of its streams."""
    directory = b"".join(name.encode("utf-16-le").ljust(64, b"\0") for name in streams)
    return OLE + b"\0" * 504 + directory


def macro_word() -> bytes:
    return repacked(word("Labas."), word__vbaProject_DOT_bin=b"\xcc\x61")


def macro_type() -> bytes:
    types = '<Types xmlns="x"><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>'
    return packed({"[Content_Types].xml": types, "xl/workbook.xml": "<workbook/>"})


def macro_odt() -> bytes:
    return repacked(opendocument(""), Basic__Standard__Module1_DOT_xml="<module/>")


def locked_odt() -> bytes:
    return packed({"mimetype": ODT, "META-INF/manifest.xml": "<manifest:encryption-data/>", "content.xml": b"\x01\x02"})


def bomb() -> bytes:
    """120 MB of spaces in a document of 150 KB."""
    return repacked(word("Labas."), word__media__image1_DOT_xml=b" " * 120_000_000)


def lying_bomb() -> bytes:
    """The same, whose directory calls it 10 bytes."""
    content = bomb()
    return content.replace(struct.pack("<L", 120_000_000), struct.pack("<L", 10))


def foreign_entities(part: str) -> bytes:
    return repacked(word("Labas."), **{part: DOCTYPE + "<d>&x;</d>"})


def billion_laughs() -> bytes:
    return repacked(opendocument(""), content_DOT_xml=BILLION + "<d>&b;</d>")


def entities_in_two_bytes() -> bytes:
    return repacked(word("Labas."), word__document_DOT_xml=(DOCTYPE + "<d/>").encode("utf-16"))


def broken_zip() -> bytes:
    content = word("Labas.")
    return content[: len(content) // 2]


def spoilt_zip() -> bytes:
    """Whole in its directory, spoilt in what it holds."""
    content = bytearray(word("Labas."))
    middle = content.index(b"word/document.xml") + 60
    content[middle : middle + 40] = b"\xff" * 40
    return bytes(content)


def scanned_pdf() -> bytes:
    """Two pages, each a picture."""
    image = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)) + _chunk(b"IDAT", zlib.compress(b"\0\0"))
    whole = ", ".join(str(byte) for byte in image + _chunk(b"IEND", b""))
    return pdf(f"#for i in range(2) {{ image(bytes(({whole},)), width: 5cm); pagebreak(weak: true) }}")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def nameless_letters() -> bytes:
    """A font that numbers its letters and does not name them."""
    text = b"BT /F 12 Tf 10 50 Td <000100020003> Tj ET"
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] >>"
    inner = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n" % len(text) + text + b"\nendstream",
        font,
        inner,
    ]
    return pdf_of(objects)


def locked_pdf() -> bytes:
    """A standard security handler whose keys no password that is tried fits."""
    content = pdf("Labas.")
    lock = b"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O (" + b"o" * 32 + b") /U (" + b"u" * 32 + b") >>"
    return content.replace(b"trailer\n<<", b"trailer\n<< /Encrypt " + lock, 1)


def bursting_pdf() -> bytes:
    """A page whose text unpacks to 400 MB."""
    stream = _burst(400)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(stream) + stream + b"\nendstream",
    ]
    return pdf_of(objects)


def _burst(megabytes: int) -> bytes:
    squeezing = zlib.compressobj(1)
    piece = b" " * 1024 * 1024
    return b"".join(squeezing.compress(piece) for _ in range(megabytes)) + squeezing.flush()


def pdf_of(objects: list[bytes]) -> bytes:
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(content)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return content + head + table + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


def wide_sheet() -> bytes:
    """Two cells, at the two ends of the largest sheet that there is."""
    sheet = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    part = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{sheet}</sheetData></worksheet>'
    return repacked(workbook({"Lapas": TABLE}), xl__worksheets__sheet1_DOT_xml=part)


REFUSED: dict[str, list[Callable[[], bytes]]] = {
    "empty": [lambda: b"", lambda: b" \n\n ", lambda: b"\xef\xbb\xbf\n"],
    "unknown": [
        lambda: b"\x7fELF\x02\x01\x01\0\0\0",
        lambda: packed({"readme.txt": "labas"}),
        lambda: b"<?xml version='1.0'?><a/>",
        lambda: ole("Contents"),
    ],
    "web_page": [lambda: b"<!DOCTYPE html><html><body>Labas</body></html>"],
    "rich_text": [lambda: b"{\\rtf1 Labas}"],
    "nothing": [lambda: word(), lambda: pdf("#box()"), lambda: workbook({"Lapas": []})],
    "password": [lambda: ole("EncryptionInfo", "EncryptedPackage"), locked_odt, locked_pdf],
    "old_word": [lambda: ole("WordDocument", "1Table")],
    "macros": [macro_word, macro_type, macro_odt, lambda: ole("Workbook", "_VBA_PROJECT_CUR")],
    "scanned": [scanned_pdf],
    "letters": [nameless_letters],
    "entities": [
        lambda: foreign_entities("word__document_DOT_xml"),
        lambda: foreign_entities("custom_DOT_xml"),
        billion_laughs,
        entities_in_two_bytes,
    ],
    "damaged": [broken_zip, spoilt_zip, lambda: ole("Workbook"), lambda: b"%PDF-1.7\nlabas", lambda: pdf("Labas.")[:600]],
    "bomb": [bomb],
    "too_many": [lambda: packed({f"word/{number}": "" for number in range(4001)})],
    "too_large": [lambda: lines("Labas.") + b" " * 26 * 1024 * 1024],
}
