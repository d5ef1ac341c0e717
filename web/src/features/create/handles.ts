import { cornersOf, type Layer, type Placing, type Point, within } from "./placing";

export type Handle = "turn" | "grow";

/** Where the handles of somebody are: above the head, and at the lower corner. Never off the page. */
export function handlesOf(
  layer: Layer,
  placing: Placing,
  page: { width: number; height: number },
  marginUnits: number,
): Record<Handle, Point> {
  const [leftTop, rightTop, rightBottom, leftBottom] = cornersOf(layer, placing);
  const reach = (from: Point, to: Point, share: number): Point => ({
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
  });
  const top = reach(leftTop, rightTop, 0.5);
  const inside = (point: Point): Point => ({
    x: within(point.x, marginUnits, page.width - marginUnits),
    y: within(point.y, marginUnits, page.height - marginUnits),
  });
  return { turn: inside(top), grow: inside(placing.flip ? leftBottom : rightBottom) };
}
