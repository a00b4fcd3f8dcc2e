"""What somebody might write in a diary, by how bad the day is."""

NOTES = {
    "no pain": (
        "Nothing at all today.",
        "Walked to the market and back, felt fine.",
        "Forgot about it until now.",
    ),
    "mild": (
        "Only after sitting for a while.",
        "Stiff in the morning, better after a walk.",
        "Did the stretches twice.",
        "Drove for an hour with one break.",
        "Slept on my side with a pillow between the knees.",
    ),
    "moderate": (
        "Three meetings, sat through all of them.",
        "Carried the shopping up the stairs.",
        "Better when I stand.",
        "Woke up once in the night.",
        "Long drive to see my sister.",
        "Garden work yesterday, should have stopped earlier.",
    ),
    "severe": (
        "Could not sit through dinner.",
        "Down the leg to the foot, worst when I sneeze.",
        "Worked from the sofa.",
        "Cancelled swimming.",
        "Only lying on my back with the legs up helps a little.",
    ),
    "excruciating": (
        "Could not stand up straight this morning.",
        "Phoned the doctor about it.",
    ),
}
"""By the word on the scale that `intensity_word` gives."""

FLARE_NOTES = (
    "Lifted a suitcase and felt it at once.",
    "After two days at a trade fair, all standing.",
    "Came out of nowhere.",
    "After the long drive.",
    "Bent down to tie a shoe.",
    "",
    "",
)

MASSAGE_NOTES = (
    "The knot in the buttock was tender.",
    "Fell asleep on the table.",
    "Asked for less pressure after ten minutes.",
    "Showed me a stretch for the hip.",
    "Mostly the lower back this time.",
)
