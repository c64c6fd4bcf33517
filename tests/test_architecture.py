"""The house: arrows run one way, heavy libraries have one door each, files are short and say what they are for."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsroom
from newsroom.rules.engine import all_rules

PACKAGE = Path(newsroom.__file__).parent
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py") if "shipped" not in path.parts)
LONGEST = 300

# What each part may import of newsroom; beginnings of names.
ARROWS = {
    "errors.py": (),
    "model/": ("newsroom.model",),
    "locale/": ("newsroom.locale", "newsroom.model.text"),
    "rules/": ("newsroom.rules", "newsroom.model", "newsroom.locale"),
    "storage/": ("newsroom.storage", "newsroom.model", "newsroom.locale", "newsroom.errors"),
    "reports/": ("newsroom.reports", "newsroom.model", "newsroom.locale"),
    "desk/": (
        "newsroom.desk", "newsroom.storage", "newsroom.rules", "newsroom.reports", "newsroom.model", "newsroom.locale",
        "newsroom.errors",
    ),
}  # fmt: skip

# The only files that know a library.
DOORS = {
    "ruamel": ("storage/",),
    "git": ("storage/repository.py",),
    "questionary": ("cli/prompts.py",),
    "prompt_toolkit": ("cli/prompts.py",),
    "PIL": ("storage/",),
    "defusedxml": ("storage/photo_xmp.py",),
    "jinja2": ("storage/template_child.py",),
    "sqlite3": ("storage/database.py", "storage/index.py", "storage/verdicts.py"),
    "filelock": ("storage/kept.py", "storage/turn.py"),
    "typer": ("cli/",),
    "rich": (),
    "click": (),
}
HEAVY = {
    "git", "PIL", "defusedxml", "filelock", "jinja2", "questionary", "prompt_toolkit", "rich", "ruamel", "sqlite3",
    "wcwidth", "typer",
}  # fmt: skip


# Run in a process of its own: it is spoken to by its standard input and output, and knows nothing of newsroom.
CHILD = "storage/template_child.py"


def tree(module: str) -> ast.Module:
    return ast.parse((PACKAGE / module).read_text("utf-8"))


def imports(node: ast.AST, *, everywhere: bool = True) -> Iterator[str]:
    """The full names that are imported; `everywhere` also inside functions, never those for the type checker alone."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            if everywhere:
                yield from imports(child)
        elif isinstance(child, ast.Import):
            yield from (name.name for name in child.names)
        elif isinstance(child, ast.ImportFrom):
            assert not child.level, "imports are written out"
            yield from (f"{child.module}.{name.name}" for name in child.names)
        elif everywhere or not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield from imports(child, everywhere=everywhere)


def begins(name: str, starts: tuple[str, ...]) -> bool:
    return any(name == start or name.startswith(start + ".") for start in starts)


def below_cli(module: str) -> bool:
    return not module.startswith("cli/") and module != "__main__.py"


@pytest.mark.parametrize("module", [module for module in MODULES if module.startswith(tuple(ARROWS))])
def test_arrows_run_one_way(module: str) -> None:
    allowed = next(names for part, names in ARROWS.items() if module.startswith(part))
    ours = {name for name in imports(tree(module)) if begins(name, ("newsroom",))}

    assert {name for name in ours if not begins(name, allowed)} == set()


def test_every_file_is_in_a_part_that_is_known() -> None:
    parts = (*ARROWS, "cli/", "__init__.py", "__main__.py")

    assert [module for module in MODULES if not module.startswith(parts)] == []


@pytest.mark.parametrize("library", DOORS)
def test_a_library_has_one_door(library: str) -> None:
    users = [module for module in MODULES if any(begins(name, (library,)) for name in imports(tree(module)))]

    assert [module for module in users if not module.startswith(DOORS[library] or "-")] == []
    assert bool(users) == bool(DOORS[library]), "a door that nobody uses"


