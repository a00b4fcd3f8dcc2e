"""The fixed words of the diary: what pain feels like, where it is, what a massage was.

They are enums and not tables, because free names would have to be merged for ever. Each member *is* its
stored code (a short lower-case string) and carries the words a person reads in `label`.
"""

from enum import StrEnum
from functools import cache
from typing import NamedTuple, Self


class Labelled(StrEnum):
    """A stored code with the words a person reads."""

    label: str

    # The default is for type checkers only: it gives the look-up `Side("left")` a type.
    def __new__(cls, code: str, label: str = "") -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """(code, label) pairs, in the order of the vocabulary."""
        return [(member.value, member.label) for member in cls]


class Quality(Labelled):
    """What it feels like. The last three are signs of the nerve rather than pain."""

    ACHE = "ache", "Ache"
    BURNING = "burning", "Burning"
    SHOCK = "shock", "Electric shock, shooting"
    SHARP = "sharp", "Sharp, stabbing"
    THROBBING = "throbbing", "Throbbing"
    CRAMP = "cramp", "Cramp, tightness"
    TINGLING = "tingling", "Tingling, pins and needles"
    NUMBNESS = "numbness", "Numbness"
    WEAKNESS = "weakness", "Muscle weakness"


NERVE_SIGNS = frozenset({Quality.TINGLING, Quality.NUMBNESS, Quality.WEAKNESS})


class Side(Labelled):
    LEFT = "left", "Left"
    RIGHT = "right", "Right"
    CENTRE = "centre", "Centre"


class Region(Labelled):
    """A place along the sciatic path; left and right are kept apart in `Side`, always."""

    LOWER_BACK = "lower_back", "Lower back"
    SACRUM = "sacrum", "Base of the spine"
    BUTTOCK = "buttock", "Buttock"
    HIP = "hip", "Outer hip"
    GROIN = "groin", "Groin"
    THIGH_FRONT = "thigh_front", "Front of thigh"
    THIGH_OUTER = "thigh_outer", "Outer thigh"
    THIGH_BACK = "thigh_back", "Back of thigh"
    KNEE_BACK = "knee_back", "Back of knee"
    SHIN = "shin", "Shin, inner lower leg"
    CALF_OUTER = "calf_outer", "Outer lower leg"
    CALF = "calf", "Calf"
    ANKLE = "ankle", "Ankle"
    FOOT_TOP = "foot_top", "Top of foot"
    HEEL = "heel", "Heel"
    SOLE = "sole", "Sole, outer edge of foot"
    BIG_TOE = "big_toe", "Big toe"
    TOES = "toes", "Other toes"
    SADDLE = "saddle", "Between the legs (saddle)"


STATIONS: dict[Region, int] = {
    Region.LOWER_BACK: 1,
    Region.SACRUM: 1,
    Region.BUTTOCK: 2,
    Region.HIP: 2,
    Region.GROIN: 2,
    Region.THIGH_FRONT: 3,
    Region.THIGH_OUTER: 3,
    Region.THIGH_BACK: 3,
    Region.KNEE_BACK: 4,
    Region.SHIN: 5,
    Region.CALF_OUTER: 5,
    Region.CALF: 5,
    Region.ANKLE: 6,
    Region.FOOT_TOP: 6,
    Region.HEEL: 6,
    Region.SOLE: 6,
    Region.BIG_TOE: 7,
    Region.TOES: 7,
}
"""How far down the leg a region lies, 1 (lower back) to 7 (toes). The saddle lies on no leg."""

_CENTRAL = frozenset({Region.LOWER_BACK, Region.SACRUM})


class Place(NamedTuple):
    """A region and its side; `side` is None where nobody said which (an imported diary)."""

    region: Region
    side: Side | None

    @property
    def code(self) -> str:
        """`calf.left`, or `calf` where the side is not known. `place_from_code` reads it back."""
        return f"{self.region}.{self.side}" if self.side else str(self.region)

    @property
    def label(self) -> str:
        """`left calf`, `lower back, centre`, `calf`: for the middle of a sentence."""
        region = self.region.label[0].lower() + self.region.label[1:]
        if self.side is None or self.region is Region.SADDLE:
            return region
        if self.side is Side.CENTRE:
            return f"{region}, centre"
        return f"{self.side.value} {region}"


def sides_of(region: Region) -> tuple[Side, ...]:
    """The sides that a person can tell apart there: none at the saddle, a centre on the spine."""
    if region is Region.SADDLE:
        return ()
    if region in _CENTRAL:
        return (Side.LEFT, Side.CENTRE, Side.RIGHT)
    return (Side.LEFT, Side.RIGHT)


