import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "@playwright/test";
import { ADMIN, PYTHON } from "./server";
import { expect, photo, signIn, test } from "./studio";

const GALLERY = resolve(import.meta.dirname, "../../docs/gallery/studio");
const SIZES = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 860 } };
const LOOKS = [
  { look: "light", size: "phone", language: "en" },
  { look: "dark", size: "phone", language: "en" },
  { look: "arabic", size: "phone", language: "ar" },
  { look: "light", size: "desk", language: "en" },
  { look: "dark", size: "desk", language: "en" },
  { look: "arabic", size: "desk", language: "ar" },
] as const;
const SHRINK = `
import io, sys
from PIL import Image
picture = Image.open(io.BytesIO(sys.stdin.buffer.read()))
picture.thumbnail((960, 960))
picture.save(sys.argv[1], quality=68, method=6)
`;

/** Keep what the page shows as a small WebP, once all its pictures are there. */
async function keep(page: Page, name: string): Promise<void> {
  if (!name.endsWith("job")) await page.waitForLoadState("networkidle");
  await expect(page.locator(".animate-pulse")).toHaveCount(0);
  await page.waitForFunction(() =>
    [...document.images].every((one) => one.complete || one.loading === "lazy"),
  );
  await page.waitForTimeout(250);
  const input = await page.screenshot();
  execFileSync(PYTHON, ["-c", SHRINK, join(GALLERY, `${name}.webp`)], { input });
}

for (const { look, size, language } of LOOKS) {
  test(`${size} ${look}`, async ({ page, request, person }) => {
    mkdirSync(GALLERY, { recursive: true });
    const shot = (name: string) => keep(page, `${size}-${look}-${name}`);
    await page.setViewportSize(SIZES[size]);
    await page.emulateMedia({ colorScheme: look === "dark" ? "dark" : "light", reducedMotion: "reduce" });
    await page.evaluate((one) => localStorage.setItem("limner.language", one), language);
    const visit = async (path: string, name: string) => {
      await page.goto(path);
      await page.locator("h1").first().waitFor();
      await shot(name);
    };
    await visit("/gallery", "gallery-empty");
    await visit("/new", "new");
    await page.locator("input[type=file]").first().setInputFiles(photo());
    await page.locator("article").waitFor();
    await shot("photo");
    await page.locator("article button:not([aria-pressed], [role=radio])").first().click();
    await shot("frame");
    await visit(`/characters/${person.id}`, "character");
    await visit("/characters", "people");
    await visit(`/batch?person=${person.id}`, "batch");
    await visit(`/characters/${person.id}/create?part=clothes`, "create-clothes");
    await visit(`/characters/${person.id}/create?part=move`, "create-move");
    await visit(`/characters/${person.id}/create`, "create");
    await page.locator("main button.bg-madder").last().click();
    await page.getByRole("progressbar").waitFor();
    await shot("job");
    await page.waitForURL("**/gallery/*");
    await page.getByRole("slider").waitFor();
    await shot("picture");
    await visit("/gallery", "gallery");
    await visit("/account", "account");
    await visit("/workshop", "workshop");
    await signIn(page, request, ADMIN);
    for (const part of ["people", "work", "log"]) await visit(`/admin?part=${part}`, `admin-${part}`);
    await page.evaluate(() => localStorage.removeItem("limner.refresh"));
    await page.goto("/");
    await page.locator("input[type=email]").waitFor();
    await shot("welcome");
  });
}
