"""What to ask a massage therapist before the first session, and what to tell them."""

from journal.analytics.vocabulary import Labelled


class Ask(Labelled):
    """A question to the therapist; the answer is free text."""

    LICENSED_BY = "licensed_by", "Who licensed or registered you?"
    LICENCE_NUMBER = "licence_number", "What is your licence or register number?"
    INSURED = "insured", "Are you insured?"
    EXPERIENCE = "experience", "Have you treated people with sciatica or disc problems?"
    TECHNIQUE = "technique", "Which technique would you use, and why?"
    STOP = "stop", "What would make you stop, or send me to a doctor?"
    AFTERWARDS = "afterwards", "What should I feel afterwards, and for how long?"
    SESSIONS = "sessions", "After how many sessions do we judge whether it does anything?"
    COST = "cost", "What does it cost?"


class Tell(Labelled):
    """Something that a therapist has to know."""

    BLOOD_THINNERS = "thinners", "Blood thinners"
    CLOTS = "clots", "A blood clot, now or before"
    OSTEOPOROSIS = "osteoporosis", "Osteoporosis"
    CANCER = "cancer", "Cancer, now or before"
    PREGNANCY = "pregnancy", "A pregnancy"
    SURGERY = "surgery", "Surgery"
    NUMB = "numb", "Parts that are numb"
    WEAKNESS = "weakness", "Weakness"