def places_to_choose() -> tuple[Place, ...]:
    """Every place a form offers, from the back downwards."""
    return tuple(Place(region, side) for region in Region for side in sides_of(region) or (None,))


@cache
def place_said(*, region: str, side: str) -> Place:
    """The place that two stored codes mean; `side` is "" where nobody said which."""
    return Place(Region(region), Side(side) if side else None)


def place_from_code(code: str) -> Place:
    """Read what `Place.code` wrote. Raises ValueError for anything else."""
    region, _, side = code.partition(".")
    place = place_said(region=region, side=side)
    if place.side is not None and place.side not in sides_of(place.region):
        raise ValueError(f"{place.region} has no side {place.side}")
    return place


class Technique(Labelled):
    SWEDISH = "swedish", "Swedish, relaxation"
    DEEP_TISSUE = "deep_tissue", "Deep tissue"
    STRUCTURAL = "structural", "Structural"
    MYOFASCIAL = "myofascial", "Myofascial release"
    TRIGGER_POINT = "trigger_point", "Trigger point, neuromuscular"
    SPORTS = "sports", "Sports"
    THAI = "thai", "Thai"
    SHIATSU = "shiatsu", "Shiatsu, acupressure"
    LYMPHATIC = "lymphatic", "Lymphatic drainage"
    MUSCLE_ENERGY = "muscle_energy", "Muscle energy"
    NERVE = "nerve", "Nerve mobilisation"
    HOT_STONE = "hot_stone", "Hot stone"
    CUPPING = "cupping", "Cupping or with a tool"
    SELF = "self", "Self-massage (ball, roller, gun)"
    OTHER = "other", "Other"


class Giver(Labelled):
    """Who gave the massage."""

    THERAPIST = "therapist", "A therapist"
    SELF = "self", "Myself"
    SOMEONE = "someone", "Someone close to me"


class Goal(Labelled):
    LOWER_BACK = "lower_back", "Loosen the lower back"
    BUTTOCK = "buttock", "Loosen the buttock"
    FLARE = "flare", "Calm a flare-up"
    SLEEP = "sleep", "Sleep"
    STAY_LOOSE = "stay_loose", "Stay loose"
    OTHER = "other", "Other"


class Soreness(Labelled):
    """How sore the massaged muscles were the day after."""

    NONE = "none", "Not sore"
    SOME = "some", "A little sore"
    MUCH = "much", "Very sore"


class Change(Labelled):
    """How a flare-up goes, against the last time it was looked at."""

    BETTER = "better", "Better"
    SAME = "same", "The same"
    WORSE = "worse", "Worse"


class Lifting(Labelled):
    """The heaviest that was lifted on a day, from the least to the most."""

    NONE = "none", "Nothing"
    LIGHT = "light", "Light things"
    HEAVY = "heavy", "Heavy things"
    OVERSTRAINED = "overstrained", "More than I should have"


class Trigger(Labelled):
    """What may have set pain off."""

    SITTING = "sitting", "Long sitting"
    DRIVING = "driving", "Driving"
    LIFTING = "lifting", "Heavy lifting"
    BENDING = "bending", "Bending or twisting"
    STANDING = "standing", "Long standing"
    SPORT = "sport", "Overstrain in sport"
    COUGHING = "coughing", "Coughing or sneezing"
    SLEEPING = "sleeping", "Sleeping position"
    STRESS = "stress", "Stress"
    COLD = "cold", "Cold"
    UNKNOWN = "unknown", "Unknown"


TRIGGER_RATINGS: tuple[tuple[int, str], ...] = ((0, "Not at all"), (1, "A little"), (2, "Clearly"), (3, "Strongly"))


class DoseUnit(Labelled):
    MG = "mg", "mg"
    G = "g", "g"
    MCG = "mcg", "µg"
    ML = "ml", "ml"
    TABLET = "tablet", "tablets"
    DROP = "drop", "drops"
    PUFF = "puff", "puffs"
    PATCH = "patch", "patches"
    UNIT = "unit", "units"


PRESSURES: tuple[tuple[int, str], ...] = (
    (1, "Very light"),
    (2, "Light"),
    (3, "Medium"),
    (4, "Firm"),
    (5, "Very firm"),
)


def intensity_word(intensity: float) -> str:
    """The word on the scale for an intensity of 0-10."""
    if intensity <= 0:
        return "no pain"
    if intensity < 4:
        return "mild"
    if intensity < 7:
        return "moderate"
    return "severe" if intensity < 9 else "excruciating"
