import { expect, test } from "./studio";

test("six pictures at once, and all of them in one file", async ({ page, person }) => {
  await page.goto(`/batch?person=${person.id}`);
  await page.getByText("Comic", { exact: true }).click();
  await page.getByText("Watercolour", { exact: true }).click();
  await page.getByText("In the forest").click();
  await page.getByRole("button", { name: "Draw 6 pictures" }).click();
  await expect(page.getByText("6 of 6 are done.")).toBeVisible({ timeout: 50_000 });
  await expect(page.getByRole("main").getByRole("link")).toHaveCount(6);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download all" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^limner-.*\.zip$/);
});
