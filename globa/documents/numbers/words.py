"""Numbers that are written as words, in every case and gender, and collective ones. One is too often a pronoun."""

from __future__ import annotations

import re

_FORMS = {
    2: "du dvi dviejų dviem dviejuose dviejose dvejų dvejus dveji dvejose dvejuose dvigubai",
    3: "trys tris trijų trims trimis trijuose trijose trejų trejus treji trejose",
    4: "keturi keturios keturis keturias keturių keturiems keturioms keturiais keturiomis keturiuose keturiose ketverių ketverius",
    5: "penki penkios penkis penkias penkių penkiems penkioms penkiais penkiomis penkiuose penkiose penkerių penkerius",
    6: "šeši šešios šešis šešias šešių šešiems šešioms šešiais šešiomis šešiuose šešiose šešerių šešerius",
    7: "septyni septynios septynis septynias septynių septyniems septynioms septyniais septyniomis septyniuose septyniose",
    8: "aštuoni aštuonios aštuonis aštuonias aštuonių aštuoniems aštuonioms aštuoniais aštuoniomis aštuoniuose aštuoniose",
    9: "devyni devynios devynis devynias devynių devyniems devynioms devyniais devyniomis devyniuose devyniose",
    10: "dešimt dešimtis dešimties dešimčiai dešimtyje",
    11: "vienuolika vienuolikos vienuolikai vienuoliką vienuolikoje",
    12: "dvylika dvylikos dvylikai dvyliką dvylikoje",
    13: "trylika trylikos trylikai trylika trylikoje",
    14: "keturiolika keturiolikos keturiolikai keturioliką keturiolikoje",
    15: "penkiolika penkiolikos penkiolikai penkioliką penkiolikoje",
    16: "šešiolika šešiolikos šešiolikai šešioliką šešiolikoje",
    17: "septyniolika septyniolikos septyniolikai septynioliką septyniolikoje",
    18: "aštuoniolika aštuoniolikos aštuoniolikai aštuonioliką aštuoniolikoje",
    19: "devyniolika devyniolikos devyniolikai devynioliką devyniolikoje",
}
_TENS = {
    20: "dvidešimt dvidešimties dvidešimčiai",
    30: "trisdešimt trisdešimties",
    40: "keturiasdešimt keturiasdešimties",
    50: "penkiasdešimt penkiasdešimties",
    60: "šešiasdešimt šešiasdešimties",
    70: "septyniasdešimt septyniasdešimties",
    80: "aštuoniasdešimt aštuoniasdešimties",
    90: "devyniasdešimt devyniasdešimties",
}
_ENGLISH = """
two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
"""
ONES = {word: number for number, forms in _FORMS.items() for word in forms.split()} | {
    word: number for number, word in enumerate(_ENGLISH.split(), 2)
}
TENS = {word: number for number, forms in _TENS.items() for word in forms.split()}
SINGLE = {"vienas": 1, "viena": 1, "vieno": 1, "vienos": 1, "vieną": 1, "vienam": 1, "vienai": 1}


def _either(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


PATTERN = re.compile(rf"\b(?:({_either(TENS)})(?:\s+({_either(ONES | SINGLE)}))?|({_either(ONES)}))\b(?!-)", re.IGNORECASE)


def value(found: re.Match[str]) -> int:
    """What a match of PATTERN means: dvidešimt penki is 25."""
    tens, after, alone = found[1], found[2], found[3]
    if alone:
        return ONES[alone.lower()]
    return TENS[tens.lower()] + (ONES | SINGLE).get((after or "").lower(), 0)
