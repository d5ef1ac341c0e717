import { expect, test } from "vitest";
import { deviceName } from "./deviceName";

test("a phone's Chrome is not taken for Safari on Linux", () => {
  const agent =
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36";
  expect(deviceName(agent)).toBe("Chrome, Android");
});

test("a program is called as it calls itself", () => {
  expect(deviceName("python-httpx/0.28")).toBe("python-httpx/0.28");
});
