import { choose, expect, newAddress, PASSWORD, photo, test } from "./studio";

test("from signing up to a picture to print", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Make an account" }).click();
  await page.getByLabel("E-mail").fill(newAddress());
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Begin" }).click();
  await page.waitForURL("**/gallery");
  await page.getByRole("main").getByRole("link", { name: "New picture" }).click();

  await page.locator("input[type=file]").first().setInputFiles(photo());
  await page.getByRole("radio", { name: "Face 1" }).click();
  await page.getByRole("button", { name: "Draw this person" }).click();
  await page.waitForURL("**/characters/*");

  await page.getByRole("tab", { name: "Glasses" }).click();
  await page.getByText("Round", { exact: true }).click();
  await expect(page.getByRole("radio", { name: "Round", exact: true })).toBeChecked();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("radio", { name: "Round", exact: true })).not.toBeChecked();
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(page.getByRole("radio", { name: "Round", exact: true })).toBeChecked();
  await page.getByLabel("Name").fill("Eileen");
  await page.getByRole("button", { name: "Keep" }).click();
  await expect(page.getByRole("heading", { name: "Eileen" })).toBeVisible();
  await page.getByRole("link", { name: "Choose a picture" }).click();

  await choose(page, "Comic");
  await choose(page, "In the forest");
  await page.getByRole("button", { name: "Draw", exact: true }).click();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await page.waitForURL("**/gallery/*");

  await expect(page.getByRole("slider", { name: "Photo and drawing" })).toBeVisible();
  await page.getByRole("button", { name: "Only the drawing" }).click();
  await expect(page.getByRole("img", { name: "In the forest, Comic" })).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download for print" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("limner-forest-comic.png");

  await page.getByRole("button", { name: "Delete" }).click();
  await page.waitForURL("**/gallery");
  await expect(page.getByText("Your pictures will hang here.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("link", { name: "In the forest, Comic" })).toBeVisible();
});
