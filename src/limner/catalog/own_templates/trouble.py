"""How a folder says what is wrong with it: the file, where in it, and what to do."""

from limner.errors import TemplateUnusable


def trouble(file: str, problem: str, advice: str, line: int | None = None) -> TemplateUnusable:
    """The error to raise; `problem` ends a sentence that begins with the place."""
    where = f"{file}, line {line}" if line else file
    return TemplateUnusable(f"{where}: {problem}", advice)
