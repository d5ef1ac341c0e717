import { expect, test } from "vitest";
import { changed, stepped, trailOf } from "./trail";

test("undo after undo and change goes to what was changed, not to what was undone", () => {
  let trail = trailOf(null, { version: 1, latest_version: 1 });
  trail = changed(trail, 2);
  trail = changed(trail, 3);
  trail = stepped(trail, -1);
  trail = changed(trail, 4);
  expect(trail.versions).toEqual([1, 2, 4]);
  expect(trail.versions[stepped(trail, -1).at]).toBe(2);
});

test("a trail is forgotten when the character was changed elsewhere", () => {
  const kept = { versions: [1, 2, 4], at: 2 };
  expect(trailOf(kept, { version: 4, latest_version: 4 })).toBe(kept);
  expect(trailOf(kept, { version: 5, latest_version: 5 })).toEqual({ versions: [1, 2, 3, 4, 5], at: 4 });
});
