import type { Schema } from "@/api/client";

export type Point = { x: number; y: number };
export type Layer = Omit<Schema["PersonLayerOut"], "image" | "outfit" | "pose">;

/** Where somebody stands, against what the scene suggests, in page units and degrees clockwise. */
export type Placing = { dx: number; dy: number; scale: number; turn_deg: number; flip: boolean };

export const SUGGESTED: Placing = { dx: 0, dy: 0, scale: 1, turn_deg: 0, flip: false };
const SMALLEST = 0.3;
const LARGEST = 3;
/** Who is turned further stands on nothing: the server draws no shadow at the feet either. */
const UPRIGHT_DEG = 25;

/** What somebody turns and flips about, where it is now. */
export function middleOf(layer: Layer, placing: Placing): Point {
  return {
    x: layer.middle_x + placing.dx,
    y: layer.ground_y + placing.dy - (layer.ground_y - layer.middle_y) * placing.scale,
  };
}

/** The same with its middle there. */
function withMiddle(layer: Layer, placing: Placing, middle: Point): Placing {
  return {
    ...placing,
    dx: middle.x - layer.middle_x,
    dy: middle.y - layer.ground_y + (layer.ground_y - layer.middle_y) * placing.scale,
  };
}

export function moved(placing: Placing, by: Point): Placing {
  return { ...placing, dx: placing.dx + by.x, dy: placing.dy + by.y };
}

export function turned(placing: Placing, byDeg: number): Placing {
  return { ...placing, turn_deg: placing.turn_deg + byDeg };
}

/** Larger or smaller by a factor: who stands keeps the feet where they are, who floats the middle. */
export function grown(layer: Layer, placing: Placing, factor: number): Placing {
  const next = { ...placing, scale: within(placing.scale * factor, SMALLEST, LARGEST) };
  return isUpright(placing) ? next : withMiddle(layer, next, middleOf(layer, placing));
}

export function isUpright(placing: Placing): boolean {
  return Math.abs(degrees(placing.turn_deg)) <= UPRIGHT_DEG;
}

/** What two fingers do that were at `from` and are at `to`: the picture stays under both of them. */
export function pinched(
  layer: Layer,
  placing: Placing,
  from: readonly [Point, Point],
  to: readonly [Point, Point],
): Placing {
  const scale = within((placing.scale * distance(...to)) / Math.max(1, distance(...from)), SMALLEST, LARGEST);
  const factor = scale / placing.scale;
  const byDeg = angleDeg(...to) - angleDeg(...from);
  const [start, end] = [halfway(...from), halfway(...to)];
  const middle = middleOf(layer, placing);
  const arm = rotated({ x: middle.x - start.x, y: middle.y - start.y }, byDeg);
  const next = { ...placing, scale, turn_deg: placing.turn_deg + byDeg };
  return withMiddle(layer, next, { x: end.x + arm.x * factor, y: end.y + arm.y * factor });
}

/** The corners of the picture's box, from the top left clockwise as it stands unturned. */
export function cornersOf(layer: Layer, placing: Placing): [Point, Point, Point, Point] {
  const middle = middleOf(layer, placing);
  const side = placing.flip ? -1 : 1;
  const at = (x: number, y: number): Point => {
    const arm = rotated(
      { x: (x - layer.middle_x) * placing.scale * side, y: (y - layer.middle_y) * placing.scale },
      placing.turn_deg,
    );
    return { x: middle.x + arm.x, y: middle.y + arm.y };
  };
  const [right, bottom] = [layer.x + layer.width, layer.y + layer.height];
  return [at(layer.x, layer.y), at(right, layer.y), at(right, bottom), at(layer.x, bottom)];
}

/** Where in the picture's box a point of the page lies, as shares of its width and height; null outside. */
export function withinLayer(layer: Layer, placing: Placing, at: Point): Point | null {
  const middle = middleOf(layer, placing);
  const arm = rotated({ x: at.x - middle.x, y: at.y - middle.y }, -placing.turn_deg);
  const side = placing.flip ? -1 : 1;
  const x = (layer.middle_x + (arm.x * side) / placing.scale - layer.x) / layer.width;
  const y = (layer.middle_y + arm.y / placing.scale - layer.y) / layer.height;
  return x >= 0 && x <= 1 && y >= 0 && y <= 1 ? { x, y } : null;
}

/** As an order takes it: within what may be ordered, the middle on the page, without digits nobody sees. */
export function settled(layer: Layer, placing: Placing, page: { width: number; height: number }): Placing {
  const wanted = middleOf(layer, placing);
  const middle = { x: within(wanted.x, 0, page.width), y: within(wanted.y, 0, page.height) };
  const kept = withMiddle(layer, placing, middle);
  return {
    dx: within(round(kept.dx, 1), -1000, 1000),
    dy: within(round(kept.dy, 1), -1250, 1250),
    scale: within(round(kept.scale, 3), SMALLEST, LARGEST),
    turn_deg: round(degrees(kept.turn_deg), 1),
    flip: kept.flip,
  };
}

/** An angle as one of -180..180. */
export function degrees(deg: number): number {
  return deg - 360 * Math.round(deg / 360);
}

export function angleDeg(from: Point, to: Point): number {
  return (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
}

export function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

export function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function rotated({ x, y }: Point, deg: number): Point {
  const [cos, sin] = [Math.cos((deg * Math.PI) / 180), Math.sin((deg * Math.PI) / 180)];
  return { x: x * cos - y * sin, y: x * sin + y * cos };
}

function halfway(one: Point, other: Point): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

function round(value: number, digits: number): number {
  // Never -0, which would count as a change.
  return Math.round(value * 10 ** digits) / 10 ** digits + 0;
}
