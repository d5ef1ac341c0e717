import { spawn } from "node:child_process";
import type { APIRequestContext, Page } from "@playwright/test";
import { PYTHON, serve } from "./server";
import { expect, newAddress, PASSWORD, test as usual } from "./studio";

/** Somebody elsewhere, played by a fake that speaks as the service does. */
type Cloud = {
  url: string;
  behave: (...behaviours: string[]) => Promise<void>;
  generations: () => Promise<number>;
  stop: () => void;
};

async function playing(name: string): Promise<Cloud> {
  const fake = spawn(PYTHON, ["-m", "limner", "fakes", name], { stdio: ["ignore", "pipe", "inherit"] });
  const url = await new Promise<string>((found) => {
    let said = "";
    fake.stdout.on("data", (more: Buffer) => {
      said += more.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (address) found(address);
    });
  });
  return {
    url,
    behave: async (...behaviours) => {
      const told = await fetch(`${url}/_fake`, { method: "POST", body: JSON.stringify({ behaviours }) });
      expect(told.ok).toBe(true);
    },
    generations: async () => (await (await fetch(`${url}/_fake`)).json()).generations,
    stop: () => void fake.kill("SIGINT"),
  };
}

/** Sign up at a server of the test's own; the token for asking it directly. */
export async function arrive(page: Page, request: APIRequestContext): Promise<string> {
  const data = { email: newAddress(), password: PASSWORD };
  await request.post("/api/v1/auth/register", { data });
  const tokens = await (await request.post("/api/v1/auth/token", { data })).json();
  await page.goto("/icon.svg");
  await page.evaluate((refresh) => localStorage.setItem("limner.refresh", refresh), tokens.refresh_token);
  return tokens.access_token;
}

/** Tests on a server of their own that may ask somebody elsewhere, who is played by a fake. */
export const testWith = (name: string, settings: (cloud: Cloud) => Record<string, string>) =>
  usual.extend<object, { cloud: Cloud; house: string }>({
    cloud: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from the pattern
      async ({}, use) => {
        const cloud = await playing(name);
        await use(cloud);
        cloud.stop();
      },
      { scope: "worker" },
    ],
    house: [
      async ({ cloud }, use) => {
        const { url, stop } = await serve(settings(cloud));
        await use(url);
        await stop();
      },
      { scope: "worker" },
    ],
    baseURL: async ({ house }, use) => {
      await use(house);
    },
  });
