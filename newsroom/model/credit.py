"""A credit: who did it, in which role. A byline is a list of them, and so is the credit of a photo."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_SEPARATORS = r"[、,，;；]|\s+(?:and|&)\s+"
_PARTED = "、"  # stands for any separator between names
_AS_PRINTED = r"^本报讯?\s*[（(]([^（）()]*)[）)]$"
_TAKEN_BY = r"\s*摄$"
# 新华社记者, 四平日报通讯员: the role is one of the paper's, whoever lends the person.
_OF_ANOTHER_HOUSE = r"^\S{1,8}[社报网台]"


@dataclass(frozen=True, slots=True)
class Credit:
    """A role and a name; either may be missing, which the rules judge."""

    role: str = ""
    name: str = ""

    def __str__(self) -> str:
        return f"{self.role} {self.name}".strip()

    def as_json(self) -> dict[str, str]:
        """The credit as the contract's JSON has it."""
        return {"role": self.role, "name": self.name}


def is_known_role(role: str, roles: Iterable[str]) -> bool:
    """Whether the paper knows `role`, by itself or lent by another house (`新华社记者`)."""
    known = set(roles)
    return role in known or re.sub(_OF_ANOTHER_HOUSE, "", role) in known


def parse_credits(text: str, roles: Sequence[str]) -> tuple[Credit, ...]:
    """Read a credit written as one string, by the roles that the paper has.

    `通讯员 姓名`, `本报记者 姓名、姓名`, `本报讯（通讯员 姓名）`, `姓名 摄`, `姓名 供图`, `By Name, Role`,
    `Role Name`, or names alone. An unknown word before a Chinese name is taken as the role, so that a rule can say so.
    """
    text = re.sub(_AS_PRINTED, r"\1", text.strip())
    text = re.sub(r"^by\s+", "", text.removeprefix("本报"), flags=re.IGNORECASE)
    text = re.sub(_TAKEN_BY, "", text)
    if not text:
        return ()
    return _chinese(text, roles) if any(map(_is_han, text)) else _western(text, roles)


def _is_han(letter: str) -> bool:
    # No pattern: to compile one over letters of both planes is felt at every start.
    return "\u3400" <= letter <= "\u9fff" or "\U00020000" <= letter <= "\U0003ffff"


def _chinese(text: str, roles: Sequence[str]) -> tuple[Credit, ...]:
    parted = re.sub(_SEPARATORS, f" {_PARTED} ", text).split()
    words = _joined_names([word.removeprefix("本报") for word in parted])
    if len(words) == 2 and words[1] in roles and words[0] not in roles:  # 姓名 供图
        words.reverse()
    role, names = "", list[Credit]()
    for word in words:
        fused = next((known for known in sorted(roles, key=len, reverse=True) if word.startswith(known)), None)
        if is_known_role(word, roles):
            if role and not (names and names[-1].role == role):
                names.append(Credit(role))  # a role that no name followed
            role = word
        elif fused and 1 < len(word) - len(fused) < 5:  # 通讯员姓名
            role = fused
            names.append(Credit(role, word.removeprefix(fused)))
        elif not role and len(words) == 2 and word == words[0] and _PARTED not in parted:
            role = word
        else:
            names.append(Credit(role, word))
    if role and not any(credit.role == role for credit in names):
        names.append(Credit(role))
    return tuple(names)


def _joined_names(words: Sequence[str]) -> list[str]:
    """Names that have a space inside: 张 三, to stand level with those of three letters, and John Smith."""
    joined: list[str] = []
    apart = True
    for word in words:
        if word == _PARTED:
            apart = True
            continue
        if not apart and len(word) == 1 and len(joined[-1]) == 1:
            joined[-1] += word
        elif not apart and word.isascii() and joined[-1].isascii():
            joined[-1] += f" {word}"
        else:
            joined.append(word)
        apart = False
    return joined


def _western(text: str, roles: Sequence[str]) -> tuple[Credit, ...]:
    by_length = sorted(roles, key=len, reverse=True)
    lower = text.lower()
    leading = next((role for role in by_length if lower == role.lower() or lower.startswith(role.lower() + " ")), None)
    if leading is not None:
        role, people = leading, text[len(leading) :]
    else:
        people, _, said = text.partition(",")
        role = next((known for known in roles if known.lower() == said.strip().lower()), said.strip())
        if said.count(",") or " and " in said:  # a list of names, not a name and its role
            people, role = text, ""
    names = [name.strip() for name in re.split(_SEPARATORS, people) if name.strip()]
    return tuple(Credit(role, name) for name in names) or (Credit(role),)
