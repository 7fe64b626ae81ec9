"""An office's Word template is a stranger's program until it was tried."""

from __future__ import annotations

import io
import time

import pytest
from docx import Document

from globa.reports.exports.export import SHIPPED_TEMPLATE, export
from globa.reports.exports.refusals import TemplateRefused
from globa.reports.exports.trying import tried
from tests.reports.exports import documents
from tests.reports.exports.packing import part_of, saying, with_parts

POPEN = "{{ cycler.__init__.__globals__.os.popen('id').read() }}"


def test_the_shipped_template_passes_its_own_trial() -> None:
    assert "Pirmas skyrius" in part_of(tried(SHIPPED_TEMPLATE.read_bytes()), "word/document.xml").decode()


def test_an_office_s_own_template_is_filled_with_its_own_words() -> None:
    template = saying("{{ organisation }} praneša: {% for section in sections %}{{ section.title }};{% endfor %}")
    tried(template)
    made = export(documents.document(), documents.DRAFT, "docx", template)
    assert [one.text for one in Document(io.BytesIO(made)).paragraphs] == [
        "Pavyzdžio šeimos centras praneša: Bendruomeniniai namai;Paslaugos;Planas;"
    ]


@pytest.mark.parametrize(
    "hostile",
    [
        POPEN,
        "{{ title.__class__.__mro__[1].__subclasses__() }}",
        "{{ ''.__class__ }}",
        "{{ title|attr('__class__') }}",
        "{{ sections.append(1) }}",
        "{{ title.format.__globals__ }}",
        "{{ '{0.__class__.__init__.__globals__}'.format(title) }}",
        "{{ self.__init__.__globals__ }}",
        "{{ lipsum.__globals__ }}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
    ],
)
def test_a_hostile_template_is_refused(hostile: str) -> None:
    with pytest.raises(TemplateRefused):
        tried(saying(hostile))


def test_code_in_the_properties_or_the_footer_is_refused_too() -> None:
    properties = part_of(SHIPPED_TEMPLATE.read_bytes(), "docProps/core.xml").replace(b"<dc:creator>Globa", b"<dc:creator>" + POPEN.encode())
    with pytest.raises(TemplateRefused):
        tried(with_parts({"docProps/core.xml": properties}))


LOOPS = "".join(f"{{% for a{depth} in fingerprint %}}" for depth in range(8)) + "{% endfor %}" * 8


@pytest.mark.parametrize("endless", [LOOPS, "{{ title * 10000000000 }}", "{{ 9**(9**9) }}", "{{ title.center(10000000000) }}"])
def test_a_template_that_asks_for_too_much_is_refused_in_time(endless: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("globa.reports.exports.process.SECONDS", 3)
    began = time.monotonic()
    with pytest.raises(TemplateRefused):
        tried(saying(endless))
    assert time.monotonic() - began < 20


def test_a_word_that_a_report_does_not_have_is_named() -> None:
    with pytest.raises(TemplateRefused, match="direktorius"):
        tried(saying("{{ direktorius }}"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Gerbiamas {{ direktorius }}!", ["direktorius", "Gerbiamas {{ direktorius }}!"]),
        ("{% for one in sections %}be pabaigos", ["“for” is begun and never ended"]),
        ("{% endfors %} galas", ["endfors", "{% endfors %} galas"]),
        ("Rašo {{ title | didesne }}", ["Rašo {{ title | didesne }}"]),
        ("Rašo {{ title title }}", ["Rašo {{ title title }}"]),
        ("Rašo {{ title.__class__ }}", ["__class__", "Rašo {{ title.__class__ }}"]),
        ("Rašo {{ sections[0].kas }}", ["kas", "Rašo {{ sections[0].kas }}"]),
    ],
)
def test_what_is_wrong_is_named_with_the_words_of_its_place(text: str, said: list[str]) -> None:
    with pytest.raises(TemplateRefused) as refused:
        tried(saying(text))
    assert [one for one in said if one not in str(refused.value)] == []


def test_what_is_wrong_in_the_footer_is_found_there() -> None:
    document = Document()
    document.sections[0].footer.paragraphs[0].text = "Puslapis {{ puslapis }}"
    made = io.BytesIO()
    document.save(made)
    with pytest.raises(TemplateRefused, match=r"Puslapis \{\{ puslapis"):
        tried(made.getvalue())


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(TemplateRefused, match="30 MB"):
        tried(with_parts({"word/media/image1.png": b"\0" * 200_000_000}))


def test_an_oversized_file_is_refused_unopened() -> None:
    with pytest.raises(TemplateRefused, match="10 MB"):
        tried(b"PK" + b"\0" * 11_000_000)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.7", b"<html></html>"])
def test_what_is_not_word_is_refused(content: bytes) -> None:
    with pytest.raises(TemplateRefused, match="not a Word template"):
        tried(content)


@pytest.mark.parametrize(
    ("name", "part", "said"),
    [
        ("word/vbaProject.bin", b"program", "programs"),
        ("word/embeddings/oleObject1.bin", b"program", "programs"),
        ("word/extra.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "entities"),
        ("word/extra.xml", "<a/>".encode("utf-16"), "entities"),
        ("word/extra.xml", b'<w:instrText> INCLUDETEXT "/etc/passwd" </w:instrText>', "INCLUDETEXT"),
        ("word/extra.xml", b"<w:instrText>DDE</w:instrText><w:instrText>AUTO c:</w:instrText>", "DDEAUTO"),
        ("word/_rels/extra.xml.rels", b'<Relationship Type="x/image" TargetMode="External" Target="http://a"/>', "outside"),
    ],
)
def test_programs_and_what_reaches_outside_are_refused(name: str, part: bytes, said: str) -> None:
    with pytest.raises(TemplateRefused, match=said):
        tried(with_parts({name: part}))


def test_the_process_has_neither_keys_nor_network_nor_files(tmp_path: object) -> None:
    """What a template could do if it ever got out of the sandbox: asked of the process itself."""
    import subprocess
    import sys

    from globa.reports.exports.process import ROOT

    program = (
        "import sys, socket, os; sys.path.insert(0, sys.argv[1])\n"
        "from globa.reports.exports.rendering.limits import give_up_rights\n"
        "give_up_rights()\n"
        "def tries(what):\n"
        "    try: what()\n"
        "    except (OSError, MemoryError): return 'refused'\n"
        "    return 'done'\n"
        "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "def write():\n"
        "    with open('kept', 'w') as file: file.write('x'); file.flush()\n"
        "print(tries(write), tries(lambda: bytearray(3 * 1024**3)))\n"
    )
    done = subprocess.run([sys.executable, "-I", "-c", program, str(ROOT)], capture_output=True, text=True, cwd=str(tmp_path), check=True)
    assert done.stdout.split() == ["refused", "refused"]
