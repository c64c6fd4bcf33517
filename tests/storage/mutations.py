"""Files as strangers might send them: good ones with bytes cut out, doubled, and put in."""

import random
from collections.abc import Iterator

NASTY = (
    b"---\n", b"---", b"...\n", b"\n", b"\r", b"\r\n", b"\t", b" ", b"    ", b":", b": ", b"- ", b"? ", b"#", b" # ",
    b"[", b"]", b"{", b"}", b",", b"'", b'"', b"|\n", b">-\n", b"|2\n", b"&a ", b"*a", b"<<: *a\n", b"!!str ", b"!",
    b"%YAML 1.1\n", b"@", b"`", b"\\", b'"\\', b"\\u", b"\xef\xbb\xbf", b"\xff", b"\xfe\xff", b"\x00", b"\x1b[31m",
    b"\x7f", b"\xc2\x85", b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\xed\xa0\x80", b"\xef\xbf\xbf", "：".encode(),
    "标题：".encode(), "冬".encode(), "🎉".encode(), "e\u0301".encode(), "冬".encode("gb18030"), b"headline: a\n",
    b"headline", b"photos:\n", b"photos: [", b"- file: a\n", b"byline: ", b"status: killed\n", b"kind: photo\n",
    b"page: 3\n", b"0" * 5000, b"[" * 300, b"{a: " * 300, b"- " * 300, b" " * 3000, b"a" * 3000, b"a: b\n" * 50,
    b"number: 1e9\n", b"date: 2022-13-01\n", b"~", b"null", b"=", b"<<",
)  # fmt: skip


def mutations(content: bytes, count: int, seed: int) -> Iterator[bytes]:
    """`count` files made of `content`, each with one to six changes."""
    dice = random.Random(seed)  # noqa: S311
    for _ in range(count):
        mutated = content
        for _ in range(dice.randint(1, 6)):
            at = dice.randint(0, len(mutated))
            to = min(len(mutated), at + dice.choice((1, 1, 2, 3, 10, 40)))
            match dice.randint(0, 4):
                case 0:
                    mutated = mutated[:at] + mutated[to:]
                case 1:
                    mutated = mutated[:to] + mutated[at:to] * dice.randint(1, 3) + mutated[to:]
                case 2:
                    lines = mutated.splitlines(keepends=True)
                    dice.shuffle(lines)
                    mutated = b"".join(lines) if dice.random() < 0.1 else mutated
                case _:
                    mutated = mutated[:at] + dice.choice(NASTY) + mutated[at:]
        yield mutated
