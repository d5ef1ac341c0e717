import { expect, test } from "./studio";

test("a picture that ends while somebody looks at something else is told of", async ({ page, person }) => {
  await page.goto(`/characters/${person.id}/create`);
  await page.getByRole("button", { name: "Draw", exact: true }).click();
  await page.waitForURL("**/jobs/*");
  await page.getByRole("link", { name: "People" }).click();
  await expect(page.getByText("Your picture is done.")).toBeVisible();
  await page.getByRole("button", { name: "Look" }).click();
  await page.waitForURL("**/gallery/*");
});

test("a picture that is being drawn is found again from everywhere", async ({
  page,
  person,
  request,
  token,
}) => {
  const headers = { Authorization: `Bearer ${token}` };
  const orders = Array.from({ length: 4 }, (_, seed) => ({ character_id: person.id, seed }));
  for (const data of orders) await request.post("/api/v1/jobs", { headers, data });
  await page.goto("/characters");
  await page.getByRole("link", { name: /being drawn/ }).click();
  await expect(page).toHaveURL(/\/jobs\/|\/gallery\//);
});

test("a drawing is watched as it comes into being", async ({ page, person }) => {
  const stages: string[] = [];
  page.on("response", (answer) => {
    if (answer.url().includes("/pictures/stage.") && answer.ok()) stages.push(answer.url());
  });
  await page.goto(`/characters/${person.id}/create`);
  await page.getByRole("button", { name: "Draw", exact: true }).click();
  await page.waitForURL("**/jobs/*");
  await expect(page.getByRole("img", { name: /^The drawing/ })).toBeVisible();
  await page.waitForURL("**/gallery/*");
  expect(stages.length).toBeGreaterThan(0);
});
