"""
Words without their cases: vaikų, vaikams and vaikai are vaikas. A dictionary of lemmas, loaded when it is first asked (0.3 s, 40 MiB).

Who does something (globotojas, rūpintojas) and the words that mean the same in reports are not in the dictionary and are said here.
"""

from __future__ import annotations

import re
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
AGENT = re.compile(r"(.{3,}(?:toj|ėj|uoj))(?:as|o|ui|ą|u|ai|ų|ams|us|ais|uose|a|os|oms|omis|ose)")
OFFICE = re.compile(r"(.{4,}(?:tor|ier|ėr))(?:ius|iaus|iui|ių|iumi|iuje|iai|iams|iais|iuose|ė|ės|ei|ę|e|ėje|ėms|ėmis|ėse)")
ADJECTIVE = re.compile(r"(.{3,}in)(?:is|io|iam|į|iu|iame|iai|ių|iams|ius|iais|iuose|ė|ės|ei|ę|e|ėje|ėms|es|ėmis|ėse)")
ABBREVIATED = {
    "asm": "asmuo", "val": "valanda", "vnt": "vienetas", "mėn": "mėnuo", "kart": "kartas", "soc": "socialinis", "sav": "savivaldybė",
    "eur": "euras", "proc": "procentas", "min": "minutė", "sk": "skaičius", "specialist": "specialistas",
}  # fmt: skip
SAME = {
    "žmogus": "asmuo", "rūpintojas": "globėjas", "lankytojas": "dalyvis",
    "tėvelis": "tėvas", "vaikutis": "vaikas",
}  # fmt: skip
_STOP = """
ir bei o bet ar arba iš su be į per pas pagal dėl kad kai kaip nei ne ant po prie prieš nuo iki už tai tas ta tie tos tų jų jo jos jie
jas juos jam jai jiems kas kur kuris kuri kurie kurios kurių kuriuos kurias kuriems yra buvo bus būti būtų šis ši šie šios šių mūsų savo
dar jau tik taip pat vėl labai m d g nr t y kt pan pvz viso visi visas apie virš daugiau mažiau kiti kitas tarp bent
the a an of in on at to by for with and or was were is are has have had there who which that this it from
"""
STOP = frozenset(_STOP.split())
# Forms of which the dictionary makes another word.
FORMS = tuple(
    (re.compile(pattern), word)
    for pattern, word in (
        (r"kart(?:as|o|ui|ą|u|ai|ų|ams|us|ais)", "kartas"),
        (r"glob(?:a|os|ai|ą|oje)", "globa"),
        (r"veikl(?:a|os|ai|ą|oje|ų|oms|as|omis|ose)", "veikla"),
        (r"budin(?:t|č).*|budįs.*", "budintis"),
        (r"rūpyb(?:a|os|ai|ą|oje)", "rūpyba"),
        (r"mediacij(?:a|os|ai|ą|ų|oms|as)", "mediacija"),
        (r"vaikin(?:as|o|ui|ą|u|ai|ų|ams|us|ais|uose)", "berniukas"),
        (r"mergin(?:a|os|ai|ą|oje|ų|oms|as|omis|ose)", "mergaitė"),
        (r"skraju[tč].*", "skrajutė"),
        (r"parei?gyb.*", "pareigybė"),
    )
)


@lru_cache(8192)
def lemma(word: str) -> str:
    """The dictionary form of one word, in small letters."""
    small = word.lower()
    if small in ABBREVIATED:
        return ABBREVIATED[small]
    for pattern, ending in ((AGENT, "as"), (OFFICE, "ius"), (ADJECTIVE, "is")):
        if found := pattern.fullmatch(small):
            return SAME.get(found[1] + ending, found[1] + ending)
    if named := next((name for pattern, name in FORMS if pattern.fullmatch(small)), None):
        return named
    if word.isupper() and len(word) > 1:
        return small
    found_one = _dictionary(small).lower().rstrip("0123456789.")
    return SAME.get(found_one, found_one)


def lemmas(text: str) -> tuple[str, ...]:
    """The meaningful words of a text in their order."""
    return tuple(lemma(word) for word in words(text) if word.lower() not in STOP)


def words(text: str) -> list[str]:
    return WORD.findall(text)


def _dictionary(word: str) -> str:
    from simplemma import lemmatize

    return lemmatize(word, lang="lt")
