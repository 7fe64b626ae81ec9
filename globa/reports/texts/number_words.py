"""Numbers that are written as words: from two to twenty, in every case and gender. One is too often a pronoun."""

from __future__ import annotations

import re

LITHUANIAN = {
    2: "du dvi dviejų dviem dviejuose dviejose dvejų dvejus dveji",
    3: "trys tris trijų trims trimis trijuose trijose",
    4: "keturi keturios keturis keturias keturių keturiems keturioms keturiais keturiomis keturiuose keturiose",
    5: "penki penkios penkis penkias penkių penkiems penkioms penkiais penkiomis penkiuose penkiose",
    6: "šeši šešios šešis šešias šešių šešiems šešioms šešiais šešiomis šešiuose šešiose",
    7: "septyni septynios septynis septynias septynių septyniems septynioms septyniais septyniomis septyniuose septyniose",
    8: "aštuoni aštuonios aštuonis aštuonias aštuonių aštuoniems aštuonioms aštuoniais aštuoniomis aštuoniuose aštuoniose",
    9: "devyni devynios devynis devynias devynių devyniems devynioms devyniais devyniomis devyniuose devyniose",
    10: "dešimt dešimtis dešimties dešimčiai dešimtyje",
    11: "vienuolika vienuolikos vienuolikai vienuolikoje",
    12: "dvylika dvylikos dvylikai dvylikoje",
    13: "trylika trylikos trylikai trylikoje",
    14: "keturiolika keturiolikos keturiolikai keturiolikoje",
    15: "penkiolika penkiolikos penkiolikai penkiolikoje",
    16: "šešiolika šešiolikos šešiolikai šešiolikoje",
    17: "septyniolika septyniolikos septyniolikai septyniolikoje",
    18: "aštuoniolika aštuoniolikos aštuoniolikai aštuoniolikoje",
    19: "devyniolika devyniolikos devyniolikai devyniolikoje",
    20: "dvidešimt dvidešimties dvidešimčiai",
}
_ENGLISH = """
two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
"""
VALUES = {word: number for number, forms in LITHUANIAN.items() for word in forms.split()}
VALUES |= {word: number for number, word in enumerate(_ENGLISH.split(), 2)}
PATTERN = re.compile(rf"\b(?:{'|'.join(sorted(VALUES, key=len, reverse=True))})\b(?!-)", re.IGNORECASE)
