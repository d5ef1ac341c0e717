import pytest

from limner.engine.reading_order import Run, reads_from_right, visual_runs

LEILA, HELLO = "ليلى", "مرحبا"


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Ella, 7!", [Run("Ella, 7!", rtl=False)]),
        (LEILA, [Run(LEILA, rtl=True)]),
        (f"{HELLO} {LEILA}!", [Run(f"{HELLO} {LEILA}!", rtl=True)]),
        (f"Hello {LEILA}!", [Run("Hello ", rtl=False), Run(LEILA, rtl=True), Run("!", rtl=False)]),
        (f"{LEILA} 2026", [Run("2026", rtl=False), Run(f"{LEILA} ", rtl=True)]),
        (f"{LEILA} und Max 7", [Run("und Max 7", rtl=False), Run(f"{LEILA} ", rtl=True)]),
        ("", []),
    ],
)
def test_letters_stand_as_they_are_read(text: str, runs: list[Run]) -> None:
    assert visual_runs(text) == runs


def test_the_first_letter_says_where_a_line_begins() -> None:
    assert [reads_from_right(text) for text in ("7 Max", f"7 {LEILA}", "7!")] == [False, True, False]
