import { expect, test } from "vitest";
import en from "@/i18n/en.json";
import { after, moveOf } from "./moves";
import { type Layer, SUGGESTED } from "./placing";
import { whereabouts } from "./whereabouts";

const layer: Layer = {
  x: 300,
  y: 200,
  width: 400,
  height: 900,
  middle_x: 500,
  middle_y: 640,
  ground_y: 1080,
};
const pressed = (key: string, held: Partial<KeyboardEvent> = {}) =>
  moveOf({ key, code: "", ctrlKey: false, metaKey: false, altKey: false, ...held });
const words: Record<string, string> = en.where;
const say = (key: string, numbers?: { n: number }) =>
  words[key.replace("where.", "")]?.replace("{{n}}", String(numbers?.n)) ?? key;

test("keys move, commands of the browser do not", () => {
  expect(pressed("ArrowLeft")).toBe("left");
  expect(pressed("+")).toBe("larger");
  expect(pressed("f")).toBe("flip");
  expect(pressed("f", { ctrlKey: true })).toBeNull();
  expect(pressed("ArrowLeft", { altKey: true })).toBeNull();
  expect(pressed("Tab")).toBeNull();
});

test("square brackets turn on keyboards that write them otherwise, too", () => {
  expect(pressed("[")).toBe("turnLeft");
  expect(pressed("]", { ctrlKey: true, altKey: true })).toBe("turnRight");
  expect(pressed("ü", { code: "BracketLeft" })).toBe("turnLeft");
});

test("a stride goes further than a step, and larger and smaller meet again", () => {
  expect(after(layer, SUGGESTED, "right", true).dx).toBeGreaterThan(after(layer, SUGGESTED, "right").dx);
  const back = after(layer, after(layer, SUGGESTED, "larger"), "smaller");
  expect(back.scale).toBeCloseTo(1);
  expect(after(layer, after(layer, SUGGESTED, "flip"), "flip").flip).toBe(false);
});

test("where somebody is can be said", () => {
  expect(whereabouts(SUGGESTED, say)).toEqual(["As suggested"]);
  const moved = { dx: -52, dy: 118, scale: 1.1, turn_deg: -15, flip: true };
  expect(whereabouts(moved, say)).toEqual([
    "5 % left",
    "12 % down",
    "size 110 %",
    "turned 15° left",
    "mirrored",
  ]);
});
