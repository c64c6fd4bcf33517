"""The files of a paper's register, as they stand: their content is a part of what all is judged by."""

import os
from pathlib import Path

from newsroom.locale import _
from newsroom.storage.files import MAX_TEXT, Unusable, read_bytes

REGISTER = "register.yaml"
FOLDER = "register"


def register_contents(root: Path) -> dict[str, bytes]:
    """What the files of a newsroom's register hold, by their paths; empty where it keeps none.

    Raises:
        Unusable: one of them is a link, a folder, too large.
    """
    folder = root / FOLDER
    if folder.is_symlink():
        raise Unusable("not-a-file", Path(FOLDER), _("it is a link"), _("Put the folder itself there."))
    names = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    inside = [f"{FOLDER}/{name}" for name in names if name.endswith(".yaml") and not name.startswith(".")]
    paths = [REGISTER] if os.path.lexists(root / REGISTER) else []
    return {path: read_bytes(root / path, MAX_TEXT) for path in (*paths, *inside)}
