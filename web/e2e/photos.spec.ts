import type { Page } from "@playwright/test";
import { expect, photo, test } from "./studio";

async function send(page: Page): Promise<void> {
  await page.goto("/new");
  await page.locator("input[type=file]").first().setInputFiles(photo());
  await page.getByRole("radio", { name: "Face 1" }).waitFor();
}

test("a face is shown by hand, and a frame without one says so", async ({ page, token }) => {
  expect(token).not.toBe("");
  await send(page);
  const face = await page.getByRole("radio", { name: "Face 1" }).boundingBox();
  const whole = await page.getByRole("img", { name: "Your photo" }).boundingBox();
  if (!face || !whole) throw new Error("the photo is not there");
  await page.getByRole("button", { name: "Another face" }).click();
  const drag = async (x: number, y: number, width: number, height: number) => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + width, y + height, { steps: 4 });
    await page.mouse.up();
  };
  await drag(whole.x + 0.05 * whole.width, whole.y + 0.7 * whole.height, 60, 60);
  await page.getByRole("button", { name: "This is the face" }).click();
  await expect(page.getByRole("alert")).toContainText("No face was found");
  await drag(face.x, face.y, face.width, face.height);
  await page.getByRole("button", { name: "This is the face" }).click();
  await expect(page.getByRole("radio", { name: "Face 2" })).toBeChecked();
  await page.getByRole("button", { name: "Draw this person" }).click();
  await page.waitForURL("**/characters/*");
});

test("a frame is moved and resized by keys", async ({ page, token }) => {
  expect(token).not.toBe("");
  await send(page);
  await page.getByRole("button", { name: "Another face" }).click();
  const frame = page.getByRole("button", { name: "Frame around the face" });
  const before = await frame.boundingBox();
  await frame.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  const moved = await frame.boundingBox();
  expect(moved?.x).toBeGreaterThan(before?.x ?? 0);
  expect(moved?.y).toBeGreaterThan(before?.y ?? 0);
  expect(moved?.width).toBeCloseTo(before?.width ?? 0, 0);
  await page.keyboard.press("Shift+ArrowLeft");
  const smaller = await frame.boundingBox();
  expect(smaller?.width).toBeLessThan(moved?.width ?? 0);
  expect(smaller?.x).toBeCloseTo(moved?.x ?? 0, 0);
  if (!smaller) throw new Error("the frame is not there");
  await page.mouse.move(smaller.x + smaller.width, smaller.y + smaller.height);
  await page.mouse.down();
  await page.mouse.move(smaller.x + smaller.width - 20, smaller.y + smaller.height - 30, { steps: 3 });
  await page.mouse.up();
  const pulled = await frame.boundingBox();
  expect(pulled?.width).toBeCloseTo(smaller.width - 20, -1);
  expect(pulled?.height).toBeCloseTo(smaller.height - 30, -1);
  expect(pulled?.x).toBeCloseTo(smaller.x, 0);
  await page.getByRole("button", { name: "Never mind" }).click();
  await expect(page.getByRole("radio", { name: "Face 1" })).toBeVisible();
});

test("a line that breaks while a photo is sent is mended without the person", async ({ page, token }) => {
  expect(token).not.toBe("");
  let broken = 0;
  await page.route("**/api/v1/photos", (route) => {
    if (route.request().method() !== "POST" || broken > 0) return route.continue();
    broken += 1;
    return route.abort("connectionreset");
  });
  await send(page);
  expect(broken).toBe(1);
});

test("a file that is no photo is named, and left out", async ({ page, token }) => {
  expect(token).not.toBe("");
  await page.goto("/new");
  const file = { name: "letter.jpg", mimeType: "image/jpeg", buffer: Buffer.from("Dear all") };
  await page.locator("input[type=file]").first().setInputFiles(file);
  await expect(page.getByText("letter.jpg")).toBeVisible();
  await expect(page.getByRole("alert")).toContainText("no photo Limner knows");
  await page.getByRole("button", { name: "Leave it out" }).click();
  await expect(page.getByText("Pick photos")).toBeVisible();
});

test("a photo that was sent before is gone on with, and deleted for good", async ({
  page,
  person,
  request,
  token,
}) => {
  expect(person.id).not.toBe("");
  const headers = { Authorization: `Bearer ${token}` };
  const photos = async () => (await (await request.get("/api/v1/photos", { headers })).json()).items;
  await page.goto("/new");
  await page.getByRole("button", { name: /^Photo of/ }).click();
  await expect(page.getByRole("button", { name: "Draw this person" })).toBeVisible();
  await page.getByRole("button", { name: "Delete photo" }).click();
  await page.getByRole("button", { name: "Never mind" }).click();
  expect(await photos()).toHaveLength(1);
  await page.getByRole("button", { name: "Delete photo" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete photo" }).click();
  await expect(page.getByText("Pick photos")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Photo of/ })).toHaveCount(0);
  expect(await photos()).toHaveLength(0);
});
