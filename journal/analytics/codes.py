"""The codes under which other programs know what the diary holds, as docs/export.md lists them.

Only codes that are sure are here; everything else goes out in words alone.
"""

from journal.analytics.vocabulary import Quality, Region, Side

LOINC = "http://loinc.org"
SNOMED = "http://snomed.info/sct"

PAIN_SEVERITY = ("72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported")
PAIN_QUALITY = ("32419-4", "Pain quality")
MASSAGE = "387854002"
SCIATICA = "23056005"

QUALITY_CODES: dict[Quality, str] = {
    Quality.ACHE: "27635008",
    Quality.BURNING: "36349006",
    Quality.TINGLING: "62507009",
    Quality.NUMBNESS: "44077006",
    Quality.WEAKNESS: "26544005",
}
"""SNOMED CT codes."""

REGION_CODES: dict[Region, str] = {
    Region.LOWER_BACK: "52612000",
    Region.SACRUM: "297173004",
    Region.BUTTOCK: "46862004",
    Region.HIP: "29836001",
    Region.THIGH_FRONT: "68367000",
    Region.THIGH_OUTER: "68367000",
    Region.THIGH_BACK: "4578000",
    Region.KNEE_BACK: "32361000",
    Region.SHIN: "30021000",
    Region.CALF_OUTER: "30021000",
    Region.CALF: "53840002",
    Region.ANKLE: "70258002",
    Region.FOOT_TOP: "56459004",
    Region.HEEL: "84607009",
    Region.SOLE: "56459004",
    Region.BIG_TOE: "29707007",
    Region.TOES: "29707007",
}
"""SNOMED CT codes of the structure, whatever the side. Some are coarser than the region, which its words then say."""

GROIN_CODES: dict[Side, str] = {Side.LEFT: "85119005", Side.RIGHT: "37117007"}
SIDE_CODES: dict[Side, tuple[str, str]] = {Side.LEFT: ("7771000", "Left"), Side.RIGHT: ("24028007", "Right")}

LOINC_NOTICE = (
    "This material contains content from LOINC (http://loinc.org). LOINC is copyright Regenstrief Institute, Inc. and "
    "the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the "
    "license at http://loinc.org/license."
)
SNOMED_NOTICE = (
    "The codes of SNOMED CT in this material are from the SNOMED CT Global Patient Set of SNOMED International, used "
    "under the Creative Commons Attribution 4.0 International licence."
)
