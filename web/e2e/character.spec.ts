import { expect, test } from "./studio";

test("what is uncertain is asked as two pictures, and an answer is undone", async ({ page, person }) => {
  await page.goto(`/characters/${person.id}`);
  await expect(page.getByRole("img", { name: "Your photo" })).toBeVisible();
  const questions = page.getByRole("tab", { name: /question/ });
  const before = await questions.textContent();
  const first = page.getByRole("tabpanel").getByRole("group").first();
  await expect(first.locator("img")).toHaveCount(2);
  await first.getByRole("button").first().click();
  await expect(questions).not.toHaveText(before ?? "");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(questions).toHaveText(before ?? "");
  await page.getByRole("button", { name: "Neither, show all" }).first().click();
  await expect(page.getByRole("tabpanel").getByRole("radio").first()).toBeAttached();
});

test("name and pronouns are kept, and a person is deleted after asking", async ({ page, person }) => {
  await page.goto(`/characters/${person.id}`);
  await page.getByLabel("Name").fill("Eileen");
  await page.getByLabel("Pronouns").fill("she/her");
  await page.getByRole("button", { name: "Keep" }).click();
  await expect(page.getByRole("heading", { name: "Eileen" })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Pronouns")).toHaveValue("she/her");
  await page.getByRole("button", { name: "Delete this person" }).click();
  const asked = page.getByRole("alertdialog", { name: "Delete Eileen?" });
  await asked.getByRole("button", { name: "Never mind" }).click();
  await expect(page.getByRole("heading", { name: "Eileen" })).toBeVisible();
  await page.getByRole("button", { name: "Delete this person" }).click();
  await asked.getByRole("button", { name: "Delete this person" }).click();
  await expect(page.getByText("Nobody has been drawn yet.")).toBeVisible();
});

test("a choice is shown at once", async ({ page, person }, info) => {
  await page.goto(`/characters/${person.id}`);
  await page.getByRole("tab", { name: "Glasses" }).click();
  const choice = page.getByText("Round", { exact: true });
  await choice.scrollIntoViewIfNeeded();
  await expect(choice.locator("img")).toBeVisible();
  const drawing = page.getByRole("img", { name: /^Drawing of/ });
  const before = await drawing.getAttribute("src");
  const tookMs = await choice.evaluate(async (label: HTMLElement, shown) => {
    const begun = performance.now();
    label.click();
    const now = () => document.querySelector("img[alt^='Drawing of']")?.getAttribute("src");
    while (now() === shown) await new Promise(requestAnimationFrame);
    return performance.now() - begun;
  }, before);
  info.annotations.push({ type: "redraw", description: `${Math.round(tookMs)} ms` });
  await expect(page.getByRole("radio", { name: "Round", exact: true })).toBeChecked();
});
