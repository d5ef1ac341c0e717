import type { Handle } from "../handles";
import type { Movable } from "../mover";
import {
  angleDeg,
  distance,
  grown,
  isUpright,
  middleOf,
  moved,
  type Placing,
  type Point,
  pinched,
  turned,
} from "../placing";

/** What a hand began to do with somebody, and where its fingers were, in page units. */
export type Gesture = { index: number; kind: Handle | "move" | "pinch"; start: Placing; from: Point[] };

/** A handle nearer than this to what stays where it is would be too lively. */
const SHORTEST_ARM = 150;

/** Where somebody is when the fingers that began a gesture are at `to`. */
export function followed({ layer }: Pick<Movable, "layer">, gesture: Gesture, to: readonly Point[]): Placing {
  const { kind, start, from } = gesture;
  const [a, b] = from;
  const [c, d] = to;
  if (!a || !c) return start;
  if (kind === "pinch") return b && d ? pinched(layer, start, [a, b], [c, d]) : start;
  if (kind === "move") return moved(start, { x: c.x - a.x, y: c.y - a.y });
  const middle = middleOf(layer, start);
  if (kind === "turn") return turned(start, angleDeg(middle, c) - angleDeg(middle, a));
  const still = isUpright(start) ? { x: middle.x, y: layer.ground_y + start.dy } : middle;
  const slack = Math.max(0, SHORTEST_ARM - distance(still, a));
  return grown(layer, start, (distance(still, c) + slack) / (distance(still, a) + slack));
}
