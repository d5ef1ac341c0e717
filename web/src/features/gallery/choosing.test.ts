import { describe, expect, test } from "vitest";
import { choose, NOTHING, withEach } from "./choosing";

const SHOWN = ["a", "b", "c", "d", "e"];

describe("choosing pictures", () => {
  test("a second touch lets go", () => {
    const once = choose(NOTHING, SHOWN, 1, false);
    expect([...once.ids]).toEqual(["b"]);
    expect([...choose(once, SHOWN, 1, false).ids]).toEqual([]);
  });

  test("with shift everything between is chosen, in either direction", () => {
    const down = choose(choose(NOTHING, SHOWN, 1, false), SHOWN, 3, true);
    expect([...down.ids].sort()).toEqual(["b", "c", "d"]);
    const up = choose(choose(NOTHING, SHOWN, 4, false), SHOWN, 2, true);
    expect([...up.ids].sort()).toEqual(["c", "d", "e"]);
  });

  test("a range without a beginning is one picture", () => {
    expect([...choose(NOTHING, SHOWN, 2, true).ids]).toEqual(["c"]);
  });

  test("one failure does not keep the others from being done, and is told", async () => {
    const done: string[] = [];
    const work = async (id: string) => {
      if (id === "b") throw new Error("refused");
      done.push(id);
    };
    await expect(withEach(SHOWN, work)).rejects.toThrow("refused");
    expect(done.sort()).toEqual(["a", "c", "d", "e"]);
  });
});
