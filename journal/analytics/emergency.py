"""Whom to call in an emergency: the number for an ambulance by country, and the country that a time zone lies in.

Only countries whose number is beyond doubt are here, compared in November 2026 with the table that Android phones dial
by and with a second list; for any other a page says the three most common numbers and "your local emergency number".
A number that works everywhere comes before one that is still being introduced. Zones are after zone.tab of the tz
database, older names included.
"""

from functools import cache
from typing import NamedTuple


class Country(NamedTuple):
    """An ISO 3166 code, the name, the numbers (the best first), and the zones, parted by spaces."""

    code: str
    name: str
    numbers: tuple[str, ...]
    zones: str


class Emergency(NamedTuple):
    """What to dial; `country` is "" where it is not known, and the numbers are then those that most countries have."""

    country: str
    numbers: tuple[str, ...]


ELSEWHERE = "ZZ"
"""What a person chooses whose country is not listed."""

ANYWHERE = Emergency(country="", numbers=("112", "911", "999"))

COUNTRIES = (
    Country(
        "AR",
        "Argentina",
        ("107", "911"),
        "America/Argentina/Buenos_Aires America/Argentina/Catamarca America/Argentina/ComodRivadavia "
        "America/Argentina/Cordoba America/Argentina/Jujuy America/Argentina/La_Rioja "
        "America/Argentina/Mendoza America/Argentina/Rio_Gallegos America/Argentina/Salta "
        "America/Argentina/San_Juan America/Argentina/San_Luis America/Argentina/Tucuman "
        "America/Argentina/Ushuaia America/Buenos_Aires America/Catamarca America/Cordoba America/Jujuy "
        "America/Mendoza America/Rosario",
    ),
    Country(
        "AU",
        "Australia",
        ("000",),
        "Antarctica/Macquarie Australia/ACT Australia/Adelaide Australia/Brisbane Australia/Broken_Hill "
        "Australia/Canberra Australia/Currie Australia/Darwin Australia/Eucla Australia/Hobart Australia/LHI "
        "Australia/Lindeman Australia/Lord_Howe Australia/Melbourne Australia/NSW Australia/North "
        "Australia/Perth Australia/Queensland Australia/South Australia/Sydney Australia/Tasmania "
        "Australia/Victoria Australia/West Australia/Yancowinna",
    ),
    Country("AT", "Austria", ("112", "144"), "Europe/Vienna"),
    Country("BE", "Belgium", ("112",), "Europe/Brussels"),
    Country(
        "BR",
        "Brazil",
        ("192",),
        "America/Araguaina America/Bahia America/Belem America/Boa_Vista America/Campo_Grande America/Cuiaba "
        "America/Eirunepe America/Fortaleza America/Maceio America/Manaus America/Noronha America/Porto_Acre "
        "America/Porto_Velho America/Recife America/Rio_Branco America/Santarem America/Sao_Paulo Brazil/Acre "
        "Brazil/DeNoronha Brazil/East Brazil/West",
    ),
    Country("BG", "Bulgaria", ("112",), "Europe/Sofia"),
    Country(
        "CA",
        "Canada",
        ("911",),
        "America/Atikokan America/Blanc-Sablon America/Cambridge_Bay America/Creston America/Dawson "
        "America/Dawson_Creek America/Edmonton America/Fort_Nelson America/Glace_Bay America/Goose_Bay "
        "America/Halifax America/Inuvik America/Iqaluit America/Moncton America/Montreal America/Nipigon "
        "America/Pangnirtung America/Rainy_River America/Rankin_Inlet America/Regina America/Resolute "
        "America/St_Johns America/Swift_Current America/Thunder_Bay America/Toronto America/Vancouver "
        "America/Whitehorse America/Winnipeg America/Yellowknife Canada/Atlantic Canada/Central "
        "Canada/Eastern Canada/Mountain Canada/Newfoundland Canada/Pacific Canada/Saskatchewan Canada/Yukon",
    ),
    Country(
        "CL",
        "Chile",
        ("131",),
        "America/Coyhaique America/Punta_Arenas America/Santiago Chile/Continental Chile/EasterIsland Pacific/Easter",
    ),
    Country(
        "CN",
        "China",
        ("120",),
        "Asia/Chongqing Asia/Chungking Asia/Harbin Asia/Kashgar Asia/Shanghai Asia/Urumqi",
    ),
    Country("CO", "Colombia", ("123",), "America/Bogota"),
    Country("HR", "Croatia", ("112",), "Europe/Zagreb"),
    Country("CY", "Cyprus", ("112",), "Asia/Famagusta Asia/Nicosia Europe/Nicosia"),
    Country("CZ", "Czechia", ("112",), "Europe/Prague"),
    Country("DK", "Denmark", ("112",), "Europe/Copenhagen"),
    Country("EE", "Estonia", ("112",), "Europe/Tallinn"),
    Country("FI", "Finland", ("112",), "Europe/Helsinki"),
    Country("FR", "France", ("112", "15"), "Europe/Paris"),
    Country("DE", "Germany", ("112",), "Europe/Berlin Europe/Busingen"),
    Country("GR", "Greece", ("112",), "Europe/Athens"),
    Country("HK", "Hong Kong", ("999",), "Asia/Hong_Kong"),
    Country("HU", "Hungary", ("112",), "Europe/Budapest"),
    Country("IS", "Iceland", ("112",), "Atlantic/Reykjavik"),
    Country("IN", "India", ("112",), "Asia/Calcutta Asia/Kolkata"),
    Country("IE", "Ireland", ("112", "999"), "Europe/Dublin"),
    Country("IL", "Israel", ("101",), "Asia/Jerusalem Asia/Tel_Aviv"),
    Country("IT", "Italy", ("112",), "Europe/Rome"),
    Country("JP", "Japan", ("119",), "Asia/Tokyo"),
    Country("LV", "Latvia", ("112",), "Europe/Riga"),
    Country("LI", "Liechtenstein", ("112", "144"), "Europe/Vaduz"),
    Country("LT", "Lithuania", ("112",), "Europe/Vilnius"),
    Country("LU", "Luxembourg", ("112",), "Europe/Luxembourg"),
    Country("MY", "Malaysia", ("999",), "Asia/Kuala_Lumpur Asia/Kuching"),
    Country("MT", "Malta", ("112",), "Europe/Malta"),
    Country(
        "MX",
        "Mexico",
        ("911",),
        "America/Bahia_Banderas America/Cancun America/Chihuahua America/Ciudad_Juarez America/Ensenada "
        "America/Hermosillo America/Matamoros America/Mazatlan America/Merida America/Mexico_City "
        "America/Monterrey America/Ojinaga America/Santa_Isabel America/Tijuana Mexico/BajaNorte "
        "Mexico/BajaSur Mexico/General",
    ),
    Country("NL", "Netherlands", ("112",), "Europe/Amsterdam"),
    Country("NZ", "New Zealand", ("111",), "Pacific/Auckland Pacific/Chatham"),
    Country("NO", "Norway", ("113",), "Europe/Oslo"),
    Country("PH", "Philippines", ("911",), "Asia/Manila"),
    Country("PL", "Poland", ("112",), "Europe/Warsaw"),
    Country("PT", "Portugal", ("112",), "Atlantic/Azores Atlantic/Madeira Europe/Lisbon"),
    Country("RO", "Romania", ("112",), "Europe/Bucharest"),
    Country(
        "RU",
        "Russia",
        ("112", "103"),
        "Asia/Anadyr Asia/Barnaul Asia/Chita Asia/Irkutsk Asia/Kamchatka Asia/Khandyga Asia/Krasnoyarsk "
        "Asia/Magadan Asia/Novokuznetsk Asia/Novosibirsk Asia/Omsk Asia/Sakhalin Asia/Srednekolymsk "
        "Asia/Tomsk Asia/Ust-Nera Asia/Vladivostok Asia/Yakutsk Asia/Yekaterinburg Europe/Astrakhan "
        "Europe/Kaliningrad Europe/Kirov Europe/Moscow Europe/Samara Europe/Saratov Europe/Ulyanovsk "
        "Europe/Volgograd",
    ),
    Country("SG", "Singapore", ("995",), "Asia/Singapore"),
    Country("SK", "Slovakia", ("112",), "Europe/Bratislava"),
    Country("SI", "Slovenia", ("112",), "Europe/Ljubljana"),
    Country("ZA", "South Africa", ("112", "10177"), "Africa/Johannesburg"),
    Country("KR", "South Korea", ("119",), "Asia/Seoul"),
    Country("ES", "Spain", ("112",), "Africa/Ceuta Atlantic/Canary Europe/Madrid"),
    Country("SE", "Sweden", ("112",), "Europe/Stockholm"),
    Country("CH", "Switzerland", ("112", "144"), "Europe/Zurich"),
    Country("TW", "Taiwan", ("119",), "Asia/Taipei"),
    Country("TH", "Thailand", ("1669",), "Asia/Bangkok"),
    Country("TR", "Turkey", ("112",), "Asia/Istanbul Europe/Istanbul"),
    Country("UA", "Ukraine", ("103", "112"), "Europe/Kiev Europe/Kyiv Europe/Uzhgorod Europe/Zaporozhye"),
    Country("AE", "United Arab Emirates", ("998",), "Asia/Dubai"),
    Country("GB", "United Kingdom", ("999", "112"), "Europe/Belfast Europe/London"),
    Country(
        "US",
        "United States",
        ("911",),
        "America/Adak America/Anchorage America/Atka America/Boise America/Chicago America/Denver "
        "America/Detroit America/Fort_Wayne America/Indiana/Indianapolis America/Indiana/Knox "
        "America/Indiana/Marengo America/Indiana/Petersburg America/Indiana/Tell_City America/Indiana/Vevay "
        "America/Indiana/Vincennes America/Indiana/Winamac America/Indianapolis America/Juneau "
        "America/Kentucky/Louisville America/Kentucky/Monticello America/Knox_IN America/Los_Angeles "
        "America/Louisville America/Menominee America/Metlakatla America/New_York America/Nome "
        "America/North_Dakota/Beulah America/North_Dakota/Center America/North_Dakota/New_Salem "
        "America/Phoenix America/Shiprock America/Sitka America/Yakutat Pacific/Honolulu US/Alaska "
        "US/Aleutian US/Arizona US/Central US/East-Indiana US/Eastern US/Hawaii US/Indiana-Starke US/Michigan "
        "US/Mountain US/Pacific",
    ),
)


@cache
def _by_code() -> dict[str, Country]:
    return {country.code: country for country in COUNTRIES}


@cache
def _code_by_zone() -> dict[str, str]:
    return {zone: country.code for country in COUNTRIES for zone in country.zones.split()}


def country_of_zone(time_zone: str) -> str:
    """The code of the country that a zone lies in; "" where it is none of these."""
    return _code_by_zone().get(time_zone, "")


def country_name(code: str) -> str:
    """The name of a listed country; "" for any other code."""
    country = _by_code().get(code)
    return country.name if country else ""


def emergency_in(*, country: str, time_zone: str) -> Emergency:
    """What to dial for somebody who chose this country ("" where they chose none) and lives in this zone."""
    found = _by_code().get(country or country_of_zone(time_zone))
    return Emergency(country=found.name, numbers=found.numbers) if found else ANYWHERE
