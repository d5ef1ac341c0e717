import { readFileSync } from "node:fs";
import { expect, mailedLink, newAddress, PASSWORD, signIn, test } from "./studio";

const bearer = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });

test("one device, all others and all are signed out", async ({ page, request, token }) => {
  const { email } = await (await request.get("/api/v1/me", bearer(token))).json();
  const data = { email, password: PASSWORD };
  for (let more = 0; more < 3; more += 1) await request.post("/api/v1/auth/token", { data });
  await page.goto("/account");
  const devices = page.getByRole("region", { name: "Signed-in devices" });
  await expect(devices.getByRole("listitem")).toHaveCount(4);
  await devices.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await expect(devices.getByRole("listitem")).toHaveCount(3);
  await devices.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(devices.getByRole("listitem")).toHaveCount(1);
  await expect(devices.getByText("This device")).toBeVisible();
  await devices.getByRole("button", { name: "Sign out everywhere" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Sign out everywhere" }).click();
  await page.waitForURL("**/welcome**");
  expect((await request.get("/api/v1/me", bearer(token))).status()).toBe(401);
});

test("a key is shown once, may only what it may, is renewed and taken back", async ({
  page,
  request,
  token,
}) => {
  expect(token).not.toBe("");
  await page.goto("/account");
  const keys = page.getByRole("region", { name: "Keys for programs" });
  await keys.getByLabel("A new key for").fill("A frame on the wall");
  await keys.getByLabel("Add photos and draw").uncheck();
  await keys.getByRole("button", { name: "Make" }).click();
  const pictures = async (key: string) => (await request.get("/api/v1/artworks", bearer(key))).status();
  const first = (await keys.locator("code").textContent()) ?? "";
  expect(await pictures(first)).toBe(200);
  const refused = await request.post("/api/v1/albums", { ...bearer(first), data: { title: "Ours" } });
  expect(refused.status()).toBe(403);

  await keys.getByRole("button", { name: "Renew" }).click();
  await expect(keys.locator("code")).not.toHaveText(first);
  await expect(keys.getByText("The old text works until")).toBeVisible();
  const second = (await keys.locator("code").textContent()) ?? "";
  expect([await pictures(first), await pictures(second)]).toEqual([200, 200]);

  await keys.getByRole("button", { name: "Remove" }).click();
  const asked = page.getByRole("alertdialog");
  await expect(asked).toContainText("A frame on the wall");
  await asked.getByRole("button", { name: "Never mind" }).click();
  expect(await pictures(second)).toBe(200);
  await keys.getByRole("button", { name: "Remove" }).click();
  await asked.getByRole("button", { name: "Remove" }).click();
  await expect(keys.locator("code")).toHaveCount(0);
  await expect(keys.getByText("A frame on the wall")).toHaveCount(0);
  expect([await pictures(first), await pictures(second)]).toEqual([401, 401]);
});

test("a new password needs the old one and signs the others out", async ({ page, request, token }) => {
  const { email } = await (await request.get("/api/v1/me", bearer(token))).json();
  const data = { email, password: PASSWORD };
  const other = await (await request.post("/api/v1/auth/token", { data })).json();
  await page.goto("/account");
  const change = page.getByRole("button", { name: "Change password" });
  await page.getByLabel("Your password now").fill("not my password");
  await page.getByLabel("Your new password").fill("three quiet green boats");
  await change.click();
  await expect(page.getByRole("alert")).toContainText("The old password is wrong.");
  await page.getByLabel("Your password now").fill(PASSWORD);
  await change.click();
  await expect(page.getByText("Your password is changed.")).toBeVisible();
  await expect(change).toBeDisabled();
  expect((await request.get("/api/v1/me", bearer(other.access_token))).status()).toBe(401);
  expect((await request.post("/api/v1/auth/token", { data })).status()).toBe(401);
  await signIn(page, request, { email, password: "three quiet green boats" });
  await page.goto("/account");
  await expect(page.getByText(email)).toBeVisible();
});

test("an address is confirmed by the mailed link", async ({ page, request, token }) => {
  const { email } = await (await request.get("/api/v1/me", bearer(token))).json();
  await page.goto("/account");
  await expect(page.getByText("Address not confirmed yet")).toBeVisible();
  await page.getByRole("button", { name: "Send the link again" }).click();
  await expect(page.getByText("A mail with a link is on its way.")).toBeVisible();
  // One came with the account, which this one replaces.
  await page.goto(await mailedLink(email, 2));
  await expect(page.getByRole("heading", { name: "Your address is confirmed" })).toBeVisible();
  await page.goto("/account");
  await expect(page.getByText("Address confirmed")).toBeVisible();
});

test("a forgotten password is replaced by the mailed link", async ({ page, request }) => {
  const data = { email: newAddress(), password: PASSWORD };
  await request.post("/api/v1/auth/register", { data });
  await page.goto("/welcome");
  await page.getByRole("button", { name: "Forgot your password?" }).click();
  await page.getByLabel("E-mail").fill(data.email);
  await mailedLink(data.email, 1);
  await page.getByRole("button", { name: "Send me a mail" }).click();
  await page.goto(await mailedLink(data.email, 2));
  await page.getByLabel("Password").fill("three quiet green boats");
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByRole("heading", { name: "Your password is changed" })).toBeVisible();
  expect((await request.post("/api/v1/auth/token", { data })).status()).toBe(401);
});

test("what was agreed to is listed and taken back", async ({ page, request, token }) => {
  await page.goto("/account");
  const consents = page.getByRole("region", { name: "What you agreed to" });
  await expect(consents).toContainText("No photo leaves this Limner without your yes.");
  const data = { what: "provider:gemini", version: "2026-01" };
  await request.post("/api/v1/me/consents", { ...bearer(token), data });
  await page.reload();
  await expect(consents.getByRole("listitem")).toContainText("Photos may go to Gemini");
  await consents.getByRole("button", { name: "Take back" }).click();
  await expect(consents.getByRole("listitem")).toContainText("Taken back on");
  await expect(consents.getByRole("button")).toHaveCount(0);
});

test("photos are kept as long as said", async ({ page, request, token }) => {
  await page.goto("/account");
  await page.getByLabel("Keep photos").selectOption({ label: "30 days" });
  const days = async () => (await (await request.get("/api/v1/me", bearer(token))).json()).photo_days;
  await expect.poll(days).toBe(30);
  await page.reload();
  await expect(page.getByLabel("Keep photos")).toHaveValue("30");
  await page.getByLabel("Keep photos").selectOption({ label: "Until I delete them" });
  await expect.poll(days).toBeNull();
});

test("everything is taken along in one file", async ({ page, person }) => {
  await page.goto("/account");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download everything" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("limner.zip");
  const zip = readFileSync(await file.path());
  expect(zip.subarray(0, 2).toString()).toBe("PK");
  expect(zip.includes(person.id) || zip.includes("characters")).toBe(true);
});

test("everything is erased, with a receipt", async ({ page, person }) => {
  expect(person.id).not.toBe("");
  await page.goto("/account");
  await page.getByRole("button", { name: "Erase everything" }).click();
  await page.getByRole("button", { name: "Keep everything" }).click();
  await page.getByRole("button", { name: "Erase everything" }).click();
  const erase = page.getByRole("region", { name: "Erase everything" });
  await erase.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByText("Everything is erased")).toBeVisible();
  await expect(page.getByText("Photos: 1")).toBeVisible();
  await expect(page.getByText(/^Receipt /)).toBeVisible();
  await page.getByRole("button", { name: "Leave" }).click();
  await page.waitForURL("**/welcome**");
});
