import type { APIRequestContext, Page } from "@playwright/test";
import { test as base, expect } from "@playwright/test";
import { ADMIN, serve } from "./server";
import { newPerson, PASSWORD } from "./studio";

const GUEST = "guest@example.org";
type House = Awaited<ReturnType<typeof serve>>;

/** Who may come is changed here, so these tests have a house of their own. */
const test = base.extend<object, { house: House }>({
  house: [
    async ({ playwright }, use) => {
      const house = await serve();
      const request = await playwright.request.newContext({ baseURL: house.url });
      await request.post("/api/v1/auth/register", { data: ADMIN });
      await request.dispose();
      await use(house);
      await house.stop();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ house }, use) => use(house.url),
});
test.describe.configure({ mode: "default" });

async function enter(page: Page, email: string): Promise<void> {
  await page.goto("/welcome");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

async function tokenOf(request: APIRequestContext, email: string): Promise<string> {
  const answer = await request.post("/api/v1/auth/token", { data: { email, password: PASSWORD } });
  return (await answer.json()).access_token;
}

async function asAdmin(page: Page, part = "people"): Promise<void> {
  await enter(page, ADMIN.email);
  await page.waitForURL("**/gallery");
  await page.goto(`/admin?part=${part}`);
}

/** Open the row of the guest, found by searching. */
async function openGuest(page: Page) {
  await page.getByLabel("Search by e-mail").fill("GUEST@");
  const people = page.getByRole("region", { name: "People" });
  await expect(people.getByRole("listitem")).toHaveCount(1);
  await people.getByRole("button", { name: GUEST }).click();
  return people;
}

test("somebody is invited, gets a role and a quota, is locked and erased", async ({
  page,
  browser,
  request,
  house,
}) => {
  test.setTimeout(120_000);
  await enter(page, ADMIN.email);
  await page.waitForURL("**/gallery");
  await page.goto("/account");
  await page.getByRole("link", { name: "The house" }).click();
  await page.getByLabel("Accounts").selectOption({ label: "By invitation" });
  await page.getByLabel("E-mail of whom you invite").fill(GUEST);
  await page.getByRole("button", { name: "Invite somebody" }).click();
  const rules = page.getByRole("region", { name: "Who may come" });
  await expect(rules.getByRole("listitem")).toContainText(GUEST);
  const link = (await rules.locator("code").textContent()) ?? "";

  const guest = await (await browser.newContext({ baseURL: house.url })).newPage();
  await guest.goto("/welcome");
  await guest.getByRole("button", { name: "Forgot your password?" }).waitFor();
  await expect(guest.getByRole("button", { name: "Make an account" })).toHaveCount(0);
  await guest.goto(link);
  await guest.getByLabel("E-mail").fill(GUEST);
  await guest.getByLabel("Password").fill(PASSWORD);
  await guest.getByRole("button", { name: "Begin" }).click();
  await guest.waitForURL("**/gallery");

  await page.reload();
  await expect(rules.getByRole("listitem")).toHaveCount(0);
  const people = await openGuest(page);
  await people.getByLabel("Pictures a day").fill("0");
  await people.getByLabel("Room in megabytes").fill("500");
  await people.getByRole("button", { name: "Keep" }).click();
  await expect(people.getByText("Kept")).toBeVisible();
  await expect(people.getByRole("button", { name: GUEST })).toContainText("500 MB");

  const person = await newPerson(request, await tokenOf(request, GUEST), house.url);
  await guest.goto(`/characters/${person.id}/create`);
  await guest.getByRole("button", { name: "Draw", exact: true }).click();
  await expect(guest.getByRole("alert")).toContainText("You can ask for 0 pictures a day.");

  await people.getByLabel("Role").selectOption({ label: "Looks after the house" });
  await expect(people.getByRole("button", { name: GUEST })).toContainText("Looks after the house");
  await guest.goto("/account");
  await expect(guest.getByRole("link", { name: "The house" })).toBeVisible();
  await people.getByLabel("Role").selectOption({ label: "Member" });
  await expect(people.getByRole("button", { name: GUEST })).toContainText("Member");
  await guest.goto("/admin");
  await expect(guest.getByText("Only whoever looks after the house")).toBeVisible();

  await people.getByRole("button", { name: "Lock", exact: true }).click();
  await expect(people.getByRole("button", { name: GUEST })).toContainText("Locked");
  await guest.goto("/gallery");
  await guest.waitForURL("**/welcome**");
  await enter(guest, GUEST);
  await expect(guest.getByRole("alert")).toContainText("This account is disabled.");
  await people.getByRole("button", { name: "Unlock" }).click();
  await enter(guest, GUEST);
  await guest.waitForURL("**/gallery");

  await people.getByRole("button", { name: "Erase" }).click();
  const asked = page.getByRole("alertdialog");
  await expect(asked).toContainText(GUEST);
  await asked.getByRole("button", { name: "Erase for good" }).click();
  await expect(people.getByText(`${GUEST} is erased`)).toBeVisible();
  await expect(people.getByText("Photos: 1")).toBeVisible();
  await expect(people.getByText(/^Receipt /)).toBeVisible();
  await expect(people.getByText("Nobody has such an address.")).toBeVisible();
  await enter(guest, GUEST);
  await expect(guest.getByRole("alert")).toContainText("The e-mail address or the password is wrong.");
});

test("an invitation that was withdrawn opens nothing", async ({ page, browser, house }) => {
  await asAdmin(page);
  const rules = page.getByRole("region", { name: "Who may come" });
  await rules.getByRole("button", { name: "Invite somebody" }).click();
  await expect(rules.getByRole("listitem")).toContainText("Whoever has the link");
  const link = (await rules.locator("code").textContent()) ?? "";
  await rules.getByRole("button", { name: "Withdraw" }).click();
  await expect(rules.getByRole("listitem")).toHaveCount(0);
  await expect(rules.locator("code")).toHaveCount(0);
  const stranger = await (await browser.newContext({ baseURL: house.url })).newPage();
  await stranger.goto(link);
  await stranger.getByLabel("E-mail").fill("stranger@example.org");
  await stranger.getByLabel("Password").fill(PASSWORD);
  await stranger.getByRole("button", { name: "Begin" }).click();
  await expect(stranger.getByRole("alert")).toContainText("This invitation is not valid.");
});

test("work is seen as numbers and codes, and who draws is tried", async ({ page, request, house }) => {
  const headers = { Authorization: `Bearer ${await tokenOf(request, ADMIN.email)}` };
  const person = await newPerson(request, headers.Authorization.slice("Bearer ".length), house.url);
  const [photo] = (await (await request.get("/api/v1/photos", { headers })).json()).items;
  await request.delete(`/api/v1/photos/${photo.id}`, { headers });
  const order = { character_id: person.id, style: "watercolor-portrait" };
  await request.post("/api/v1/jobs", { headers, data: order });
  await asAdmin(page, "work");
  const here = page.getByRole("listitem").filter({ hasText: /^This machine/ });
  await here.getByRole("button", { name: "Test", exact: true }).click();
  await expect(page.getByText("It works. The test took")).toBeVisible();
  const runway = page.getByRole("listitem").filter({ hasText: "Runway" });
  await expect(runway).toContainText("Finished pictures go to Runway, no photo. About $0.05 a second.");
  const jobs = page.getByRole("region", { name: "Orders of everybody" });
  await expect(jobs.getByRole("listitem")).toContainText("photo.gone");
  await expect(jobs.getByRole("listitem")).toContainText(ADMIN.email);
  await expect(jobs).not.toContainText("portrait");
  await expect(jobs).not.toContainText("Costs");
  await expect(page.getByRole("region", { name: "Storage" })).toContainText("Room they take");
});

test("the log is read by kind and by person, page by page", async ({ page, request }) => {
  const headers = { Authorization: `Bearer ${await tokenOf(request, ADMIN.email)}` };
  const data = { registration: "open" };
  for (let times = 0; times < 32; times += 1) await request.put("/api/v1/admin/house", { headers, data });
  await asAdmin(page);
  await page.getByRole("tab", { name: "Log" }).click();
  const log = page.getByRole("region", { name: "Log" });
  await log.getByRole("combobox", { name: /^What/ }).selectOption({ label: "Who may come changed" });
  await log.getByRole("combobox", { name: /^Who/ }).selectOption({ label: ADMIN.email });
  await expect(log.getByRole("listitem")).toHaveCount(30);
  await log.getByRole("button", { name: "Show more" }).click();
  await expect(log.getByRole("listitem").nth(31)).toContainText("Who may come changed");
  await expect(log.getByRole("button", { name: "Show more" })).toHaveCount(0);
  await log.getByRole("combobox", { name: /^What/ }).selectOption({ label: "Key made" });
  await expect(log.getByText("Nothing like that was done.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("tab", { name: "Log" })).toHaveAttribute("aria-selected", "true");
});
