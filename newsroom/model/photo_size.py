"""Whether a photo has enough pixels to be printed."""

# Newspapers ask for 200 pixels an inch at the size in print (IG Austria's Druckstandard Zeitungen, Great West's
# newsprint specifications): twice the ruling of a newspaper's screen, 85 to 100 lines an inch (ISO 12647-3 prints).
PIXELS_AN_INCH = 200
CM_AN_INCH = 2.54
# Two columns of a broadsheet, or half the width of a tabloid's type area: what is smaller is a stamp, not a photo.
NARROWEST_CM = 10


def print_width_cm(pixels: int) -> float:
    """The widest that so many pixels print well, in centimetres."""
    return pixels * CM_AN_INCH / PIXELS_AN_INCH


def large_enough(width: int, height: int) -> bool:
    """Whether a photo prints well with its longer side at NARROWEST_CM: an upright one needs no more pixels."""
    return print_width_cm(max(width, height)) >= NARROWEST_CM


def pixels_needed() -> int:
    """The pixels of the longer side from which a photo is large enough."""
    return -int(-NARROWEST_CM * PIXELS_AN_INCH // CM_AN_INCH)
