import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "@playwright/test";
import { PYTHON, serve } from "./server";

const ROOT = resolve(import.meta.dirname, "../..");
const PROVIDER = `
from tests.accounts.identity_provider import running_provider
import sys
with running_provider() as provider:
    print(provider.issuer, flush=True)
    sys.stdin.read()
`;
let provider: ChildProcess;
let house: Awaited<ReturnType<typeof serve>>;

test.beforeAll(async () => {
  provider = spawn(PYTHON, ["-c", PROVIDER], { cwd: ROOT, stdio: ["pipe", "pipe", "inherit"] });
  const issuer = await new Promise<string>((said) =>
    provider.stdout?.once("data", (line) => said(String(line).trim())),
  );
  house = await serve({
    LIMNER_OIDC_ISSUER: issuer,
    LIMNER_OIDC_CLIENT_ID: "limner",
    LIMNER_OIDC_CLIENT_SECRET: "the client's secret",
  });
});

test.afterAll(async () => {
  provider.stdin?.end();
  await house.stop();
});

test("somebody signs in with their organisation and comes to the page they wanted", async ({ page }) => {
  await page.goto(`${house.url}/characters`);
  await page.getByRole("button", { name: "Sign in with your organisation" }).click();
  await page.waitForURL("**/characters");
  await expect(page.getByRole("heading", { name: "People" })).toBeVisible();
});

test("whoever turns round at the provider is told that nothing was changed", async ({ page }) => {
  await page.goto(`${house.url}/oidc?error=access_denied&state=one`);
  await expect(page.getByRole("alert")).toContainText("Nothing was changed");
  await page.goto(`${house.url}/oidc?state=foreign&code=foreign`);
  await expect(page.getByRole("alert")).toContainText("begun elsewhere");
  await page.getByRole("link", { name: "Back to the first page" }).click();
  await expect(page.getByRole("button", { name: "Sign in with your organisation" })).toBeVisible();
});
