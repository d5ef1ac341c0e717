"""The page on security names a test for each point; each of them must be there."""

import re
from pathlib import Path


def test_every_test_the_page_names_exists(repository: Path) -> None:
    page = (repository / "docs" / "operate" / "security.md").read_text("utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", page)
    assert len(named) > 30
    for path, name in named:
        assert re.search(rf"def {name}\(", (repository / path).read_text("utf-8")), f"{path}::{name}"
