import type { Movable } from "../mover";
import { type Point, withinLayer } from "../placing";
import type { Parts } from "./useParts";

/** Who stands lower is nearer. */
export function fromBackToFront(movables: readonly Movable[]): number[] {
  const lowness = ({ layer, placing }: Movable) => layer.ground_y + placing.dy;
  return movables
    .map((one, index) => ({ index, lowness: lowness(one) }))
    .sort((one, other) => one.lowness - other.lowness)
    .map((one) => one.index);
}

/** Whoever is painted at a point of the page, the nearest first; else the one person there is. */
export function touched(movables: readonly Movable[], parts: Parts | null, at: Point): number | null {
  const found = fromBackToFront(movables)
    .reverse()
    .find((index) => {
      const movable = movables[index];
      const share = movable && withinLayer(movable.layer, movable.placing, at);
      return share ? parts?.people[index]?.isPainted(share) : false;
    });
  return found ?? (movables.length === 1 ? 0 : null);
}
