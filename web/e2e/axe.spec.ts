import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { ADMIN } from "./server";
import { draw, expect, type Person, signIn, test } from "./studio";

const pathsOf = (person: Person) => [
  "/gallery",
  "/new",
  "/characters",
  `/characters/${person.id}`,
  `/characters/${person.id}/create`,
  `/batch?person=${person.id}`,
  "/account",
  "/nowhere",
  "/reset-password",
  "/oidc",
];

/** What axe objects to on the page as it is, and then with the colours of the night. */
async function violations(page: Page, looks: ("light" | "dark")[]): Promise<string[]> {
  await page.locator("h1, h2").first().waitFor();
  await expect(page.locator(".animate-pulse")).toHaveCount(0);
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

test("no screen has what axe objects to, by day and by night", async ({ page, person }) => {
  await draw(page, person);
  const found = await violations(page, ["light", "dark"]);
  for (const path of pathsOf(person)) {
    await page.goto(path);
    found.push(...(await violations(page, ["light", "dark"])));
  }
  await page.goto("/new");
  await page.getByRole("button", { name: /^Photo of/ }).click();
  await page.getByRole("button", { name: "Another face" }).click();
  found.push(...(await violations(page, ["light", "dark"])));
  await page.goto(`/characters/${person.id}`);
  await page.getByRole("button", { name: "Delete this person" }).click();
  await page.getByRole("alertdialog").waitFor();
  found.push(...(await violations(page, ["light", "dark"])));
  expect(found).toEqual([]);
});

test("no screen has what axe objects to in Arabic", async ({ page, person }) => {
  await page.evaluate(() => localStorage.setItem("limner.language", "ar"));
  const found: string[] = [];
  for (const path of pathsOf(person)) {
    await page.goto(path);
    found.push(...(await violations(page, ["light"])));
  }
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  expect(found).toEqual([]);
});

test("the first page and the house have nothing that axe objects to", async ({ page, request }) => {
  await page.goto("/");
  await page.getByLabel("E-mail").waitFor();
  const found = await violations(page, ["light", "dark"]);
  await signIn(page, request, ADMIN);
  await page.goto("/admin");
  await page.locator("code").first().waitFor();
  found.push(...(await violations(page, ["light", "dark"])));
  expect(found).toEqual([]);
});
