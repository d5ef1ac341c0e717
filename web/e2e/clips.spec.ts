import type { Page } from "@playwright/test";
import { arrive, testWith } from "./cloud";
import { expect, hang, newPerson } from "./studio";

const house = testWith("runway", (cloud) => ({
  LIMNER_RUNWAY_API_KEY: "fake-key-3f9a1c5e7b",
  LIMNER_RUNWAY_BASE_URL: cloud.url,
  LIMNER_RUNWAY_POLL_S: "0.2",
}));
const test = house.extend<{ picture: string }>({
  /** A finished picture, opened. */
  picture: async ({ page, request }, use) => {
    const token = await arrive(page, request);
    const person = await newPerson(request, token);
    await use(await hang(page, request, token, person));
  },
});

async function askForClip(page: Page) {
  await page.getByRole("button", { name: "Animate" }).click();
  const sheet = page.getByRole("dialog", { name: "What shall move?" });
  await sheet.getByRole("combobox", { name: "Moved by" }).selectOption({ label: "Runway" });
  return sheet;
}

test("a finished picture becomes a clip after a yes, plays and is downloaded", async ({
  page,
  cloud,
  picture,
}) => {
  const sheet = await askForClip(page);
  await sheet.getByRole("combobox", { name: "Length" }).selectOption({ label: "4 seconds" });
  await expect(sheet.getByText(/The picture goes to .* About \$0\.20 for the clip\./)).toBeVisible();
  await sheet.getByLabel("What happens").fill("the stars twinkle");
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/clip-ask.png` });
  const before = await cloud.generations();
  await sheet.getByRole("button", { name: "Set it in motion" }).click();
  const question = page.getByRole("alertdialog");
  await expect(question).toContainText("The photo stays here.");
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/clip-consent.png` });
  expect(await cloud.generations()).toBe(before);
  await question.getByRole("button", { name: "Agree and animate" }).click();
  await page.waitForURL("**/jobs/*");
  await page.waitForURL((url) => /\/gallery\/./.test(url.pathname) && !url.pathname.endsWith(picture));

  const video = page.locator("video");
  await expect.poll(() => video.evaluate((one: HTMLVideoElement) => Math.round(one.duration))).toBe(4);
  await expect(page.getByText("Moved by Runway.")).toBeVisible();
  await expect.poll(() => video.evaluate((one: HTMLVideoElement) => one.paused)).toBe(false);
  await page.getByRole("button", { name: "Hold still" }).click();
  await expect.poll(() => video.evaluate((one: HTMLVideoElement) => one.paused)).toBe(true);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/clip-plays.png` });
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download moving" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^limner-.*\.mp4$/);
  expect(await cloud.generations()).toBe(before + 1);

  await page.goto("/gallery");
  await expect(page.getByRole("img", { name: "Moves" })).toHaveCount(1);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/clip-gallery.png` });
});

test("a clip that was refused ends in a loop made here, and says so", async ({ page, cloud, picture }) => {
  const sheet = await askForClip(page);
  await cloud.behave("refused_picture");
  await sheet.getByRole("button", { name: "Set it in motion" }).click();
  await page.getByRole("button", { name: "Agree and animate" }).click();
  await page.waitForURL((url) => /\/gallery\/./.test(url.pathname) && !url.pathname.endsWith(picture));
  await expect(page.getByText("Runway refused this picture.")).toBeVisible();
  await expect(page.getByRole("main").getByRole("img").first()).toHaveAttribute("src", /\.loop\?/);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/clip-refused.png` });
});
