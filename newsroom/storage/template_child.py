"""The program that fills in one template: started by `templates.py` in a process of its own, never imported.

A template is as a stranger left it, and may ask for more time or memory than there is. So it is filled in here, where
only the standard library and Jinja2 are loaded. It is told on standard input, as JSON, what to fill in; it answers on
standard output, as JSON, with the text or with what is wrong: `{"fault": …, "line": …, "why": …}`.
"""

import faulthandler
import json
import os
import re
import sys
from contextlib import suppress
from typing import Any

MEMORY = 512 * 1024 * 1024  # bytes of address space; Python and Jinja2 need a fifth of it
_MOST_BITS = 4096  # of a number that is computed


class TooLarge(Exception):
    """The template makes more than it may."""


def main() -> None:
    """Answer one request."""
    request = json.loads(sys.stdin.buffer.read())
    _bound(request["seconds"])
    try:
        answer: dict[str, object] = {"text": fill_in(request["source"], request["values"], request["most"])}
    except BaseException as error:  # what a template computes can go wrong in as many ways as Python
        answer = _fault(error)
    sys.stdout.write(json.dumps(answer))


def fill_in(source: str, values: dict[str, object], most: int) -> str:
    """The template `source` with `values` in it, at most `most` letters.

    Raises:
        Exception: of any kind; TooLarge where it makes more.
    """
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Environment(ImmutableSandboxedEnvironment):
        """What a template computes with stays small, also on systems that can not bound memory."""

        intercepted_binops = frozenset({"*", "**", "%", "+"})

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            """As Jinja2 does, where the outcome will be small."""
            if _outcome(operator, left, right) > most:
                raise TooLarge
            return super().call_binop(context, operator, left, right)

    environment = Environment(undefined=StrictUndefined, keep_trailing_newline=True)
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    pieces, length = [], 0
    for piece in environment.from_string(source).generate(values):
        length += len(piece)
        if length > most:
            raise TooLarge
        pieces.append(piece)
    text = "".join(pieces)
    text.encode()  # halves of a letter can be computed, and not be written
    return text


def _outcome(operator: str, left: Any, right: Any) -> int:
    """How long what an operator makes will be, in letters or items; 0 where it can not be long."""
    if isinstance(left, int) and isinstance(right, int):
        bits = {"*": left.bit_length() + right.bit_length(), "**": left.bit_length() * max(right, 0)}.get(operator, 0)
        return sys.maxsize if bits > _MOST_BITS else 0
    if operator == "*":
        return max(_size(left) * _number(right), _size(right) * _number(left))
    if operator == "%" and isinstance(left, str):
        return len(left) + sum(map(int, re.findall(r"[0-9]+", left))) + (sys.maxsize if "*" in left else 0)
    return _size(left) + _size(right) if operator == "+" else 0


def _size(value: Any) -> int:
    return len(value) if isinstance(value, str | list | tuple) else 0


def _number(value: Any) -> int:
    return value if isinstance(value, int) else 0


def _bound(seconds: float) -> None:
    """Bound memory where the system can; and time, should the one who waits for us be gone."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    # Its thread needs no Python, so it also ends what is inside one long step.
    faulthandler.dump_traceback_later(2 * seconds, exit=True, file=open(os.devnull, "w"))  # noqa: PTH123, SIM115


def _fault(error: BaseException) -> dict[str, object]:
    from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError

    name, why = "other", getattr(error, "message", None) or str(error) or type(error).__name__
    if isinstance(error, TooLarge):
        name = "too-large"
    elif isinstance(error, MemoryError):
        name = "memory"
    elif isinstance(error, SecurityError):
        name = "forbidden"
    elif isinstance(error, UndefinedError) and re.fullmatch(r"'\w+' is undefined", why):
        name, why = "undefined", why.split("'")[1]
    elif isinstance(error, TemplateSyntaxError):
        name = "syntax"
    return {"fault": name, "line": getattr(error, "lineno", None) or _line(error), "why": why[:200].rstrip(".")}


def _line(error: BaseException) -> int:
    """The line of the template that was at work; 0 where that is not known."""
    step, line = error.__traceback__, 0
    while step is not None:
        if step.tb_frame.f_code.co_filename == "<template>":
            line = step.tb_lineno
        step = step.tb_next
    return line


if __name__ == "__main__":
    main()
