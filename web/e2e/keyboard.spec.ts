import type { Page } from "@playwright/test";
import { expect, photo, test } from "./studio";

const MOST_STEPS = 60;

/** Press Tab until what has the focus is called so. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press("Tab");
    const label = await page.evaluate(() => {
      const at = document.activeElement;
      return at?.getAttribute("aria-label") ?? at?.closest("label")?.textContent ?? at?.textContent ?? "";
    });
    if (label.trim() === name) return;
  }
  throw new Error(`${name} can't be reached by keyboard`);
}

test("the whole way by keyboard alone", async ({ page, token }) => {
  expect(token).not.toBe("");
  await page.goto("/new");
  await page.getByRole("heading", { name: "Who shall we draw?" }).waitFor();
  // Listened for early: the browser hands a chooser over only some time after it is asked to.
  const chosen = page.waitForEvent("filechooser");
  await tabTo(page, "Pick photos");
  await page.keyboard.press("Enter");
  const chooser = await chosen;
  await chooser.setFiles(photo());
  await page.getByRole("button", { name: "Draw this person" }).waitFor();
  await tabTo(page, "Draw this person");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/characters/*");
  await page.getByRole("tab").first().waitFor();
  await tabTo(page, "Choose a picture");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/create");
  await page.getByText("Comic", { exact: true }).waitFor();
  await tabTo(page, "Storybook");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Comic", exact: true })).toBeChecked();
  await tabTo(page, "Draw");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/gallery/*");
  await tabTo(page, "Download for print");
  await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
});
