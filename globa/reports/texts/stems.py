"""
Words without their endings, so that globėjų and globėjai are one word, and globėjas and globotojas two.

Made for Lithuanian reports: č and dž of a genitive become t and d again (mergaičių - mergaitė, posėdžiai - posėdis). A
dictionary of lemmas was measured instead: 53 MiB in the process that serves pages, without globotojai or budinčiais in it.
Words that mean the same in a report share a stem, see FAMILIES.
"""

from __future__ import annotations

import re
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
SHORTEST = 3

# Endings of nouns, adjectives, participles and the commonest of verbs; the longest that fits is taken away.
_ENDINGS = """
as is ys us a ė o ės os io iaus aus ui iui ei ai iai ią ą ę į ų ių u iu e yje oje ėje uje iuje i imi imis ims oms ioms ėms ams iams
omis iomis ėmis ais iais ius es ose iose ėse uose iuose yse ūs umi umis ums ame iame am iam ie ies iems ias
asis oji ysis iji ojo iojo osios iosios ajam iajam ajai iajai ąjį įjį ąją iąją uoju iuoju ąja iąja ieji ųjų iųjų iesiems osioms
uosius iuosius ąsias iąsias aisiais iaisiais osiomis uosiuose iuosiuose osiose ti tis osi ėsi asi si
"""
ENDINGS = sorted(_ENDINGS.split(), key=len, reverse=True)
# Who does something: globotojo is of globotojas, not of globoti.
AGENT = re.compile(r"(.{3,}(?:toj|ėj))(?:as|o|ui|ą|u|ai|ų|ams|us|ais|uose|a|os|oms|omis|ose)")
# What is said in several ways: the beginning of a stem, and what all of them are called.
FAMILIES = (
    ("specialist", "specialist"), ("centr", "įstaig"), ("instituc", "įstaig"), ("įstaig", "įstaig"), ("paruoš", "parengt"),
    ("pareng", "parengt"), ("maksimal", "didžiaus"), ("didžiaus", "didžiaus"), ("mergin", "mergait"), ("mergyt", "mergait"),
    ("vaikin", "berniuk"), ("grįž", "grąžin"), ("grąžin", "grąžin"), ("priežiūr", "prižiūr"), ("prižiūr", "prižiūr"),
    ("laikin", "laikin"), ("nuolat", "nuolat"), ("koordin", "koordin"), ("konsult", "konsult"), ("atestuo", "atestuo"),
    ("atestac", "atestuo"), ("bvgn", "bendruomen"), ("bendruomen", "bendruomen"), ("administr", "administr"), ("ūki", "ūki"),
    ("ūk", "ūki"), ("savival", "savival"), ("suteik", "suteik"), ("teik", "suteik"), ("svečiuo", "svečiuo"), ("svečiav", "svečiuo"),
    ("svetin", "svečiuo"), ("įvaik", "įvaikin"), ("užsien", "užsien"), ("lietuv", "lietuv"), ("mokykl", "mokykl"), ("mokym", "mokym"),
    ("mokos", "mokos"), ("mokės", "mokos"), ("besimok", "mokos"), ("renginys", "rengin"), ("rengini", "rengin"), ("rengin", "rengin"),
    ("pasitar", "pasitar"), ("posėd", "posėd"), ("darbuot", "darbuot"), ("person", "person"), ("užim", "užim"), ("leis", "leis"),
    ("leidž", "leis"), ("leist", "leis"), ("maitin", "maitin"), ("mityb", "maitin"), ("išlaid", "išlaid"), ("panaud", "išlaid"),
    ("lėš", "lėš"), ("pinig", "lėš"), ("namel", "nam"), ("persikėl", "persikel"), ("persikel", "persikel"), ("perkel", "perkel"),
    ("gyven", "gyven"), ("apgyven", "gyven"), ("budin", "budin"), ("budėt", "budin"), ("jaun", "jauniaus"), ("vyr", "vyriaus"),
    ("šeim", "šeim"), ("tėv", "tėv"), ("telp", "viet"), ("didel", "didel"), ("didži", "didel"), ("specialus", "special"),
    ("specialiųj", "special"), ("specialiej", "special"), ("special", "special"), ("negal", "negal"), ("poreik", "poreik"),
    ("poreiki", "poreik"), ("transport", "transport"), ("automobil", "transport"), ("mikroautobus", "transport"),
)  # fmt: skip
_STOP = """
ir bei o bet ar arba iš su be į per pas pagal dėl kad kai kaip nei ne ant po prie prieš nuo iki už tai tas ta tie tos tų jų jo jos jie
jas juos jam jai jiems kas kur kuris kuri kurie kurios kurių kuriuos kurias kuriems yra buvo bus būti būtų buvusi šis ši šie šios šių
mūsų savo dar jau tik taip pat vėl labai m d metai metų metais metus metams metuose g nr proc eur mėn val min laikotarpio laikotarpį
laikotarpiu pradžioje pabaigoje pradžia pabaiga diena dienos dieną dienomis gruodžio sausio skirtingi skirtingos skirtingas žmonės kiek
kokia dalis lytis lytį lyties jog apie vienas viena bent daugiau mažiau virš
the a an of in on at to by for with and or was were is are has have had there who which that this these those as from it its their they
during be been not end start year day period different how many
"""
STOP = frozenset(_STOP.split())


def words(text: str) -> list[str]:
    return [found[0].lower() for found in WORD.finditer(text)]


def stems(text: str) -> list[str]:
    """The meaningful words of a Lithuanian text, without endings, in their order."""
    return [stem(word) for word in words(text) if word not in STOP]


def english(text: str) -> list[str]:
    return [singular(word) for word in words(text) if word not in STOP]


@lru_cache(4096)
def stem(word: str) -> str:
    bare = _hardened(_without_ending(word.lower()))
    for beginning, family in FAMILIES:
        if bare.startswith(beginning):
            return family
    return bare


def _without_ending(word: str) -> str:
    if agent := AGENT.fullmatch(word):
        return agent[1]
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word.removesuffix(ending)
    return word


def _hardened(bare: str) -> str:
    """Undo what a soft ending does to the last consonant, and let participles be like their verbs."""
    if bare.endswith("dž"):
        bare = bare[:-1]
    elif bare.endswith("č"):
        bare = bare[:-1] + "t"
    return bare[:-1] if bare.endswith("t") and len(bare) >= 6 else bare


def singular(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("’s")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word in ("children", "people"):
        return {"children": "child", "people": "person"}[word]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
