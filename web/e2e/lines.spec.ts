import { expect, PASSWORD, test } from "./studio";

test("a line that breaks while a picture is drawn loses nothing", async ({ page, context, person }) => {
  await page.goto(`/characters/${person.id}/create`);
  await page.getByRole("button", { name: "Draw", exact: true }).click();
  await page.waitForURL("**/jobs/*");
  await context.setOffline(true);
  await page.waitForTimeout(1500);
  expect(page.url()).toContain("/jobs/");
  await context.setOffline(false);
  await page.waitForURL("**/gallery/*");
});

test("everything is erased, with a receipt", async ({ page, person }) => {
  expect(person.id).not.toBe("");
  await page.goto("/account");
  await page.getByRole("button", { name: "Erase everything" }).click();
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByText("Everything is erased")).toBeVisible();
  await expect(page.getByText("Photos: 1")).toBeVisible();
  await expect(page.getByText(/^Receipt /)).toBeVisible();
  await page.getByRole("button", { name: "Leave" }).click();
  await page.waitForURL("**/welcome**");
});

test("a key is shown once and can be taken back", async ({ page, request, token }) => {
  expect(token).not.toBe("");
  await page.goto("/account");
  await page.getByLabel("A new key for").fill("A frame on the wall");
  await page.getByRole("button", { name: "Make" }).click();
  const key = (await page.locator("code").textContent()) ?? "";
  const pictures = () => request.get("/api/v1/artworks", { headers: { Authorization: `Bearer ${key}` } });
  expect((await pictures()).status()).toBe(200);
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(page.locator("code")).toHaveCount(0);
  expect((await pictures()).status()).toBe(401);
});

test("a link that is no longer good says so", async ({ page }) => {
  await page.goto("/verify-email#token=no-such-token");
  await expect(page.getByRole("alert")).toBeVisible();
  await page.goto("/reset-password#token=no-such-token");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
});
