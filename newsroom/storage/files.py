"""Reading files that strangers may have put there: regular files only, bounded, strict UTF-8."""

import errno
import os
import stat
from pathlib import Path

from newsroom.errors import Malformed, Refused
from newsroom.locale import _

MAX_TEXT = 4 * 1024 * 1024
MAX_ARTICLE = 512 * 1024  # 170,000 字, a code of laws in full; every rule goes through the most hostile one in a second
MAX_PHOTO = 256 * 1024 * 1024
_PIECE = 64 * 1024

_REASON_WORDS = {
    "ENOENT": "it is not there",
    "EACCES": "no permission",
    "EPERM": "no permission",
    "EROFS": "the disk can only be read",
    "ENOSPC": "the disk is full",
    "EDQUOT": "the disk is full",
    "ENOTDIR": "a part of the path is not a folder",
    "EISDIR": "it is a folder",
    "ELOOP": "it is a link",
    "ENAMETOOLONG": "the name is too long",
    "EIO": "the disk failed",
    "ENXIO": "it is not a plain file",
}
BOM = b"\xef\xbb\xbf"


def reason(error: OSError) -> str:
    """Why the system said no, in the user's language where it is a reason that people meet."""
    known = _REASON_WORDS.get(errno.errorcode.get(error.errno or 0, ""))
    return _(known) if known else error.strerror or str(error)


def size_words(size: int) -> str:
    """A size as people say it: `512 KB`, `4 MB`."""
    return f"{size // 2**20} MB" if size >= 2**20 else f"{size // 2**10} KB"


class Unusable(Refused):
    """A file that can not be read at all; `cause` says why, without naming it."""

    def __init__(self, code: str, path: Path | str, cause: str, help: str) -> None:
        super().__init__(code, _("{path} can not be read: {why}.", path=path, why=cause), help)
        self.cause = cause


def read_bytes(path: Path | str, limit: int, *, follow: bool = False) -> bytes:
    """The content of a regular file of at most `limit` bytes.

    Raises:
        Unusable: it is not there, a link (unless `follow`), a folder, a FIFO, a device, or longer. It is not read then.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if not follow:
        flags |= getattr(os, "O_NOFOLLOW", 0)
    try:
        handle = os.open(path, flags)
    except FileNotFoundError as error:
        raise Unusable("no-file", path, reason(error), _("Check the spelling; paths start here.")) from None
    except OSError as error:
        raise Unusable("not-a-file", path, reason(error), _("Put the file itself there.")) from None
    try:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            raise Unusable("not-a-file", path, _("it is not a plain file"), _("Put the file itself there."))
        content = piece = os.read(handle, min(about.st_size, limit) + 1)
        while piece and len(content) <= limit:  # there may be more: it grew, or its system does not tell sizes
            piece = os.read(handle, max(about.st_size - len(content), _PIECE))
            content += piece
    finally:
        os.close(handle)
    if len(content) > limit:
        cause = _("it is larger than {size}", size=size_words(limit))
        raise Unusable("too-large", path, cause, _("Is it the right file?"))
    return content


def fingerprint(content: bytes) -> str:
    """A text that is the same for the same content, and for no other."""
    import hashlib  # it brings OpenSSL, which is felt, and few commands ask

    return hashlib.blake2b(content, digest_size=16).hexdigest()


def read_text(path: Path) -> str:
    """The text of a UTF-8 file, without its byte order mark; its line ends stay as they are.

    Raises:
        Malformed: it is in another encoding, or holds NUL; with the line.
    """
    return decode_text(read_bytes(path, MAX_TEXT))


def decode_text(content: bytes) -> str:
    """The text of UTF-8 bytes, without their byte order mark.

    Raises:
        Malformed: they are of another encoding, or hold NUL; with the line.
    """
    content = content.removeprefix(BOM)
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        encoding = likely_encoding(content)
        raise Malformed(
            "not-utf-8",
            _("it is not UTF-8 text; it looks like {encoding}", encoding=encoding)
            if encoding
            else _("it is not UTF-8 text"),
            _("Convert it: iconv -f {encoding} -t UTF-8 OLD > NEW", encoding=encoding or "GB18030"),
            line=line,
        ) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise Malformed("not-text", _("it is not text"), _("Save it as plain text, UTF-8."), line=line)
    return text


def likely_encoding(content: bytes) -> str | None:
    """The encoding that text which is not UTF-8 looks like; None where it looks like none that people use."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        return None
    # Text of another encoding decodes to rare characters; real Chinese copy is made of common ones.
    letters = [letter for letter in text if letter > "\x7f"]
    common = sum(1 for letter in letters if letter in "，。、的“”" or letter.encode("gb2312", "ignore"))
    return "GB18030" if common >= 0.9 * len(letters) else None
