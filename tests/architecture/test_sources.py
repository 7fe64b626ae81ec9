"""Files are short, name no place outside, keep cents and know what time zone they are in."""

from __future__ import annotations

from pathlib import Path

from tests.architecture import sources

MOST_LINES = 400
# A file that is longer, with the reason.
LONGER: dict[str, str] = {}
BINARY = {".png", ".woff2", ".ttf", ".ico", ".pdf", ".docx", ".xlsx", ".odt", ".mo", ".parquet"}
# Rooms in which every number may be money or be compared with one.
NOT_COUNTED = {
    "globa/reports/writing/units.py": "a half that only gettext's plural rule sees",
    "globa/reports/texts/meaning.py": "how well words fit a name",
    "globa/reports/texts/searching.py": "how well words fit a name",
    "globa/reports/texts/vocabulary.py": "how rare a word is",
}
# Folders of drawing: coordinates, never amounts.
DRAWN = ("globa/reports/exports/pictures/", "globa/reports/exports/word_template/")
EXACT = {"vocabulary", "journal", "registry", "care", "casework", "planning", "reports"}


def test_no_file_names_a_place_outside_the_project() -> None:
    named = {
        str(path.relative_to(sources.ROOT)): lines
        for path in sources.files()
        if path.suffix not in BINARY and (lines := sources.names_a_place_outside(path.read_text(encoding="utf-8", errors="replace")))
    }
    assert named == {}


def test_a_place_outside_is_found() -> None:
    outside = ["see /" + "work/x", "see ../" + "shared/x", "https://" + "pypi.org/simple"]
    assert sources.names_a_place_outside("\n".join([*outside, "the workers' council, /workers"])) == outside


def test_there_is_no_junk_drawer() -> None:
    assert [str(path) for path in sources.python_files() if sources.junk_drawer(path)] == []
    assert sources.junk_drawer(sources.ROOT / "globa" / "web" / "utils.py")


def test_files_are_short() -> None:
    long = {
        str(path.relative_to(sources.ROOT))
        for path in sources.python_files("globa", "tests", "benchmarks")
        if len(path.read_text().splitlines()) > MOST_LINES
    }
    assert long == set(LONGER)


def test_money_is_never_a_float() -> None:
    found = {str(path.relative_to(sources.ROOT)) for path in _exact_files() if sources.floats(path.read_text())}
    assert found == set(NOT_COUNTED)
    assert sources.floats("a = 0.1\nb = float(a)\nc = models.FloatField()\nd = 1") == ["line 1", "line 2", "line 3"]


def test_days_and_instants_come_from_the_calendar() -> None:
    found = {str(path): lines for path in sources.python_files("globa") if (lines := sources.naive_times(path.read_text()))}
    assert found == {}


def test_a_naive_time_is_found() -> None:
    text = "datetime.now()\ndatetime.datetime.utcnow()\ndate.today()\ndatetime.now(VILNIUS)\ncalendar.today()"
    assert [line.partition(":")[0] for line in sources.naive_times(text)] == ["line 1", "line 2", "line 3"]


def _exact_files() -> list[Path]:
    counted = [path for path in sources.python_files("globa") if path.relative_to(sources.ROOT).parts[1] in EXACT]
    return [path for path in counted if not str(path.relative_to(sources.ROOT)).startswith(DRAWN)]
