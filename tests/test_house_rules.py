"""The rules of the house that no linter knows. Each test names what it found, as file:line."""

from __future__ import annotations

import ast
import importlib
import io
import pkgutil
import re
import subprocess
import tokenize
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

import counsellor_desk
from counsellor_desk.errors import DeskError

ROOT = Path(counsellor_desk.__file__).parents[1]
TOP_LEVEL = {"counsellor_desk", "resources", "tests", "packaging", "pyproject.toml", "README.md"}
MAX_LINES = 400
TEXT = {".py", ".md", ".toml", ".sql", ".csv", ".yaml", ".svg", ".ts", ".txt", ".json"}

NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "xmlrpc", "asyncio", "requests", "httpx"}
CODE_LOADERS = {"pickle", "marshal", "shelve", "dill", "runpy"}
QT_NETWORK = {"PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtWebSockets"}
HOMES = {"PySide6": ("desk", "app"), "sqlcipher3": ("vault",), "keyring": ("custody",), "cryptography": ("custody",)}
SQL_START = re.compile(
    r"\s*(SELECT|INSERT|UPDATE|DELETE|REPLACE|WITH|CREATE|DROP|ALTER|ATTACH|PRAGMA|VACUUM)\s", re.IGNORECASE
)


@cache
def files() -> tuple[Path, ...]:
    """Every file of the project that is in git, or would be."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    return tuple(ROOT / name for name in sorted(set(listed)) if name and (ROOT / name).is_file())


@cache
def text_of(path: Path) -> str:
    return path.read_text("utf-8")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(text_of(path))


def python_files(*folders: str) -> list[Path]:
    return [path for path in files() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in folders]


def package() -> list[Path]:
    return python_files("counsellor_desk")


def room(path: Path) -> str:
    """The room a module of the package belongs to: "vault" for vault/book/cases.py, "app" for app.py."""
    return path.relative_to(ROOT / "counsellor_desk").parts[0].removesuffix(".py")


def place(path: Path, line: int | None = None) -> str:
    return f"{path.relative_to(ROOT)}:{line}" if line else str(path.relative_to(ROOT))


def find(paths: list[Path], wrong: Callable[[ast.AST], bool]) -> list[str]:
    """Where ``wrong`` is true of a node."""
    return [
        place(path, getattr(node, "lineno", None))
        for path in paths
        for node in ast.walk(tree_of(path))
        if wrong(node)
    ]


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """The full names a file imports, with their lines."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def called(node: ast.AST) -> str:
    """The last part of a called name: "tr" for self.tr(...)."""
    if not isinstance(node, ast.Call):
        return ""
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def assert_none(found: Sequence[object]) -> None:
    """Fails with one line for each thing found."""
    assert not found, "\n".join(["", *(str(thing) for thing in found)])


# the checkout


def test_the_top_level_holds_only_what_a_newcomer_expects() -> None:
    names = {path.relative_to(ROOT).parts[0] for path in files()}

    assert {name for name in names if not name.startswith(".")} <= TOP_LEVEL


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    long = {
        place(path): len(text_of(path).splitlines()) for path in python_files("counsellor_desk", "packaging", "tests")
    }

    assert {name: lines for name, lines in long.items() if lines > MAX_LINES} == {}


def test_no_vault_key_or_compiled_text_is_in_the_checkout() -> None:
    museum = ROOT / "tests" / "museum"
    found = [place(path) for path in files() if path.suffix in {".vault", ".key", ".qm", ".db", ".sqlite"}]

    assert_none([name for name in found if not (ROOT / name).is_relative_to(museum)])


def test_every_text_file_ends_its_lines_alike() -> None:
    readable = [path for path in files() if path.suffix in TEXT]
    carriage = [place(path) for path in readable if b"\r" in path.read_bytes()]
    open_ended = [place(path) for path in readable if path.read_bytes() and not path.read_bytes().endswith(b"\n")]

    assert_none(carriage + open_ended)


def test_every_document_that_is_named_is_there() -> None:
    there = {path.name for path in files()}
    documents = re.compile(r"(?<![\w*<>.])[\w./-]*\w\.md\b")
    named = [
        (place(path), name) for path in files() if path.suffix in TEXT for name in documents.findall(text_of(path))
    ]

    assert_none([(where, name) for where, name in named if Path(name).name not in there])


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    private = re.compile(r"/(?:root|work|home/\w+|Users/\w+)/\w")

    assert_none([place(path) for path in files() if path.suffix in TEXT and private.search(text_of(path))])


# every module


def test_every_module_postpones_its_annotations() -> None:
    def has_code(tree: ast.Module) -> bool:
        return any(not isinstance(node, ast.Expr) for node in tree.body)

    def postpones(tree: ast.Module) -> bool:
        return any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in tree.body)

    paths = [path for path in python_files("counsellor_desk", "packaging", "tests") if path.name != "__init__.py"]

    assert_none([place(path) for path in paths if has_code(tree_of(path)) and not postpones(tree_of(path))])


def test_no_checker_is_silenced() -> None:
    silencer = re.compile(r"#\s*(type:\s*ignore|noqa|mypy:|ruff:|pragma:\s*no cover)")
    found = [
        place(path, token.start[0])
        for path in python_files("counsellor_desk", "packaging", "tests")
        for token in tokenize.generate_tokens(io.StringIO(text_of(path)).readline)
        if token.type == tokenize.COMMENT and silencer.search(token.string)
    ]

    assert_none(found)


