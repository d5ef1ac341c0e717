import { expect, test } from "./studio";

test("whoever comes by tries the sample before signing up", async ({ page }) => {
  await page.goto("/welcome");
  const drawing = page.getByRole("img", { name: "The sample photo's person" });
  await expect(drawing).toHaveAttribute("src", "/sample.webp");
  await expect(page.getByRole("img", { name: "The sample photo:" })).toBeVisible();
  await page.getByText("Comic", { exact: true }).click();
  await expect(drawing).toHaveAttribute("src", /^data:image\/webp/);
  const comic = await drawing.getAttribute("src");
  await page.getByText("Hair colour").click();
  await page.getByText("Red", { exact: true }).click();
  await expect(drawing).not.toHaveAttribute("src", comic ?? "");
  await page.getByRole("radio", { name: "Place" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Hair colour" })).toBeChecked();
});
