import type { Page } from "@playwright/test";
import { arrive, testWith } from "./cloud";
import { expect, newPerson, type Person } from "./studio";

const house = testWith("openai-images", (cloud) => ({
  LIMNER_OPENAI_IMAGES_API_KEY: "fake-key-3f9a1c5e7b",
  LIMNER_OPENAI_IMAGES_BASE_URL: `${cloud.url}/v1`,
  LIMNER_MONTH_MICROUSD: "500000",
}));
const test = house.extend<{ drawn: Person }>({
  drawn: async ({ page, request }, use) => {
    const token = await arrive(page, request);
    await use(await newPerson(request, token));
  },
});

const drawnBy = (page: Page) => page.getByRole("combobox", { name: "Drawn by" });

test("the photo leaves after a yes, and a refusal ends in a picture drawn here", async ({
  page,
  cloud,
  drawn,
}) => {
  await page.goto(`/characters/${drawn.id}/create`);
  await drawnBy(page).selectOption({ label: "OpenAI" });
  await expect(page.getByText(/The photo goes to .*About \$0\.\d+ a picture\./)).toBeVisible();
  await page.getByLabel("Own wishes").fill("with a red balloon");
  const before = await cloud.generations();
  await page.getByRole("button", { name: "Draw", exact: true }).click();
  const question = page.getByRole("alertdialog");
  await expect(question).toContainText("May");
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/consent.png` });
  await question.getByRole("button", { name: "Never mind" }).click();
  expect(await cloud.generations()).toBe(before);

  await cloud.behave("refused_photo");
  await page.getByRole("button", { name: "Draw", exact: true }).click();
  await page.getByRole("button", { name: "Agree and draw" }).click();
  await page.waitForURL("**/gallery/*");
  await expect(page.getByText("OpenAI refused this picture.")).toBeVisible();
  await expect(page.getByText("Drawn by: This machine.")).toBeVisible();
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/refused.png` });
  expect(await cloud.generations()).toBe(before + 1);
});

test("what was drawn elsewhere says so, costs, and the yes is taken back", async ({ page, cloud, drawn }) => {
  await page.goto(`/characters/${drawn.id}/create`);
  await drawnBy(page).selectOption({ label: "OpenAI" });
  await page.getByRole("button", { name: "Draw", exact: true }).click();
  await page.getByRole("button", { name: "Agree and draw" }).click();
  await page.waitForURL("**/gallery/*");
  await expect(page.getByText("Drawn by:")).toHaveCount(0);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download as it came" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/original\.(png|jpeg|webp)$/);
  await page.goto("/account");
  await expect(page.getByText("Money this month")).toBeVisible();
  await expect(page.getByText("What providers took")).toBeVisible();
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/account.png` });
  const given = page.getByRole("listitem").filter({ hasText: "Photos may go to OpenAI" });
  await given.getByRole("button", { name: "Take back" }).click();
  await expect(given.getByText("Taken back on")).toBeVisible();
  const before = await cloud.generations();
  await page.goto(`/characters/${drawn.id}/create`);
  await drawnBy(page).selectOption({ label: "OpenAI" });
  await page.getByRole("button", { name: "Draw", exact: true }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  expect(await cloud.generations()).toBe(before);
});

test("a picture by hand is told in words, waited for and brought back", async ({ page, request, drawn }) => {
  await page.goto(`/characters/${drawn.id}/create`);
  await drawnBy(page).selectOption({ label: "A person draws it" });
  await page.getByRole("button", { name: "Draw", exact: true }).click();
  await page.getByRole("button", { name: "Agree and draw" }).click();
  await page.waitForURL("**/jobs/*");
  await expect(page.getByRole("heading", { name: "Being drawn by hand" })).toBeVisible();
  await expect(page.getByText("--ar 4:5")).toBeVisible();
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/hand.png`, fullPage: true });
  const link = await page.getByRole("link", { name: "The picture to draw from" }).getAttribute("href");
  expect((await request.get(link ?? "")).headers()["content-type"]).toBe("image/jpeg");

  const preview = await request.get("/api/v1/sample/preview?style=storybook&template=moon&width_px=480");
  const bring = page.locator("input[type=file]");
  await bring.setInputFiles({ name: "note.txt", mimeType: "image/png", buffer: Buffer.from("no picture") });
  await expect(page.getByRole("alert")).toBeVisible();
  await bring.setInputFiles({ name: "drawn.webp", mimeType: "image/webp", buffer: await preview.body() });
  await page.waitForURL("**/gallery/*");
  await expect(page.getByRole("slider", { name: "Photo and drawing" })).toBeVisible();
});

test("many pictures drawn elsewhere need a yes, say what all of them cost, and keep the month's money", async ({
  page,
  cloud,
  drawn,
}) => {
  await page.goto(`/batch?person=${drawn.id}`);
  await drawnBy(page).selectOption({ label: "OpenAI" });
  await page.getByText("In the forest").click();
  await expect(
    page.getByText(/The photo goes to .*About \$0\.\d+ a picture\. \$0\.\d+ for all of them\./),
  ).toBeVisible();
  const before = await cloud.generations();
  await page.getByRole("button", { name: "Draw 2 pictures" }).click();
  await expect(page.getByRole("alertdialog")).toContainText("May");
  expect(await cloud.generations()).toBe(before);
  await page.getByRole("button", { name: "Agree and draw" }).click();
  await expect(page.getByText("2 of 2 are done.")).toBeVisible({ timeout: 50_000 });
  expect(await cloud.generations()).toBe(before + 2);

  await page.goto(`/batch?person=${drawn.id}`);
  await drawnBy(page).selectOption({ label: "OpenAI" });
  for (const place of ["In the forest", "Before the castle", "On the ocean floor", "In the snow"])
    await page.getByText(place, { exact: true }).click();
  for (const style of ["Comic", "Watercolour", "Anime"]) await page.getByText(style, { exact: true }).click();
  await page.getByRole("button", { name: "Draw 20 pictures" }).click();
  await expect(page.getByRole("alert")).toContainText("The money for this month is used up.");
  expect(await cloud.generations()).toBe(before + 2);
});
