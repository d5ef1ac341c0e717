import { expect, test, vi } from "vitest";
import { ApiProblem } from "@/api/client";
import { patiently } from "./patiently";

const pauses = [0, 0];
const staying = () => new AbortController().signal;

test("a line that breaks twice loses nothing", async () => {
  const send = vi.fn().mockRejectedValueOnce(new TypeError()).mockRejectedValueOnce(new TypeError());
  send.mockResolvedValue("kept");
  const again = vi.fn();
  await expect(patiently(send, again, staying(), pauses)).resolves.toBe("kept");
  expect(again.mock.calls).toEqual([[1], [2]]);
});

test("a line that stays broken ends in words", async () => {
  const send = vi.fn().mockRejectedValue(new TypeError("offline"));
  await expect(patiently(send, () => undefined, staying(), pauses)).rejects.toThrow("offline");
  expect(send).toHaveBeenCalledTimes(3);
});

test("what the server refuses is not sent again", async () => {
  const refused = new ApiProblem({
    type: "urn:limner:problem:photo.broken",
    title: "",
    status: 422,
    code: "photo.broken",
    detail: "",
    advice: "",
  });
  const send = vi.fn().mockRejectedValue(refused);
  await expect(patiently(send, () => undefined, staying(), pauses)).rejects.toBe(refused);
  expect(send).toHaveBeenCalledTimes(1);
});
