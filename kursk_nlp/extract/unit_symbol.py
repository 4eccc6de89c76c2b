"""The symbol code of a unit: twenty digits of APP-6(D) / MIL-STD-2525D for a land unit.

Digits 1-2 version 10, 3 reality, 4 standard identity (1: unknown, an article does not say who is a friend of the reader), 5-6 symbol
set 10 (land unit), 7 status present, 8 no headquarters or task force, 9-10 echelon, 11-16 entity, 17-18 and 19-20 sector modifiers.
"""

from __future__ import annotations

ECHELONS = {
    "team": "11", "squad": "12", "section": "13", "platoon": "14", "company": "15", "battalion": "16", "regiment": "17", "brigade": "18",
    "division": "21", "corps": "22", "army": "23", "army_group": "24", "command": "26",
}
#: arm -> entity and the two sector modifiers; airborne is infantry with the airborne modifier, marines are amphibious infantry
ARMS = {
    "infantry": "1211000000", "armor": "1205000000", "artillery": "1303000000", "engineer": "1407000000", "special_forces": "1217000000",
    "airborne": "1211000001", "marine": "1211010000", "air_defense": "1301000000", "aviation": "1207000000", "missile": "1307000000",
    "reconnaissance": "1213000000", "medical": "1613000000", "logistics": "1600000000", "signals": "1110000000",
    "intelligence": "1510000000", "unmanned": "1219000000", "military_police": "1412000000",
}
_NO_ENTITY = "0000000000"


def sidc(echelon: str | None, arm: str | None) -> str:
    """The code of a land unit of unknown affiliation; what is not stated stays zero (unspecified)."""
    return f"10011000{ECHELONS.get(echelon or '', '00')}{ARMS.get(arm or '', _NO_ENTITY)}"
