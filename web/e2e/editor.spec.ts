import type { APIRequestContext, Locator, Page } from "@playwright/test";
import { choose, expect, newPerson, type Person, test } from "./studio";

type Layer = { x: number; y: number; width: number; height: number; middle_x: number; middle_y: number };
type Point = { x: number; y: number };

const PAGE_WIDTH = 1000;
/** Of 255, over all pixels of both small copies: what the two sizes and lossy files may differ by. */
const ALIKE = 3;

const stage = (page: Page) => page.getByRole("application");
/** What is said about where somebody is, once the hand rests. */
const said = (page: Page) => page.getByRole("main").locator("output");
const radio = (page: Page, name: string) => page.getByRole("radio", { name, exact: true });

/** Two people of one account: Eileen, and Tom with other hair. */
async function pair(request: APIRequestContext, token: string, first: Person): Promise<Person> {
  const headers = { Authorization: `Bearer ${token}` };
  const second = await newPerson(request, token);
  const name = (id: string, data: object) => request.patch(`/api/v1/characters/${id}`, { headers, data });
  await name(first.id, { name: "Eileen" });
  await name(second.id, { name: "Tom", attributes: { "hair.style": "quiff", "hair.colour": "black" } });
  return second;
}

/** Where people are cut out of the page while nobody is moved. */
async function layersOf(request: APIRequestContext, token: string, people: Person[]): Promise<Layer[]> {
  const headers = { Authorization: `Bearer ${token}` };
  const data = { people: people.map((one) => ({ character_id: one.id })), width_px: 160 };
  return (await (await request.post("/api/v1/scenes/layers", { headers, data })).json()).people;
}

/** A point of the page, in page units, where it is on the screen. */
async function onScreen(page: Page, { x, y }: Point): Promise<Point> {
  const box = await stage(page).boundingBox();
  if (!box) throw new Error("the picture is not in sight");
  const unit = box.width / PAGE_WIDTH;
  return { x: box.x + x * unit, y: box.y + y * unit };
}

async function drag(page: Page, from: Point, to: Point): Promise<void> {
  const [start, end] = [await onScreen(page, from), await onScreen(page, to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 3 });
  await page.mouse.move(end.x, end.y, { steps: 3 });
  await page.mouse.up();
}

/** The mean difference of two pictures over all their pixels, 0..255. */
function difference(page: Page, one: string, other: string): Promise<number> {
  return page.evaluate(
    async (addresses) => {
      const pixels = async (address: string) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        const canvas = Object.assign(document.createElement("canvas"), { width: 160, height: 200 });
        const pen = canvas.getContext("2d");
        if (!pen) throw new Error("no canvas");
        pen.imageSmoothingQuality = "high";
        pen.drawImage(image, 0, 0, 160, 200);
        return pen.getImageData(0, 0, 160, 200).data;
      };
      const [a, b] = [await pixels(addresses[0] ?? ""), await pixels(addresses[1] ?? "")];
      return a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / (160 * 200 * 3);
    },
    [one, other],
  );
}

/** The true preview, once the hand rests and the server has drawn it. */
async function preview(page: Page): Promise<string> {
  const shown: Locator = page.getByRole("img", { name: "How it will look" });
  await expect(shown).toHaveAttribute("aria-busy", "false");
  return (await shown.getAttribute("src")) ?? "";
}

