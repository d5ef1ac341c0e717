import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (folder: string) =>
  readdirSync(`src/${folder}`).filter((name) => /(?<!\.test)\.tsx$/.test(name));

test("every piece of the studio is shown in the workshop", () => {
  const shown = read("features/workshop")
    .map((name) => readFileSync(`src/features/workshop/${name}`, "utf8"))
    .join("");
  const pieces = read("ui").map((name) => name.replace(".tsx", ""));
  // The place of toasts is around every page; the workshop shows a toast in it.
  const missing = pieces.filter((name) => !shown.includes(`"@/ui/${name}"`) && name !== "ToastPlace");
  expect(missing).toEqual([]);
});
