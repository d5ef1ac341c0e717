import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import { closedScreens, OPEN_SCREENS, type Screen } from "./routes";
import { ADMIN } from "./server";
import { expect, photo, settled, signIn, test } from "./studio";
import { tabbingFaults } from "./tabbing";

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

test("on every screen all that can be acted on is reached by Tab and shows the focus", async ({
  page,
  request,
}) => {
  test.setTimeout(300_000);
  await page.emulateMedia({ reducedMotion: "reduce" });
  const faults: string[] = [];
  const walk = async (screens: Screen[]) => {
    for (const { path } of screens) {
      await page.goto(path);
      await settled(page);
      faults.push(...(await tabbingFaults(page)));
    }
  };
  await walk(OPEN_SCREENS);
  const screens = await closedScreens(request, await signIn(page, request, ADMIN));
  await walk(screens);
  expect(faults).toEqual([]);
  const router = readFileSync(resolve(import.meta.dirname, "../src/app/router.tsx"), "utf8");
  const routes = new Set([...router.matchAll(/path: "([^"]+)"/g)].map((found) => found[1]));
  expect(new Set([...OPEN_SCREENS, ...screens].map((one) => one.route))).toEqual(routes);
});
