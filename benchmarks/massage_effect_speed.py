"""How long ten years with 300 sessions take."""

import time

import numpy as np

from benchmarks.simulated_diaries import Scenario, simulated_diary
from journal.analytics.around_massage import around_massage
from journal.analytics.flares import suggest_flares
from journal.analytics.massage_effect import estimate_effect

TEN_YEARS = Scenario(days=3652, sessions=300)
TRIES = 15


def milliseconds_for_ten_years() -> float:
    """All parts: estimate, 999 dealings, windows, picture and flare-ups.

    Processor time of the quickest of several tries, so that what else the machine does matters little.
    """
    diary = simulated_diary(scenario=TEN_YEARS, seed=[1])
    tries = []
    for _ in range(TRIES):
        began = time.process_time()
        estimate_effect(days=diary.days, massage_days=diary.massage_days)
        around_massage(days=diary.days, massage_days=diary.massage_days)
        suggest_flares(days=diary.days, today=diary.days[-1].day)
        tries.append(time.process_time() - began)
    return 1000 * float(np.min(tries))
