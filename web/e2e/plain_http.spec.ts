import { expect, newAddress, PASSWORD, photo, test } from "./studio";

// A phone on the home network opens http://the-computer:8400, where browsers keep back locks, service workers and more.
test.use({
  baseURL: (process.env.LIMNER_E2E_URL ?? "").replace("127.0.0.1", "limner.home"),
  launchOptions: async ({ launchOptions }, use) => {
    const args = [...(launchOptions.args ?? []), "--host-resolver-rules=MAP limner.home 127.0.0.1"];
    await use({ ...launchOptions, args });
  },
});

test("over plain http, from signing up to a picture", async ({ page }) => {
  await page.goto("/");
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
  await page.getByRole("button", { name: "Make an account" }).click();
  await page.getByLabel("E-mail").fill(newAddress());
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Begin" }).click();
  await page.waitForURL("**/gallery");
  // Another opening of the page needs the token renewed.
  await page.goto("/new");
  await page.locator("input[type=file]").first().setInputFiles(photo());
  await page.getByRole("radio", { name: "Face 1" }).click();
  await page.getByRole("button", { name: "Draw this person" }).click();
  await page.waitForURL("**/characters/*");
  await page.getByRole("link", { name: "Choose a picture" }).click();
  await page.getByRole("button", { name: "Draw", exact: true }).click();
  await page.waitForURL("**/gallery/*");
});
