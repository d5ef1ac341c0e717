import { grown, type Layer, moved, type Placing, SUGGESTED, turned } from "./placing";

/** What a press of a key or of a button does to somebody. */
export type Move =
  | "left"
  | "right"
  | "up"
  | "down"
  | "larger"
  | "smaller"
  | "turnLeft"
  | "turnRight"
  | "flip"
  | "reset";

const STEP = { units: 20, factor: 1.05, deg: 5 };
const STRIDE = { units: 80, factor: 1.2, deg: 15 };

/** The placing after a move; a stride is a large step. */
export function after(layer: Layer, placing: Placing, move: Move, isStride = false): Placing {
  const { units, factor, deg } = isStride ? STRIDE : STEP;
  switch (move) {
    case "left":
      return moved(placing, { x: -units, y: 0 });
    case "right":
      return moved(placing, { x: units, y: 0 });
    case "up":
      return moved(placing, { x: 0, y: -units });
    case "down":
      return moved(placing, { x: 0, y: units });
    case "larger":
      return grown(layer, placing, factor);
    case "smaller":
      return grown(layer, placing, 1 / factor);
    case "turnLeft":
      return turned(placing, -deg);
    case "turnRight":
      return turned(placing, deg);
    case "flip":
      return { ...placing, flip: !placing.flip };
    case "reset":
      return SUGGESTED;
  }
}

/** Keys by what they write; those of brackets are found by their place, for many keyboards write brackets with two. */
const KEYS: Record<string, Move> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
  "+": "larger",
  "=": "larger",
  "-": "smaller",
  _: "smaller",
  "[": "turnLeft",
  "{": "turnLeft",
  "]": "turnRight",
  "}": "turnRight",
  f: "flip",
  F: "flip",
};
const PLACES: Record<string, Move> = { BracketLeft: "turnLeft", BracketRight: "turnRight" };

/** The move that a key stands for; none when it is part of a command of the browser. */
export function moveOf(
  event: Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey">,
): Move | null {
  const typesBracket = event.key === "[" || event.key === "]";
  if (event.metaKey || ((event.ctrlKey || event.altKey) && !typesBracket)) return null;
  return KEYS[event.key] ?? PLACES[event.code] ?? null;
}
