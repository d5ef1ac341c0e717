import { afterEach, expect, test } from "vitest";
import {
  keep,
  kept,
  orderOf,
  sceneOf,
  unplaced,
  withAdjustments,
  withPeople,
  withPersonMoved,
} from "./composition";
import { changed, undone } from "./undoable";

afterEach(() => sessionStorage.clear());

const group = () => withPeople(kept("anna").now, ["anna", "ben", "cleo"]);
const names = (people: { character_id?: string | null }[]) => people.map((one) => one.character_id);

test("a picture comes back as it was left, with what can be undone", () => {
  const before = kept("anna");
  keep("anna", changed(before, withAdjustments(before.now, 0, { dx: 40, outfit: "diver" })));
  const after = kept("anna");
  expect(after.now.people[0]?.adjustments).toMatchObject({ dx: 40, outfit: "diver" });
  expect(undone(after).now).toEqual(before.now);
  expect(kept("ben").now.people[0]?.adjustments.dx).toBe(0);
});

test("people keep what was changed about them when others come, go and change places", () => {
  let now = withAdjustments(group(), 1, { flip: true });
  now = withPersonMoved(now, 1, 1);
  expect(names(now.people)).toEqual(["anna", "cleo", "ben"]);
  now = withPeople(now, ["ben", "cleo"]);
  expect(names(now.people)).toEqual(["cleo", "ben"]);
  expect(now.people.map((one) => one.adjustments.flip)).toEqual([false, true]);
});

test("what is ordered is what is previewed", () => {
  const now = { ...withAdjustments(group(), 2, { turn_deg: 12 }), caption: "Good night", seed: 7 };
  const { width_px: _, people, ...scene } = sceneOf(now, 640);
  const { beside = [], character_id, adjustments, ...order } = orderOf(now, false);
  expect(order).toMatchObject(scene);
  expect([{ character_id, adjustments }, ...beside]).toEqual(people);
});

test("a portrait is ordered without what it can't have", () => {
  const order = orderOf({ ...group(), caption: "Good night" }, true);
  expect(order.character_id).toBe("anna");
  expect(order).not.toHaveProperty("beside");
  expect(order).not.toHaveProperty("caption");
  expect(order).not.toHaveProperty("adjustments");
});

test("layers are the same wherever people were moved to, and others when they dress otherwise", () => {
  const scene = sceneOf(group(), 640);
  const placed = sceneOf(withAdjustments(group(), 0, { dx: 9, scale: 2, turn_deg: 5, flip: true }), 640);
  expect(unplaced(placed)).toEqual(unplaced(scene));
  const dressed = sceneOf(withAdjustments(group(), 0, { outfit: "royal" }), 640);
  expect(unplaced(dressed)).not.toEqual(unplaced(scene));
});
