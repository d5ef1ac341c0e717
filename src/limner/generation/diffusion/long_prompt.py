"""CLIP reads 77 tokens at once and cuts off the rest; a brief is longer, and every attribute in it counts."""

import re
from collections.abc import Iterator
from typing import Any

_MOST_TOKENS = 75
"""Two of the 77 say where the text begins and ends."""


def read_whole(pipe: Any, torch: Any, prompt: str, negative: str) -> dict[str, Any]:
    """What an SDXL pipeline is given instead of the prompts: all pieces of the text, read one by one, in a row."""
    read = [pipe.encode_prompt(piece, negative_prompt=negative) for piece in pieces(pipe.tokenizer, prompt)]
    return {
        "prompt_embeds": torch.cat([one[0] for one in read], dim=1),
        "negative_prompt_embeds": torch.cat([one[1] for one in read], dim=1),
        "pooled_prompt_embeds": read[0][2],
        "negative_pooled_prompt_embeds": read[0][3],
    }


def pieces(tokenizer: Any, prompt: str) -> list[str]:
    """The prompt in pieces that CLIP reads whole, cut between clauses where that is possible."""
    found: list[str] = []
    room = 0
    for clause, tokens in _clauses(tokenizer, prompt):
        if tokens > room or not found:
            found.append(clause)
            room = _MOST_TOKENS - tokens
        else:
            found[-1] = f"{found[-1]} {clause}"
            room -= tokens
    return found


def _clauses(tokenizer: Any, prompt: str) -> Iterator[tuple[str, int]]:
    for clause in re.split(r"(?<=[.,:;])\s+", prompt):
        tokens = _count(tokenizer, clause)
        if tokens <= _MOST_TOKENS:
            yield clause, tokens
        else:
            yield from ((word, min(_count(tokenizer, word), _MOST_TOKENS)) for word in clause.split())


def _count(tokenizer: Any, text: str) -> int:
    return len(tokenizer.tokenize(text))
