"""One HTML page: each photo beside its drawings, with every figure."""

import html
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final

from benchmarks.eval.score import Score, skin_of
from benchmarks.eval.sitters import Sitter, head_cut

from limner.engine.codec import encode_webp
from limner.engine.color import lab_to_hex

Rows = Mapping[str, Mapping[str, float | int | str | None]]

_PHOTO_PX: Final = 360
_STYLE: Final = """
body{font:14px/1.4 system-ui,sans-serif;margin:24px;color:#231f1a;background:#fbf7f0}
table{border-collapse:collapse;margin:8px 0 24px}td,th{border:1px solid #d8cfc0;padding:3px 8px;text-align:left}
section{border-top:2px solid #d8cfc0;padding:12px 0}.row{display:flex;gap:10px;flex-wrap:wrap}
figure{margin:0;width:300px}img{width:300px;display:block}figcaption{font-size:13px}
.bad{color:#b3261e;font-weight:600}.ask{color:#8a5a00}.attributes{columns:4;font-size:12px}
.dot{display:inline-block;width:1em;height:1em;border-radius:50%;vertical-align:-2px}
"""


def write_page(folder: Path, scores: Sequence[Score], totals: Rows, derived: Rows, note: str) -> Path:
    """Write index.html and its pictures into `folder`; the path of the page."""
    pictures = folder / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    sections = [_section(pictures, list(group)) for _, group in groupby(scores, key=lambda one: one.sitter.name)]
    text = (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Limner: evaluation</title>'
        f"<style>{_STYLE}</style><h1>Evaluation</h1><p>{html.escape(note)} Shows people: never publish it.</p>"
        f"<h2>Styles</h2>{_table(totals)}<h2>Derived photos</h2>{_table(derived)}{''.join(sections)}</html>\n"
    )
    page = folder / "index.html"
    page.write_text(text, encoding="utf-8")
    return page


def _table(rows: Rows) -> str:
    if not rows:
        return "<p>Left out.</p>"
    columns = list(next(iter(rows.values())))
    head = "".join(f"<th>{html.escape(column.replace('_', ' '))}</th>" for column in columns)
    body = "".join(
        f"<tr><th>{html.escape(name)}</th>" + "".join(f"<td>{_cell(row[column])}</td>" for column in columns) + "</tr>"
        for name, row in rows.items()
    )
    return f"<table><tr><th></th>{head}</tr>{body}</table>"


def _cell(value: object) -> str:
    return "–" if value is None else html.escape(str(value))  # noqa: RUF001 - a dash for "not measurable"


def _section(pictures: Path, scores: Sequence[Score]) -> str:
    sitter = scores[0].sitter
    photo = _save(pictures, f"{sitter.name}.webp", encode_webp(head_cut(sitter, _PHOTO_PX)))
    skin = lab_to_hex(skin_of(sitter))
    findings = " ".join(finding.message for finding in sitter.sitting.face.quality.findings)
    caption = (
        f'measured in {sitter.seconds:.2f} s, skin <span class="dot" style="background:{skin}"></span> {skin}<br>'
        f"{html.escape(findings)}"
    )
    figures = [_figure(photo, caption), *(_drawn(pictures, score) for score in scores)]
    return (
        f'<section><h2>{html.escape(sitter.name)}</h2><div class="row">{"".join(figures)}</div>'
        f'<div class="attributes">{_attributes(sitter)}</div></section>'
    )


def _drawn(pictures: Path, score: Score) -> str:
    place = _save(pictures, f"{score.sitter.name}-{score.style.name}.webp", encode_webp(score.picture))
    like = score.likeness
    nearest = "" if like.rank == 1 else f", nearest is {html.escape(like.nearest)}"
    caption = (
        f"<b>{html.escape(score.style.title)}</b> {score.seconds:.2f} s"
        f"{_bad(not score.found, '' if score.found else ', no face seen')}<br>"
        f"distance {like.distance:.3f}, {_bad(like.rank > 1, f'rank {like.rank}')}{nearest}<br>"
        f"skin {_bad(not score.skin_kept, f'dL {score.lightness:+.1f}, dhue {score.hue_deg:+.1f}°')}"
    )
    return _figure(place, caption)


def _figure(place: str, caption: str) -> str:
    return f'<figure><img src="{html.escape(place)}" alt=""><figcaption>{caption}</figcaption></figure>'


def _bad(is_bad: bool, text: str) -> str:  # noqa: FBT001 - reads as a sentence at its callers
    return f'<span class="bad">{text}</span>' if is_bad else text


def _attributes(sitter: Sitter) -> str:
    lines: list[str] = []
    for name, shown in sitter.character.attributes().items():
        asked = shown["value"] == "ask"
        value = f'<span class="ask">ask, draws {html.escape(str(shown["drawn"]))}</span>' if asked else shown["value"]
        lines.append(f"{name}: {value} ({shown['confidence']})<br>")
    return "".join(lines)


def _save(folder: Path, name: str, data: bytes) -> str:
    (folder / name).write_bytes(data)
    return f"pictures/{name}"
