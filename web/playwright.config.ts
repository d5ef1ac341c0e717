import { defineConfig } from "@playwright/test";

const browser = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

export default defineConfig({
  testDir: "e2e",
  outputDir: "../out/e2e",
  globalSetup: "./e2e/server.ts",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: "line",
  use: {
    baseURL: process.env.LIMNER_E2E_URL ?? "",
    locale: "en",
    launchOptions: browser,
    trace: "off",
    // What a test sees comes from the server; the offline shell has a test of its own.
    serviceWorkers: "block",
  },
  projects: [
    {
      name: "desktop",
      testMatch: "*.spec.ts",
      use: { viewport: { width: 1280, height: 860 } },
    },
    {
      name: "phone",
      testMatch: [
        "way.spec.ts",
        "gallery.spec.ts",
        "batch.spec.ts",
        "axe.spec.ts",
        "photos.spec.ts",
        "welcome.spec.ts",
        "character.spec.ts",
        "editor.spec.ts",
      ],
      grepInvert: /Arabic/,
      use: { viewport: { width: 360, height: 740 }, hasTouch: true },
    },
    { name: "screens", testMatch: "screens.ts" },
    { name: "bench", testMatch: "bench.ts", use: { viewport: { width: 1280, height: 860 } } },
  ],
});
