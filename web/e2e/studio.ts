import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type APIRequestContext, test as base, type Page } from "@playwright/test";
import { ADMIN } from "./server";

export const PASSWORD = ADMIN.password;
export const photo = (): string => process.env.LIMNER_E2E_PHOTO ?? "";
let made = 0;
export const newAddress = (): string => `p${process.pid}-${made++}@example.org`;

export type Person = { id: string };
type Signed = {
  /** Every address outside the server that a page asked for. */
  strangers: string[];
  /** Somebody who is signed in, with the token for what a test prepares. */
  token: string;
  /** A person measured from the sample photo. */
  person: Person;
};

export const test = base.extend<Signed>({
  strangers: [
    async ({ page, baseURL }, use) => {
      const strangers: string[] = [];
      page.on("request", (request) => {
        if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(baseURL ?? ""))
          strangers.push(request.url());
      });
      await use(strangers);
      test.expect(strangers).toEqual([]);
    },
    { auto: true },
  ],
  token: async ({ page, request }, use) => {
    const data = { email: newAddress(), password: PASSWORD };
    await request.post("/api/v1/auth/register", { data });
    await use(await signIn(page, request, data));
  },
  person: async ({ request, token }, use) => {
    await use(await newPerson(request, token));
  },
});
export const { expect } = test;

/** Sign in on the page as somebody; the token is for what a test prepares. */
export async function signIn(
  page: Page,
  request: APIRequestContext,
  data: { email: string; password: string },
): Promise<string> {
  const tokens = await (await request.post("/api/v1/auth/token", { data })).json();
  await page.goto("/icon.svg");
  await page.evaluate((refresh) => localStorage.setItem("limner.refresh", refresh), tokens.refresh_token);
  return tokens.access_token;
}

/** Measure the person of the sample photo; `at` is the server's address where it is not the usual one. */
export async function newPerson(request: APIRequestContext, token: string, at = ""): Promise<Person> {
  const headers = { Authorization: `Bearer ${token}` };
  const file = { name: "sample.png", mimeType: "image/png", buffer: readFileSync(photo()) };
  const sent = await (await request.post(`${at}/api/v1/photos`, { headers, multipart: { file } })).json();
  const faces = [{ photo_id: sent.id, face_number: 1 }];
  return (await request.post(`${at}/api/v1/characters`, { headers, data: { faces } })).json();
}

/** The link of the last of so many mails to somebody: without a mail server, mails are printed. */
export async function mailedLink(email: string, count: number): Promise<string> {
  const mails = new RegExp(`Mail to ${email}[^]*?(http\\S+#token=\\S+)`, "g");
  const log = join(process.env.LIMNER_E2E_DATA ?? "", "server.log");
  let links: RegExpMatchArray[] = [];
  await expect(() => {
    links = [...readFileSync(log, "utf8").matchAll(mails)];
    expect(links).toHaveLength(count);
  }).toPass();
  return links.at(-1)?.[1] ?? "";
}

/** Choose one of several by its picture or words; on a busy machine a press may fall into a page that still moves. */
export async function choose(page: Page, name: string): Promise<void> {
  await expect(async () => {
    await page.getByText(name, { exact: true }).click();
    await expect(page.getByRole("radio", { name, exact: true })).toBeChecked({ timeout: 2000 });
  }).toPass();
}

/** Wait until a page stands: its title, and everything that was still on its way. */
export async function settled(page: Page): Promise<void> {
  await page.locator("h1, h2").first().waitFor();
  await page.waitForLoadState("networkidle");
  await expect(page.locator(".animate-pulse")).toHaveCount(0);
}

/** A picture of the person, drawn and opened; its id. */
export async function hang(
  page: Page,
  request: APIRequestContext,
  token: string,
  person: Person,
): Promise<string> {
  const headers = { Authorization: `Bearer ${token}` };
  const data = { character_id: person.id, style: "storybook", template: "moon", size_px: 512 };
  const job = await (await request.post("/api/v1/jobs", { headers, data })).json();
  const state = async () => (await (await request.get(`/api/v1/jobs/${job.id}`, { headers })).json()).state;
  await expect.poll(state, { timeout: 30_000 }).toBe("done");
  await page.goto(`/gallery/${job.id}`);
  return job.id;
}