test("two people are placed by hand and drawn as they were shown", async ({
  page,
  request,
  token,
  person,
}) => {
  test.setTimeout(120_000);
  const tom = await pair(request, token, person);
  await page.goto(`/characters/${person.id}/create`);
  const alone = await preview(page);
  await page.getByRole("tab", { name: "People" }).click();
  await page.getByText("Tom", { exact: true }).click();
  await expect(page.getByRole("heading", { name: "A picture of Eileen and Tom" })).toBeAttached();
  await page.getByRole("button", { name: "Eileen further right" }).click();
  await page.getByRole("button", { name: "Undo" }).click();

  await page.getByRole("tab", { name: "Move" }).click();
  await stage(page).and(page.locator("[data-true=true]")).waitFor();
  const [, his] = await layersOf(request, token, [person, tom]);
  if (!his) throw new Error("nobody stands there");
  const middle = { x: his.middle_x, y: his.middle_y };
  await drag(page, middle, { x: middle.x + 60, y: middle.y - 150 });
  await expect(radio(page, "Tom")).toBeChecked();
  await expect(said(page)).toHaveText("6 % right, 15 % up");
  // The handle above the head, 37 degrees around the middle.
  const head = { x: his.x + his.width / 2 + 60, y: his.y - 150 };
  const arm = { x: head.x - (middle.x + 60), y: head.y - (middle.y - 150) };
  const tilted = {
    x: middle.x + 60 + arm.x * 0.8 - arm.y * 0.6,
    y: middle.y - 150 + arm.x * 0.6 + arm.y * 0.8,
  };
  await drag(page, head, tilted);
  await expect(said(page)).toHaveText("6 % right, 15 % up, turned 37° right");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(said(page)).toHaveText("6 % right, 15 % up");
  await page.getByRole("button", { name: "Redo" }).click();
  await page.getByRole("button", { name: "Mirror" }).click();
  await expect(said(page)).toHaveText("6 % right, 15 % up, turned 37° right, mirrored");

  await page.getByRole("tab", { name: "Clothes and pose" }).click();
  await page.getByText("Diver", { exact: true }).click();
  await page.getByRole("tab", { name: "Words" }).click();
  await page.getByLabel("Words in the picture").fill("Good night");
  const asShown = await preview(page);
  await page.reload();
  await expect(page.getByLabel("Words in the picture")).toHaveValue("Good night");
  expect(await preview(page)).toBe(asShown);

  await page.getByRole("button", { name: "Draw", exact: true }).click();
  await page.waitForURL("**/gallery/*");
  const headers = { Authorization: `Bearer ${token}` };
  const artwork = await request.get(`/api/v1/artworks/${page.url().split("/").pop()}`, { headers });
  const address = (await artwork.json()).screen_url;
  expect(await difference(page, address, asShown)).toBeLessThan(ALIKE);
  expect(await difference(page, address, alone)).toBeGreaterThan(3 * ALIKE);
  // Coming back to change it loses nothing.
  await page.goto(`/characters/${person.id}/create?part=words`);
  expect(await preview(page)).toBe(asShown);
});

test("everything hands do can be done by keyboard, and is said", async ({ page, person }) => {
  await page.goto(`/characters/${person.id}/create?part=move`);
  await stage(page).waitFor();
  await expect(page.getByRole("tab", { name: "Move" })).toBeInViewport({ ratio: 0.95 });
  await page.locator("body").press("Tab");
  for (let step = 0; step < 20; step += 1) {
    if (await stage(page).evaluate((one) => one === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(stage(page)).toBeFocused();
  for (const key of ["ArrowRight", "ArrowRight", "Shift+ArrowUp", "+", "]", "f"])
    await page.keyboard.press(key);
  await expect(said(page)).toHaveText("4 % right, 8 % up, size 105 %, turned 5° right, mirrored");
  await page.keyboard.press("f");
  await page.keyboard.press("[");
  await page.keyboard.press("-");
  await expect(said(page)).toHaveText("4 % right, 8 % up");
  await page.getByRole("button", { name: "Larger" }).focus();
  await page.keyboard.press("Enter");
  await expect(said(page)).toHaveText(/size 105 %/);
  await page.getByRole("button", { name: "As suggested" }).focus();
  await page.keyboard.press("Enter");
  await expect(said(page)).toHaveText("As suggested");
});

test("two fingers make somebody larger and turn them", async ({ page, context, person }) => {
  await page.goto(`/characters/${person.id}/create?part=move`);
  await stage(page).and(page.locator("[data-true=true]")).waitFor();
  const touch = await context.newCDPSession(page);
  const send = async (type: "touchStart" | "touchMove" | "touchEnd", points: Point[]) => {
    const touchPoints = await Promise.all(points.map((one) => onScreen(page, one)));
    await touch.send("Input.dispatchTouchEvent", { type, touchPoints });
  };
  await send("touchStart", [{ x: 400, y: 700 }]);
  await send("touchStart", [
    { x: 400, y: 700 },
    { x: 600, y: 700 },
  ]);
  for (const share of [0.5, 1])
    await send("touchMove", [
      { x: 400 - 20 * share, y: 700 - 80 * share },
      { x: 600 + 20 * share, y: 700 + 80 * share },
    ]);
  await send("touchEnd", []);
  await expect(said(page)).toHaveText(/size 14\d %, turned 3\d° right/);
});

test("a portrait, painted from the photo, has no scene to compose", async ({ page, person }) => {
  await page.goto(`/characters/${person.id}/create?part=move`);
  await page.getByRole("tab", { name: "Style and place" }).click();
  await choose(page, "Watercolour portrait");
  await expect(page.getByText("A portrait is painted from the photo itself.")).toBeVisible();
  await expect(page.getByRole("tab")).toHaveCount(0);
  await choose(page, "Comic");
  await expect(page.getByRole("tab", { name: "Move" })).toBeVisible();
});
