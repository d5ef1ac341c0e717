import { spawn } from "node:child_process";
import type { APIRequestContext, Page } from "@playwright/test";
import { PYTHON } from "./server";
import { expect, newAddress, PASSWORD } from "./studio";

/** Somebody elsewhere, played by a fake that speaks as the service does. */
export type Cloud = {
  url: string;
  behave: (...behaviours: string[]) => Promise<void>;
  generations: () => Promise<number>;
  stop: () => void;
};

export async function playing(name: string): Promise<Cloud> {
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
