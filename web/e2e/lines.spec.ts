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

test("a link that is no longer good says so", async ({ page }) => {
  await page.goto("/verify-email#token=no-such-token");
  await expect(page.getByRole("alert")).toBeVisible();
  await page.goto("/reset-password#token=no-such-token");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
});