@pytest.mark.parametrize("module", [module for module in MODULES if below_cli(module) and module != CHILD])
def test_nothing_below_the_command_line_prints_asks_or_exits(module: str) -> None:
    calls = {ast.unparse(node.func) for node in ast.walk(tree(module)) if isinstance(node, ast.Call)}
    names = {name.partition(".")[0] for name in imports(tree(module))}

    assert calls & {"print", "input", "exit", "quit", "breakpoint", "sys.exit", "os._exit", "sys.stdout.write"} == set()
    assert not any(call.startswith(("sys.stdout", "sys.stderr", "sys.stdin")) for call in calls)
    assert names & {"questionary", "typer", "rich", "prompt_toolkit", "getpass", "argparse"} == set()


@pytest.mark.parametrize("module", [module for module in MODULES if below_cli(module)])
def test_heavy_libraries_are_imported_where_they_are_used(module: str) -> None:
    at_start = {name.partition(".")[0] for name in imports(tree(module), everywhere=False)}

    assert at_start & HEAVY == set()


@pytest.mark.parametrize("module", [module for module in MODULES if module != "cli/prompts.py"])
def test_on_the_command_line_only_prompts_pays_for_questions_at_start(module: str) -> None:
    at_start = {name.partition(".")[0] for name in imports(tree(module), everywhere=False)}

    assert at_start & {"git", "PIL", "jinja2", "questionary", "prompt_toolkit", "rich"} == set()


def test_no_command_is_imported_but_the_one_that_is_called() -> None:
    importers = [
        module for module in MODULES if any(name.startswith("newsroom.cli.commands.") for name in imports(tree(module)))
    ]
    assert importers == []


def test_the_program_for_templates_stands_alone() -> None:
    importers = [module for module in MODULES if any("template_child" in name for name in imports(tree(module)))]

    assert importers == []
    assert {name for name in imports(tree(CHILD)) if begins(name, ("newsroom",))} == set()


@pytest.mark.parametrize("module", MODULES)
def test_no_index_of_gitpython_is_used(module: str) -> None:
    """`repo.index` sweeps other people's staged files into the commit."""
    code = ast.unparse(tree(module)) if module.startswith("storage/") else ""

    assert "Repo(" not in code
    assert not any(
        isinstance(node, ast.Attribute) and node.attr == "index" and ast.unparse(node.value) in ("repo", "self.repo")
        for node in ast.walk(tree(module))
    )


@pytest.mark.parametrize("module", MODULES)
def test_a_file_is_short(module: str) -> None:
    assert len((PACKAGE / module).read_text("utf-8").splitlines()) <= LONGEST


def test_files_are_short_on_the_whole() -> None:
    lengths = sorted(len((PACKAGE / module).read_text("utf-8").splitlines()) for module in MODULES)

    assert lengths[len(lengths) // 2] <= 100


@pytest.mark.parametrize("module", MODULES)
def test_what_is_public_says_what_it_is(module: str) -> None:
    silent = [name for name, node in public(tree(module)) if not (ast.get_docstring(node) or "").strip()]

    assert silent == []


def public(node: ast.Module | ast.ClassDef) -> Iterator[tuple[str, ast.Module | ast.ClassDef | ast.FunctionDef]]:
    """The module, and its classes, functions and methods whose names have no `_` in front."""
    if isinstance(node, ast.Module):
        yield "module", node
    for child in node.body:
        if isinstance(child, ast.ClassDef | ast.FunctionDef) and not child.name.startswith("_"):
            yield child.name, child
            if isinstance(child, ast.ClassDef):
                yield from public(child)


def test_a_rule_is_a_file_with_one_class_of_its_name() -> None:
    for name, rule in all_rules().items():
        module = type(rule).__module__.removeprefix("newsroom.").replace(".", "/")
        assert module.endswith(f"/{name.replace('-', '_')}")
        classes = [node.name for node in tree(f"{module}.py").body if isinstance(node, ast.ClassDef)]
        classes = [it for it in classes if not it.startswith("_")]  # what only it works with
        assert classes == ["".join(word.capitalize() for word in name.split("-"))]
