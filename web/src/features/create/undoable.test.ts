import { expect, test } from "vitest";
import { changed, redone, rested, undoable, undone } from "./undoable";

test("steps are undone and redone one by one", () => {
  let all = changed(changed(undoable(1), 2), 3);
  all = undone(all);
  expect(all.now).toBe(2);
  expect(undone(undone(all)).now).toBe(1);
  expect(redone(all).now).toBe(3);
  expect(redone(redone(all)).now).toBe(3);
});

test("what was undone is gone once something else is done", () => {
  const all = changed(undone(changed(undoable(1), 2)), 5);
  expect(redone(all).now).toBe(5);
  expect(undone(all).now).toBe(1);
});

test("a key held down is one step, until the hand rests or does something else", () => {
  let all = changed(undoable(0), 1, "left");
  all = changed(changed(all, 2, "left"), 3, "left");
  expect(undone(all).now).toBe(0);
  all = changed(all, 4, "up");
  expect(undone(all).now).toBe(3);
  all = changed(rested(all), 5, "up");
  expect(undone(all).now).toBe(4);
});

test("the trail does not grow for ever", () => {
  let all = undoable(0);
  for (let step = 1; step <= 500; step += 1) all = changed(all, step);
  expect(all.past.length).toBe(100);
  expect(undone(all).now).toBe(499);
});
