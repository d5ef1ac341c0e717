import { execFileSync } from "node:child_process";
import AxeBuilder from "@axe-core/playwright";
import type { APIRequestContext, Page } from "@playwright/test";
import { PYTHON } from "./server";
import { expect, type Person, test } from "./studio";

/** Four pictures in the gallery, drawn by the real engine at the smallest size. */
async function fill(request: APIRequestContext, token: string, person: Person): Promise<void> {
  const headers = { Authorization: `Bearer ${token}` };
  const orders = [{ character_id: person.id, size_px: 256 }];
  const data = { orders, styles: ["storybook", "comic"], templates: ["moon", "forest"] };
  const batch = await (await request.post("/api/v1/batches", { headers, data })).json();
  await expect
    .poll(async () => (await (await request.get(`/api/v1/batches/${batch.id}`, { headers })).json()).progress)
    .toBe(1);
}

const wall = (page: Page) => page.getByRole("main").getByRole("listitem");

test.beforeEach(async ({ page, request, token, person }) => {
  await fill(request, token, person);
  await page.goto("/gallery");
  await expect(wall(page)).toHaveCount(4);
});

test("several pictures go into an album, into one file, away and back", async ({ page }, info) => {
  await page.getByRole("button", { name: "Choose" }).click();
  await page.getByRole("checkbox", { name: /Comic/ }).first().check();
  await page.getByRole("checkbox", { name: /Comic/ }).last().check();
  await expect(page.getByText("2 pictures chosen")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByRole("button", { name: "To album" }).click();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByLabel("New album").fill("For grandma");
  await page.getByRole("button", { name: "Make it" }).click();
  await expect(page.getByText("2 pictures are in For grandma.")).toBeVisible();

  await page.getByRole("combobox", { name: "Album" }).selectOption({ label: "For grandma" });
  await expect(wall(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Choose" }).click();
  await page.getByRole("button", { name: "All" }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download" }).click(),
  ]);
  const kept = info.outputPath("limner.zip");
  await file.saveAs(kept);
  const names = "import sys, zipfile; print(len(zipfile.ZipFile(sys.argv[1]).namelist()))";
  expect(execFileSync(PYTHON, ["-c", names, kept], { encoding: "utf8" }).trim()).toBe("2");

  await page.getByRole("button", { name: "Choose" }).click();
  await page.getByRole("checkbox").first().check();
  await page.getByRole("button", { name: "Out of album" }).click();
  await expect(wall(page)).toHaveCount(1);

  await page.getByRole("combobox", { name: "Album" }).selectOption({ label: "Every picture" });
  await page.getByRole("button", { name: "Choose" }).click();
  await page.getByRole("button", { name: "All" }).click();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("Your pictures will hang here.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(wall(page)).toHaveCount(4);
});

test("an album gets another name, and goes without its pictures", async ({ page, request, token }) => {
  const headers = { Authorization: `Bearer ${token}` };
  const album = await (await request.post("/api/v1/albums", { headers, data: { title: "Summer" } })).json();
  await page.goto(`/gallery?album=${album.id}`);
  await expect(page.getByText("This album is empty.")).toBeVisible();
  await page.getByRole("button", { name: "Change album" }).click();
  await page.getByLabel("Title").fill("Autumn");
  await page.getByRole("button", { name: "Keep" }).click();
  await expect(page.getByRole("heading", { name: "Autumn" })).toBeVisible();
  await page.getByRole("button", { name: "Change album" }).click();
  await page.getByRole("button", { name: "Delete the album" }).click();
  await expect(wall(page)).toHaveCount(4);
});

test("pictures are found by style and time", async ({ page }) => {
  await page.getByLabel("Style").selectOption({ label: "Comic" });
  await expect(wall(page)).toHaveCount(2);
  await page.getByLabel("Time").selectOption({ label: "Earlier years" });
  await expect(page.getByText("No picture is like that.")).toBeVisible();
  await page.getByLabel("Time").selectOption({ label: "Last 7 days" });
  await expect(wall(page)).toHaveCount(2);
});

test("by keyboard alone: a range, everything let go by Escape, a picture over the window", async ({
  page,
}) => {
  await page.getByRole("button", { name: "Choose" }).press("Enter");
  await page.getByRole("checkbox", { name: /, / }).first().press(" ");
  await page.getByRole("checkbox", { name: /, / }).nth(2).focus();
  await page.keyboard.press("Shift+Space");
  await expect(page.getByText("3 pictures chosen")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("checkbox", { name: /, / })).toHaveCount(0);

  await wall(page).first().getByRole("link").press("Enter");
  await page.waitForURL("**/gallery/*");
  const first = page.url();
  await page.getByRole("button", { name: /, larger$/ }).press("Enter");
  const viewer = page.getByRole("dialog", { name: "Pictures, large" });
  await expect(viewer).toBeVisible();
  await expect(viewer.getByText("1 / 4")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(viewer.getByText("2 / 4")).toBeVisible();
  expect((await new AxeBuilder({ page }).include(".pswp").analyze()).violations).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(viewer).toHaveCount(0);
  expect(page.url()).not.toBe(first);
});
