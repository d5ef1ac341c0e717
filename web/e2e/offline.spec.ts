import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { expect, test } from "./studio";

test.use({ serviceWorkers: "allow" });

/** Until the shell is kept, and a page that is opened next comes from it. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** The server through a door of its own, behind which another version of the studio can be put. */
async function upgradable() {
  let newer = "";
  const door = createServer(async (asked, answer) => {
    const found = await fetch(`${process.env.LIMNER_E2E_URL}${asked.url}`);
    const body = Buffer.from(await found.arrayBuffer());
    answer.writeHead(found.status, { "Content-Type": found.headers.get("content-type") ?? "" });
    answer.end(asked.url === "/sw.js" ? `${body}${newer}` : body);
  });
  await new Promise<void>((ready) => door.listen(0, "127.0.0.1", ready));
  const { port } = door.address() as AddressInfo;
  const upgrade = () => {
    newer = "\n// newer";
  };
  return { url: `http://127.0.0.1:${port}`, upgrade, close: () => door.close() };
}

const held = (page: Page) =>
  page.evaluate(async () => {
    const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    return (await Promise.all(stores.map((store) => store.keys()))).flat().map((one) => one.url);
  });

test("without a line the studio opens, says what is up and lists nothing false", async ({
  page,
  context,
  person,
}) => {
  await page.goto(`/characters/${person.id}`);
  await kept(page);
  await expect(page.getByRole("img", { name: /^Drawing of/ })).toBeVisible();
  await context.setOffline(true);
  await page.goto("/characters");
  await expect(page.getByRole("status").filter({ hasText: "can't be reached just now" })).toBeVisible();
  await expect(page.getByRole("alert")).toContainText("can't be reached");
  await expect(page.getByText("Nobody has been drawn yet.")).toHaveCount(0);
  await context.setOffline(false);
  await expect(page.getByRole("main").getByRole("link", { name: "Someone" })).toBeVisible();
  await expect(page.getByText("can't be reached")).toHaveCount(0);
});

test("a page whose file does not come is told of among the others", async ({ page, token }) => {
  expect(token).not.toBe("");
  await page.goto("/account");
  await page.getByRole("heading", { name: "Account" }).waitFor();
  await page.route("**/assets/CharactersPage*", (route) => route.abort());
  await page.getByRole("link", { name: "People" }).click();
  await expect(page.getByRole("alert")).toContainText("This page could not be shown");
  await page.unroute("**/assets/CharactersPage*");
  await page.getByRole("button", { name: "Reload" }).click();
  await expect(page.getByText("Nobody has been drawn yet.")).toBeVisible();
});

test("nothing of anybody's is kept, and signing out leaves nothing behind", async ({ page, person }) => {
  await page.goto(`/characters/${person.id}`);
  await kept(page);
  await expect(page.getByRole("img", { name: /^Drawing of/ })).toBeVisible();
  const before = await held(page);
  expect(before.length).toBeGreaterThan(10);
  expect(before.filter((one) => /\/api\//.test(one))).toEqual([]);
  await page.evaluate(() => sessionStorage.setItem("limner.trail.one", "{}"));
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.waitForURL("**/welcome**");
  expect(await page.evaluate(() => [sessionStorage.length, localStorage.getItem("limner.refresh")])).toEqual([
    0,
    null,
  ]);
  expect(await held(page)).toEqual(before);
});

test("a new version is offered, and taken when the person says so", async ({ page, strangers }) => {
  const house = await upgradable();
  await page.goto(`${house.url}/welcome`);
  await kept(page);
  house.upgrade();
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect(page.getByText("There is a new version.")).toBeVisible();
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Reload" }).click()]);
  await page.getByLabel("E-mail").waitFor();
  await expect(page.getByText("There is a new version.")).toHaveCount(0);
  strangers.length = 0;
  house.close();
});

test("what a device needs to install the studio is there, in the person's language", async ({
  page,
  request,
  token,
}) => {
  expect(token).not.toBe("");
  await page.evaluate(() => localStorage.setItem("limner.language", "de"));
  await page.goto("/gallery");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  const address = await page.locator("link[rel=manifest]").getAttribute("href");
  const manifest = await (await request.get(address ?? "")).json();
  expect(manifest).toMatchObject({ lang: "de", display: "standalone", start_url: "/" });
  expect(manifest.shortcuts[0].name).toBe("Neues Bild");
  for (const { src, type } of manifest.icons) {
    const icon = await request.get(src);
    expect([icon.status(), icon.headers()["content-type"]]).toEqual([200, type]);
  }
});
