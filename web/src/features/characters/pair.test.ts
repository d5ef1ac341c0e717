import { expect, test } from "vitest";
import type { Attribute } from "./characters";
import { pairOf } from "./pair";

const attribute = (change: Partial<Attribute>): Attribute =>
  ({ name: "one", words: {}, low: null, high: null, kind: "choice", ...change }) as Attribute;

test.each([
  ["first", "none", "round"],
  ["middle", "round", "thin"],
  ["last", "thin", "round"],
])("the %s word is asked beside its neighbour", (_, drawn, other) => {
  const words = { none: "none", round: "round", thin: "thin" };
  expect(pairOf(attribute({ words }), drawn)).toEqual([drawn, other]);
});

test("a colour is asked beside the one it looks most like, never beside itself", () => {
  const words = { black: "#202020", brown: "#5a3a22", blonde: "#d8b878" };
  expect(pairOf(attribute({ kind: "colour", words }), "#523520")).toEqual(["#523520", "#5a3a22"]);
  expect(pairOf(attribute({ kind: "colour", words }), "#5a3a22")).toEqual(["#5a3a22", "#202020"]);
});

test("a number is asked beside one that can be told from it, within its range", () => {
  const number = attribute({ kind: "number", low: 0, high: 1 });
  expect(pairOf(number, "0.2")).toEqual(["0.2", "0.55"]);
  expect(pairOf(number, "1")).toEqual(["1", "0.65"]);
});
