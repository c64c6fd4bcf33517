"""What is said of a photo before it is taken: its size, whether it can be printed, when and whose it is."""

import sys

from newsroom.cli.screen import paint, say
from newsroom.desk.add_photo import Suggestion
from newsroom.locale import _
from newsroom.model.photo_size import NARROWEST_CM, large_enough, pixels_needed, print_width_cm
from newsroom.storage.photo_file import PhotoFile


def show_photo(photo: PhotoFile, suggestion: Suggestion) -> None:
    """Say what an editor looks at, on standard error."""
    say(
        _(
            "{file}: {width} × {height} pixels, prints well up to {cm} cm wide.",
            file=photo.name,
            width=photo.width,
            height=photo.height,
            cm=f"{print_width_cm(photo.width):.1f}",
        )
    )
    if not large_enough(photo.width, photo.height):
        warning = _(
            "Too small for print: {cm} cm take {pixels} pixels. Ask for the original.",
            cm=NARROWEST_CM,
            pixels=pixels_needed(),
        )
        say(paint(warning, sys.stderr, fg="yellow", bold=True))
    if suggestion.taken:
        say(_("Taken: {when}", when=suggestion.taken))
    if suggestion.copyright:
        say(_("Copyright: {text}", text=suggestion.copyright))
    if suggestion.supplier:
        say(_("The photo asks for this credit line: {text}", text=suggestion.supplier))
