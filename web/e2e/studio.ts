import { readFileSync } from "node:fs";
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
    const headers = { Authorization: `Bearer ${token}` };
    const file = { name: "sample.png", mimeType: "image/png", buffer: readFileSync(photo()) };
    const sent = await (await request.post("/api/v1/photos", { headers, multipart: { file } })).json();
    const faces = [{ photo_id: sent.id, face_number: 1 }];
    await use(await (await request.post("/api/v1/characters", { headers, data: { faces } })).json());
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

/** Draw what stands on the page where pictures are chosen, until it hangs in the gallery. */
export async function draw(page: Page, person: Person): Promise<void> {
  await page.goto(`/characters/${person.id}/create`);
  await page.getByRole("button", { name: "Draw", exact: true }).click();
  await page.waitForURL("**/gallery/*");
}
