"""What the synthetic practice is made of: organisations and the odds of every code.

The category mix follows the published Mores.online figures over 2023 (200 reports: 61 sexual harassment, 34
intimidation, 22 bullying, 17 discrimination, 46 aggression and violence, 20 other). All other odds are invented.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Odds = Mapping[str, int]

# name, CHAIN_LINK, SIZE_BAND, share of the cases
ORGANISATIONS: Sequence[tuple[str, str, str, int]] = (
    ("Omroep Noordlicht", "K.OMR", "W.250", 34),
    ("Lantaarn Producties", "K.PRO", "W.249", 22),
    ("Kobalt Film en Televisie", "K.PRO", "W.49", 12),
    ("Decibel Facilitair", "K.FAC", "W.250", 16),
    ("Vrije Ploeg, collectief van freelancers", "K.ZZP", "W.249", 13),
    ("Kleine Beer Producties", "K.PRO", "W.09", 3),
)

CATEGORY: Odds = {"SI": 61, "IN": 34, "PE": 22, "DI": 17, "AG": 46, "OV": 20}

NATURE: Mapping[str, Odds] = {
    "SI": {"SI.VER": 20, "SI.NON": 8, "SI.DIG": 12, "SI.FYS": 12, "SI.QPQ": 4, "SI.SCN": 3, "SI.STA": 2},
    "IN": {"IN.MAC": 12, "IN.VRN": 10, "IN.DRG": 8, "IN.ANG": 4},
    "PE": {"PE.UIT": 9, "PE.ROD": 7, "PE.WRK": 4, "PE.ONL": 2},
    "DI": {"DI.BEH": 8, "DI.UIT": 6, "DI.TOE": 3},
    "AG": {"AG.VER": 26, "AG.BED": 12, "AG.FYS": 6, "AG.GOE": 2},
    "OV": {"AR.CTR": 5, "AR.TYD": 4, "AR.BEO": 3, "AR.BET": 2, "WD": 2, "BN": 2, "IG.RED": 1, "GV": 2},
}
GROUND: Odds = {"G.GES": 5, "G.RAS": 5, "G.HAN": 3, "G.LFT": 2, "G.SEK": 2, "G.GOD": 1}
ROLE: Odds = {"R.DOE": 66, "R.GET": 14, "R.LEI": 9, "R.NAA": 3, "R.ANO": 5, "R.BEK": 1, "R.HRM": 2}
STATUS: Odds = {
    "C.VST": 24, "C.TYD": 18, "C.ZZP": 30, "C.STA": 8, "C.PAY": 4, "C.DEE": 5, "C.FIG": 3, "C.EXM": 4, "C.NB": 4,
}  # fmt: skip
FUNCTION: Odds = {
    "F.SCH": 8, "F.REG": 9, "F.RED": 18, "F.PRD": 20, "F.CAM": 14, "F.STY": 10, "F.POS": 8, "F.TEC": 9, "F.STF": 4,
}  # fmt: skip
RELATION: Odds = {
    "A.LDG": 30, "A.HLD": 12, "A.COL": 26, "A.TAL": 10, "A.OPD": 9, "A.DEE": 3, "A.DER": 3, "A.ORG": 4, "A.ONB": 3,
}  # fmt: skip
DIRECTION: Odds = {"UP": 50, "PAR": 35, "DOWN": 5, "OTH": 10}
SAME_LINK: Odds = {"S.ZLF": 62, "S.AND": 30, "S.NB": 8}
SETTING: Odds = {
    "L.SET": 30, "L.LOC": 12, "L.RED": 22, "L.CAS": 4, "L.KLE": 6, "L.REI": 3, "L.EVT": 10, "L.ONL": 10, "L.NB": 3,
}  # fmt: skip
RECENCY: Odds = {"T.LOP": 30, "T.M1": 28, "T.M6": 22, "T.J2": 12, "T.J5": 5, "T.J9": 3}
PATTERN: Odds = {"P.EEN": 35, "P.HER": 50, "P.STR": 15}
CHANNEL: Odds = {"N.TEL": 45, "N.MAI": 20, "N.BER": 15, "N.SPR": 12, "N.FYS": 8}
ROUTE: Odds = {"O.INT": 26, "O.COL": 24, "O.SET": 18, "O.TRA": 12, "O.LEI": 8, "O.HRM": 6, "O.BKD": 6}
MODE: Odds = {"M.TEL": 48, "M.FYS": 20, "M.VID": 12, "M.WAN": 6, "M.BER": 8, "M.MAI": 6}
MINUTES: Mapping[int, int] = {10: 12, 15: 18, 20: 20, 30: 22, 45: 16, 60: 10, 75: 2}
ACTION: Odds = {
    "H.LUI": 40, "H.INF": 25, "H.ORD": 12, "H.VRB": 14, "H.BGL": 4, "H.BEM": 2, "H.SLT": 3, "H.FKS": 1, "H.ADV": 4,
}  # fmt: skip
REFERRAL: Odds = {
    "X.LEI": 10, "X.HRM": 6, "X.MOR": 5, "X.BAR": 8, "X.KLC": 3, "X.HAR": 6, "X.JUR": 4, "X.CSG": 2, "X.VAK": 2,
}  # fmt: skip
OUTCOME: Odds = {
    "U.GEH": 34, "U.ZLF": 18, "U.GES": 14, "U.MED": 4, "U.MAA": 6, "U.FKL": 2, "U.VTR": 6, "U.ACV": 3, "U.ING": 3,
    "U.NRE": 8, "U.OVG": 2,
}  # fmt: skip
REASON: Odds = {"Q.NNO": 35, "Q.VRE": 22, "Q.VTW": 10, "Q.BEW": 8, "Q.BEL": 8, "Q.VRH": 10, "Q.NBV": 4, "Q.VTK": 3}
AFTERCARE: Odds = {"Z.6W": 50, "Z.2W": 20, "Z.3M": 10, "Z.AFG": 12, "Z.NBR": 8}
ACTIVITY: Odds = {"V.VOO": 22, "V.SET": 26, "V.TRA": 12, "V.SPR": 18, "V.ADV": 8, "V.SIG": 5, "V.COM": 6, "V.ADM": 12}
REACH: Odds = {"Y.09": 20, "Y.24": 40, "Y.99": 32, "Y.100": 8}
HOURS: Sequence[tuple[str, int, int]] = (("E.BNS", 18, 5), ("E.ITV", 24, 12), ("E.EXT", 9, 4))  # code, hours, times

SIGNALS: Sequence[str] = (
    "Op sets met veel invallers is vaak onduidelijk bij wie men terechtkan.",
    "Lange draaidagen zonder pauze gaan vooraf aan uitbarstingen.",
    "Freelancers weten niet of de regeling ook voor hen geldt.",
)
