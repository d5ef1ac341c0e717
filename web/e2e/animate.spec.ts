import { expect, hang, test } from "./studio";

test("a picture is set in motion, watched, held still and downloaded", async ({
  page,
  request,
  token,
  person,
}) => {
  await hang(page, request, token, person);
  await page.getByRole("button", { name: "Animate" }).click();
  const sheet = page.getByRole("dialog", { name: "What shall move?" });
  for (const name of ["Smile", "Tilt the head", "Breathe", "Depth"])
    await sheet.getByRole("checkbox", { name }).uncheck();
  await sheet.getByRole("button", { name: "Set it in motion" }).click();
  await page.waitForURL("**/jobs/*");
  await page.waitForURL("**/gallery/*");

  const picture = page.getByRole("main").getByRole("img").first();
  await expect(picture).toHaveAttribute("src", /\.loop\?/);
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(600);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download moving" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^limner-.*\.webp$/);
  await page.getByRole("button", { name: "Hold still" }).click();
  await expect(picture).toHaveAttribute("src", /\.screen\?/);

  await page.getByRole("button", { name: "Animate" }).click();
  await expect(sheet.getByRole("checkbox", { name: "Wave" })).toBeChecked();
  await expect(sheet.getByRole("checkbox", { name: "Smile" })).not.toBeChecked();
  await sheet.getByRole("checkbox", { name: "Wave" }).uncheck();
  await sheet.getByRole("checkbox", { name: "Blink" }).uncheck();
  await expect(sheet.getByRole("button", { name: "Set it in motion" })).toBeDisabled();
});

test("whoever wants less motion meets a still picture that plays when asked", async ({
  page,
  request,
  token,
  person,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await hang(page, request, token, person);
  await page.getByRole("button", { name: "Animate" }).click();
  await page.getByRole("button", { name: "Set it in motion" }).click();
  await page.waitForURL("**/jobs/*");
  await page.waitForURL("**/gallery/*");
  const picture = page.getByRole("main").getByRole("img").first();
  await expect(picture).toHaveAttribute("src", /\.screen\?/);
  await page.getByRole("button", { name: "Play" }).click();
  await expect(picture).toHaveAttribute("src", /\.loop\?/);
});
