import { afterEach, describe, expect, test } from "vitest";
import { alone } from "./alone";

// jsdom is as poor as a browser on plain http: it has no locks.
describe("without the browser's locks", () => {
  afterEach(() => localStorage.clear());

  test("one begins when the other has ended", async () => {
    const seen: string[] = [];
    const work = (name: string) => async () => {
      seen.push(`${name} begins`);
      await new Promise((done) => setTimeout(done, 120));
      seen.push(`${name} ends`);
    };
    await Promise.all([alone(work("one")), alone(work("two"))]);
    expect(seen).toEqual(["one begins", "one ends", "two begins", "two ends"]);
  });

  test("a failure lets the next one in", async () => {
    await expect(alone(() => Promise.reject(new Error("refused")))).rejects.toThrow("refused");
    expect(await alone(async () => "in")).toBe("in");
  });

  test("the mark of a tab that was closed is no obstacle for ever", async () => {
    localStorage.setItem("limner.renewing", String(Date.now() - 1));
    expect(await alone(async () => "in")).toBe("in");
  });
});
