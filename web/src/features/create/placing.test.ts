import { expect, test } from "vitest";
import { handlesOf } from "./handles";
import {
  cornersOf,
  degrees,
  grown,
  type Layer,
  middleOf,
  moved,
  type Placing,
  pinched,
  SUGGESTED,
  settled,
  withinLayer,
} from "./placing";
import { snapped } from "./snap";
import { followed } from "./stage/gesture";

const page = { width: 1000, height: 1250 };
const layer: Layer = {
  x: 300,
  y: 200,
  width: 420,
  height: 900,
  middle_x: 500,
  middle_y: 640,
  ground_y: 1080,
};
const put = (changes: Partial<Placing>): Placing => ({ ...SUGGESTED, ...changes });
const near = ({ x, y }: { x: number; y: number }) => ({ x: expect.closeTo(x, 6), y: expect.closeTo(y, 6) });

test("who is left alone lies where the layer was cut out", () => {
  expect(middleOf(layer, SUGGESTED)).toEqual({ x: 500, y: 640 });
  const [leftTop, , rightBottom] = cornersOf(layer, SUGGESTED);
  expect(leftTop).toEqual(near({ x: 300, y: 200 }));
  expect(rightBottom).toEqual(near({ x: 720, y: 1100 }));
});

test("who stands grows from the feet, who floats from the middle", () => {
  const standing = grown(layer, put({ dx: 30, dy: 40 }), 1.5);
  expect(standing).toMatchObject({ dx: 30, dy: 40, scale: 1.5 });
  expect(middleOf(layer, standing).y).toBeCloseTo(1080 + 40 - 440 * 1.5);
  const floating = put({ turn_deg: 80 });
  expect(middleOf(layer, grown(layer, floating, 0.5))).toEqual(near(middleOf(layer, floating)));
});

test("what is under two fingers stays under them", () => {
  const start = put({ dx: -40, turn_deg: 10, scale: 1.1 });
  const from = [
    { x: 400, y: 500 },
    { x: 600, y: 700 },
  ] as const;
  const to = [
    { x: 350, y: 640 },
    { x: 640, y: 610 },
  ] as const;
  const end = pinched(layer, start, from, to);
  for (const finger of [0, 1] as const) {
    const share = withinLayer(layer, start, from[finger]);
    expect(share).not.toBeNull();
    expect(withinLayer(layer, end, to[finger])).toEqual(near(share ?? { x: 0, y: 0 }));
  }
});

test("a point of a mirrored, turned picture is found again", () => {
  const placing = put({ flip: true, turn_deg: -35, scale: 0.7, dx: 12 });
  const [leftTop, rightTop, rightBottom, leftBottom] = cornersOf(layer, placing);
  const center = { x: (leftTop.x + rightBottom.x) / 2, y: (leftTop.y + rightBottom.y) / 2 };
  expect(withinLayer(layer, placing, center)).toEqual(near({ x: 0.5, y: 0.5 }));
  expect(rightTop.x).toBeLessThan(leftTop.x);
  expect(withinLayer(layer, placing, { x: leftBottom.x + 60, y: leftBottom.y + 200 })).toBeNull();
});

test("the handle for turning goes with the hand around the middle", () => {
  const start = put({ turn_deg: 15 });
  const middle = middleOf(layer, start);
  const gesture = { index: 0, kind: "turn" as const, start, from: [{ x: middle.x, y: middle.y - 300 }] };
  expect(followed({ layer }, gesture, [{ x: middle.x + 200, y: middle.y }]).turn_deg).toBeCloseTo(105);
});

test("the handle for growing stays under the hand, and near the feet it is calm", () => {
  const at = { x: 720, y: 1100 };
  const gesture = { index: 0, kind: "grow" as const, start: SUGGESTED, from: [at] };
  expect(followed({ layer }, gesture, [at]).scale).toBe(1);
  expect(followed({ layer }, gesture, [{ x: 940, y: 1120 }]).scale).toBeCloseTo(2, 1);
  const close = { ...gesture, from: [{ x: 505, y: 1080 }] };
  expect(followed({ layer }, close, [{ x: 520, y: 1080 }]).scale).toBeLessThan(1.2);
});

test("the suggestion and the middle of the page draw to themselves, and only what is near", () => {
  const aside: Layer = { ...layer, middle_x: 380 };
  const home = snapped(aside, put({ dx: 7, dy: -9, scale: 1.03, turn_deg: 3 }), page, 12);
  expect(home).toEqual({ placing: SUGGESTED, guides: { x: 380, y: 1080 } });
  const middle = snapped(aside, put({ dx: 115, dy: 60 }), page, 12);
  expect(middle.placing).toMatchObject({ dx: 120, dy: 60 });
  expect(middle.guides).toEqual({ x: 500, y: null });
  const free = put({ dx: 50, dy: 60, scale: 1.2, turn_deg: 40 });
  expect(snapped(aside, free, page, 12)).toEqual({ placing: free, guides: { x: null, y: null } });
  expect(Math.abs(snapped(aside, put({ turn_deg: 178 }), page, 12).placing.turn_deg)).toBe(180);
});

test("nobody is lost beside the page, and an order takes what comes out", () => {
  const away = settled(layer, moved(put({ scale: 9, turn_deg: 725 }), { x: 4000, y: -4000 }), page);
  expect(away.turn_deg).toBe(5);
  expect(away.scale).toBe(3);
  expect(away.dx).toBe(500);
  expect(away.dy).toBeLessThanOrEqual(1250);
  const handles = handlesOf(layer, away, page, 70);
  for (const { x, y } of [handles.turn, handles.grow]) {
    expect(x).toBeGreaterThanOrEqual(70);
    expect(x).toBeLessThanOrEqual(930);
    expect(y).toBeGreaterThanOrEqual(70);
    expect(y).toBeLessThanOrEqual(1180);
  }
  expect(settled(layer, put({ dx: -0.01 }), page)).toStrictEqual(SUGGESTED);
});

test.each([
  [190, -170],
  [-190, 170],
  [360, 0],
  [-45, -45],
])("%d degrees are %d", (deg, same) => {
  expect(degrees(deg)).toBeCloseTo(same);
});
