/** A frame on a photo, in its pixels. */
export type Frame = { x: number; y: number; width: number; height: number };
type Size = { width_px: number; height_px: number };
type Point = { x: number; y: number };

/** Smaller ones hold no face that could be measured. */
const SMALLEST_PX = 24;
const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** Where a frame begins that nobody has drawn yet: upper middle, where faces mostly are. */
export function firstFrame(photo: Size): Frame {
  const side = 0.34 * Math.min(photo.width_px, photo.height_px);
  return fitted(
    { x: (photo.width_px - side) / 2, y: 0.18 * photo.height_px, width: side, height: 1.25 * side },
    photo,
  );
}

/** The frame inside the photo, and no smaller than a face can be. */
function fitted(frame: Frame, photo: Size): Frame {
  const width = within(frame.width, SMALLEST_PX, photo.width_px);
  const height = within(frame.height, SMALLEST_PX, photo.height_px);
  return {
    x: within(frame.x, 0, photo.width_px - width),
    y: within(frame.y, 0, photo.height_px - height),
    width,
    height,
  };
}

/** From one corner to the other, whichever way it was drawn. */
export function between(from: Point, to: Point, photo: Size): Frame {
  const inside = (point: Point) => ({
    x: within(point.x, 0, photo.width_px),
    y: within(point.y, 0, photo.height_px),
  });
  const [a, b] = [inside(from), inside(to)];
  const frame = { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y) };
  return fitted({ ...frame, width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) }, photo);
}

export function movedBy(frame: Frame, dx: number, dy: number, photo: Size): Frame {
  return fitted({ ...frame, x: frame.x + dx, y: frame.y + dy }, photo);
}

/** Grown by so many pixels to the right and downwards. */
export function grownBy(frame: Frame, dx: number, dy: number, photo: Size): Frame {
  const width = within(frame.width + dx, SMALLEST_PX, photo.width_px - frame.x);
  const height = within(frame.height + dy, SMALLEST_PX, photo.height_px - frame.y);
  return fitted({ ...frame, width, height }, photo);
}

export type Corner = "nw" | "ne" | "sw" | "se";
export const CORNERS: Corner[] = ["nw", "ne", "sw", "se"];

/** The corner that stays where it is while another one is pulled. */
export function opposite(frame: Frame, corner: Corner): Point {
  return {
    x: corner.endsWith("w") ? frame.x + frame.width : frame.x,
    y: corner.startsWith("n") ? frame.y + frame.height : frame.y,
  };
}
