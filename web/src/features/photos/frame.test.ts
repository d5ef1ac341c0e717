import { expect, test } from "vitest";
import { between, firstFrame, grownBy, movedBy, opposite } from "./frame";

const photo = { width_px: 800, height_px: 600 };
const frame = { x: 100, y: 100, width: 200, height: 250 };

test("a frame is the same from whichever corner it is drawn", () => {
  const drawn = { x: 100, y: 50, width: 200, height: 250 };
  expect(between({ x: 100, y: 50 }, { x: 300, y: 300 }, photo)).toEqual(drawn);
  expect(between({ x: 300, y: 50 }, { x: 100, y: 300 }, photo)).toEqual(drawn);
});

test("a frame never leaves the photo, however far it is pushed or pulled", () => {
  expect(movedBy(frame, 5000, 5000, photo)).toEqual({ x: 600, y: 350, width: 200, height: 250 });
  expect(grownBy(frame, 5000, 5000, photo)).toEqual({ x: 100, y: 100, width: 700, height: 500 });
  expect(between({ x: 700, y: 500 }, { x: 2000, y: -50 }, photo)).toEqual({
    x: 700,
    y: 0,
    width: 100,
    height: 500,
  });
});

test("a frame stays large enough for a face", () => {
  const small = grownBy(frame, -5000, -5000, photo);
  expect(small.width).toBeGreaterThan(8);
  expect(small).toMatchObject({ x: 100, y: 100, height: small.width });
});

test("pulling a corner leaves the one across where it is", () => {
  const pulled = between(opposite(frame, "nw"), { x: 50, y: 60 }, photo);
  expect(pulled).toEqual({ x: 50, y: 60, width: 250, height: 290 });
});

test("the first frame lies in every shape of photo", () => {
  for (const [width_px, height_px] of [
    [4000, 300],
    [300, 4000],
    [64, 64],
  ] as const) {
    const first = firstFrame({ width_px, height_px });
    expect(first.x + first.width).toBeLessThanOrEqual(width_px);
    expect(first.y + first.height).toBeLessThanOrEqual(height_px);
  }
});