def test_nothing_reaches_for_a_network() -> None:
    found = [
        place(path, line)
        for path in package()
        for name, line in imports(path)
        if name.split(".")[0] in NETWORK or any(name.startswith(module) for module in QT_NETWORK)
    ]

    assert_none(found)


def test_no_data_is_ever_run_as_code() -> None:
    loaders = [
        place(path, line) for path in package() for name, line in imports(path) if name.split(".")[0] in CODE_LOADERS
    ]
    calls = find(
        package(), lambda node: isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"eval", "exec"}
    )
    shells = find(
        package(), lambda node: isinstance(node, ast.Call) and ast.unparse(node.func) in {"os.system", "os.popen"}
    )
    flags = find(package(), lambda node: isinstance(node, ast.keyword) and node.arg == "shell")

    assert_none(loaders + calls + shells + flags)


def test_nothing_is_logged() -> None:
    loggers = [
        place(path, line) for path in package() for name, line in imports(path) if name.split(".")[0] == "logging"
    ]
    qt = find(package(), lambda node: called(node) in {"qDebug", "qInfo", "qWarning", "qCritical"})
    prints = find([path for path in package() if room(path) != "cli"], lambda node: called(node) == "print")

    assert_none(loggers + qt + prints)


def test_each_library_is_used_in_its_own_room_only() -> None:
    found = [
        f"{place(path, line)} {name}"
        for path in package()
        for name, line in imports(path)
        if name.split(".")[0] in HOMES and room(path) not in HOMES[name.split(".")[0]]
    ]

    assert_none(found)


# the vault


def test_no_statement_is_ever_traced() -> None:
    tracers = {"set_trace_callback", "set_profile", "setprofile", "settrace"}

    assert_none(find(package(), lambda node: isinstance(node, ast.Attribute) and node.attr in tracers))


def test_a_key_is_never_part_of_a_statement() -> None:
    keyed = re.compile(r"\bpragma\s+(hex)?(re)?key\b|\bkey\s+['\"]?x'", re.IGNORECASE)
    strings = find(
        package(),
        lambda node: (
            isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(keyed.search(node.value))
        ),
    )
    scripts = [place(path) for path in files() if path.suffix == ".sql" and keyed.search(text_of(path))]

    assert_none(strings + scripts)


def test_no_value_is_written_into_a_statement() -> None:
    def glued(node: ast.AST) -> bool:
        if isinstance(node, ast.JoinedStr) and node.values:
            first = node.values[0]
            return isinstance(first, ast.Constant) and bool(SQL_START.match(str(first.value)))
        formatted = (
            isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and isinstance(node.left, ast.Constant)
        )
        return formatted and bool(SQL_START.match(str(node.left.value)))

    assert_none(find([path for path in package() if room(path) == "vault"], glued))


# the desk


def test_sentences_are_translated_in_the_desk_only() -> None:
    others = [path for path in package() if room(path) not in {"desk", "app"}]

    assert_none(find(others, lambda node: called(node) in {"tr", "translate"} and not _is_text_table(node)))


def _is_text_table(node: ast.AST) -> bool:
    """Whether a call is ``str.translate(table)``: one argument, where Qt's translate takes two or more."""
    return isinstance(node, ast.Call) and called(node) == "translate" and len(node.args) == 1


def test_text_of_a_case_is_never_shown_as_rich_text() -> None:
    desk = [path for path in package() if room(path) == "desk"]

    assert_none(find(desk, lambda node: called(node) in {"setHtml", "insertHtml", "appendHtml"}))


def test_what_is_done_with_records_is_a_use_case_and_no_page() -> None:
    pages = [path for path in package() if "pages" in path.parts]

    assert pages
    assert_none(find(pages, lambda node: called(node) == "transaction"))


# figures


def test_protected_figures_are_made_in_one_place_right_after_their_proof() -> None:
    makers = [
        (path.name, function.name, ast.unparse(function))
        for path in (ROOT / "counsellor_desk").rglob("*.py")
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef)
        and any(isinstance(node, ast.Call) and ast.unparse(node.func) == "Protected" for node in ast.walk(function))
    ]

    assert [(file, name) for file, name, _ in makers] == [("protect.py", "protect")]
    body = makers[0][2]
    assert 0 < body.index("proof = prove(system, every, base)") < body.index("return Protected(promises, proof")


# failures


def test_every_failure_has_a_code_of_its_own() -> None:
    uses = Counter(kind.code for kind in failures())

    assert_none([kind.__qualname__ for kind in failures() if "code" not in vars(kind)])
    assert_none([code for code, times in uses.items() if times > 1])


def test_a_page_knows_a_failure_by_its_class_and_not_by_its_code() -> None:
    codes = {kind.code for kind in failures()}
    pages = [path for path in package() if "pages" in path.parts]

    assert pages
    assert_none(find(pages, lambda node: isinstance(node, ast.Constant) and node.value in codes))


@cache
def failures() -> tuple[type[DeskError], ...]:
    """Every kind of failure in the package."""
    for module in pkgutil.walk_packages(counsellor_desk.__path__, "counsellor_desk."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return tuple(kind for kind in _all_kinds(DeskError) if kind.__module__.startswith("counsellor_desk."))


def _all_kinds(kind: type[DeskError]) -> Iterator[type[DeskError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from _all_kinds(child)
