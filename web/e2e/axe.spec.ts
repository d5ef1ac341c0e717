import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { closedScreens, OPEN_SCREENS, type Screen } from "./routes";
import { ADMIN } from "./server";
import { expect, newPerson, settled, signIn, test } from "./studio";

/** What axe objects to on the page as it is, and then with the colours of the night. */
async function violations(page: Page, looks: ("light" | "dark")[]): Promise<string[]> {
  await settled(page);
  const found: string[] = [];
  for (const colorScheme of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // One document without frames needs no second page to gather what was found.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    // By night only the colours differ.
    if (colorScheme === "dark") axe.withRules(["color-contrast", "link-in-text-block"]);
    for (const one of (await axe.analyze()).violations)
      found.push(`${page.url()} ${colorScheme} ${one.id}: ${one.nodes[0]?.html}`);
  }
  return found;
}

/** What axe objects to on these screens. */
async function look(page: Page, screens: Screen[], looks: ("light" | "dark")[]): Promise<string[]> {
  const found: string[] = [];
  for (const { path } of screens) {
    await page.goto(path);
    found.push(...(await violations(page, looks)));
  }
  return found;
}

test("no screen has what axe objects to, by day and by night", async ({ page, request }) => {
  test.setTimeout(240_000);
  const found = await look(page, OPEN_SCREENS, ["light", "dark"]);
  const screens = await closedScreens(request, await signIn(page, request, ADMIN));
  found.push(...(await look(page, screens, ["light", "dark"])));
  expect(found).toEqual([]);
});

test("no screen has what axe objects to in Arabic", async ({ page, request }) => {
  test.setTimeout(240_000);
  const screens = await closedScreens(request, await signIn(page, request, ADMIN));
  await page.evaluate(() => localStorage.setItem("limner.language", "ar"));
  const found = await look(page, screens, ["light"]);
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  expect(found).toEqual([]);
});

test("what opens on a press has nothing that axe objects to", async ({ page, request }) => {
  const token = await signIn(page, request, ADMIN);
  const person = await newPerson(request, token);
  const found: string[] = [];
  const opened = async (path: string, open: () => Promise<void>) => {
    await page.goto(path);
    await open();
    found.push(...(await violations(page, ["light", "dark"])));
  };
  const press = (name: string | RegExp) => page.getByRole("button", { name }).first().click();
  await opened("/new", async () => {
    await press(/^Photo of/);
    await press("Another face");
  });
  await opened(`/characters/${person.id}`, () => press("Delete this person"));
  await opened("/admin", async () => {
    await page.getByLabel("Search by e-mail").fill(ADMIN.email);
    await press(ADMIN.email);
  });
  await opened("/account", () => press("Sign out everywhere"));
  expect(found).toEqual([]);
});
