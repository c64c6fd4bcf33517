"""The three shells: the script that each loads, the words as it hands them over, the candidates as it wants them.

`_NEWSROOM_COMPLETE` names the shell. The first line of an answer is what the shell may offer besides, the others are
candidates. Whatever goes wrong, nothing is said: a person is typing.
"""

import re
import sys
from collections.abc import Sequence
from contextlib import suppress

from newsroom.cli.completion.complete import candidates
from newsroom.locale import speak
from newsroom.model.text import one_line

# bash replaces only what stands behind the last of its word breaks, `:` and `=` among them, so it says what that is.
_BASH = r"""
_newsroom() {
    local program=$1 besides line
    [[ $program == "~/"* ]] && program=$HOME/${program:2}
    COMPREPLY=()
    {
        IFS= read -r besides
        while IFS= read -r line; do COMPREPLY+=("$line"); done
    } < <(_NEWSROOM_COMPLETE=bash "$program" "${COMP_LINE:0:COMP_POINT}" "$2" 2>/dev/null)
    if ((${#COMPREPLY[@]})); then
        compopt -o nosort
        [[ ${#COMPREPLY[@]} == 1 && $COMPREPLY == *[=/] ]] && compopt -o nospace
    elif [[ $besides == files ]]; then
        compopt -o bashdefault -o default
    elif [[ $besides == folders ]]; then
        compopt -o dirnames
    fi
} 2>/dev/null
complete -F _newsroom newsroom
"""
_ZSH = r"""
#compdef newsroom
_newsroom() {
    local program=${~${(Q)words[1]}} line
    local -a answer whole begun
    answer=("${(@f)$(_NEWSROOM_COMPLETE=zsh $program "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
    for line in "${(@)answer[2,-1]}"; do
        line=${${line//:/\\:}/$'\t'/:}
        if [[ ${line%%:*} == *[=/] ]]; then begun+=($line); else whole+=($line); fi
    done
    if (($#whole + $#begun)); then
        _describe -V newsroom whole -- begun -S ''
        return
    fi
    [[ $PREFIX == --*=* ]] && compset -P '*='
    case $answer[1] in
        files) _files ;;
        folders) _files -/ ;;
    esac
}
if [[ $funcstack[1] == _newsroom ]]; then
    _newsroom "$@"
else
    (($+functions[compdef])) || { autoload -Uz compinit && compinit }
    compdef _newsroom newsroom
fi
"""
_FISH = r"""
function __newsroom_complete
    set -l words (commandline -opc)
    set -l token (commandline -ct)
    set -l program (string replace -r '^~/' "$HOME/" -- $words[1])
    set -l answer (_NEWSROOM_COMPLETE=fish $program $words[2..-1] "$token" 2>/dev/null)
    if set -q answer[2]
        printf '%s\n' $answer[2..-1]
        return
    end
    set -l besides (string split -m 1 \t -- $answer[1])  # and the word that is typed, as it is meant
    set -l before (string match -r '^--[a-z-]+=' -- $besides[2])
    set -l path (string replace -r '^--[a-z-]+=' '' -- $besides[2])
    switch "$besides[1]"
        case files
            printf '%s\n' "$before"(__fish_complete_path "$path")
        case folders
            printf '%s\n' "$before"(__fish_complete_directories "$path")
    end
end
complete -c newsroom -f -k -a '(__newsroom_complete)'
"""
SCRIPTS = {"bash": _BASH.strip(), "zsh": _ZSH.strip(), "fish": _FISH.strip()}

_PIECE = r"\\.?|'[^']*'?|\"(?:\\.|[^\"\\])*\"?|[^\s'\"\\]"
_SPECIAL = r"[^\w%+,./:=@-]"  # what bash might not take as it stands


def answer(shell: str, arguments: Sequence[str]) -> int:
    """Print how the line goes on, for a shell; 0 in any case."""
    with suppress(Exception):
        words, raw, standing = _read(shell, arguments)
        if shell != "bash":  # which shows candidates alone, and so needs no language
            from newsroom.cli.main import interface_language

            speak(interface_language(words))
        text = "\n".join(_lines(shell, words, raw, standing)) + "\n"
        sys.stdout.buffer.write(text.encode(errors="replace"))
    return 0


def _read(shell: str, arguments: Sequence[str]) -> tuple[list[str], str, str]:
    """The words before the one that is typed, that one as it stands on the line, and what of it bash leaves there."""
    if shell != "bash":
        return list(arguments[:-1]), arguments[-1], ""
    line, replaced = arguments
    found = list(re.finditer(rf"(?:{_PIECE})+", line, re.DOTALL))
    raw = found.pop()[0] if found and found[-1].end() == len(line) else ""
    return [_unquoted(word[0]) for word in found[1:]], raw, raw.removesuffix(replaced)


def _lines(shell: str, words: list[str], raw: str, standing: str) -> list[str]:
    typed = raw if shell == "zsh" else _unquoted(raw)
    found, besides = candidates(words, typed, describe=shell != "bash")
    if shell == "bash":
        stays = len(_unquoted(standing))
        return [besides, *(_quoted(each.text[stays:], _open_quote(raw)) for each in found)]
    return [
        f"{besides}\t{typed}" if shell == "fish" else besides,
        *(f"{each.text}\t{one_line(each.description)}".rstrip("\t") for each in found),
    ]


def _unquoted(raw: str) -> str:
    """What a word means whose last quote may not be closed yet."""
    return "".join(map(_meaning, re.findall(_PIECE, raw, re.DOTALL)))


def _meaning(piece: str) -> str:
    if piece[0] == "\\":
        return piece[1:]
    if piece[0] not in "'\"":
        return piece
    inside = piece[1:] if _is_open(piece) else piece[1:-1]
    return inside if piece[0] == "'" else re.sub(r"\\([\"$`\\])", r"\1", inside)


def _open_quote(raw: str) -> str:
    """The quote that the end of a word stands in."""
    pieces = re.findall(_PIECE, raw, re.DOTALL)
    return pieces[-1][0] if pieces and pieces[-1][0] in "'\"" and _is_open(pieces[-1]) else ""


def _is_open(piece: str) -> bool:
    return not re.fullmatch(r"'[^']*'|\"(?:\\.|[^\"\\])*\"", piece, re.DOTALL)


def _quoted(text: str, quote: str) -> str:
    """`text` as bash reads it, inside of `quote` or bare."""
    if quote == "'":
        return text.replace("'", "'\\''")
    return re.sub(r'["$`\\]' if quote else _SPECIAL, r"\\\g<0>", text)
