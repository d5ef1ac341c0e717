import { gzipSync } from "node:zlib";
import { expect, test } from "./studio";

const MAIN_KB = 120;

test("the main file is light, and the editor comes only when it is wanted", async ({
  page,
  request,
  person,
}) => {
  const document = await (await request.get("/")).text();
  const main = document.match(/<script type="module"[^>]*src="([^"]+)"/)?.[1] ?? "";
  const weight = gzipSync(await (await request.get(main)).body()).length / 1000;
  console.log(`main file: ${weight.toFixed(1)} kB gzip`);
  expect(weight).toBeLessThan(MAIN_KB);

  const scripts: string[] = [];
  page.on("request", (one) => one.resourceType() === "script" && scripts.push(one.url()));
  const hasKonva = async () => {
    const texts = await Promise.all(scripts.map(async (url) => (await request.get(url)).text()));
    return texts.some((text) => text.includes("KonvaCanvas"));
  };
  await page.goto(`/characters/${person.id}/create`);
  await page.getByRole("img", { name: "How it will look" }).waitFor();
  expect(scripts.length).toBeGreaterThan(0);
  expect(await hasKonva()).toBe(false);
  await page.getByRole("tab", { name: "Move" }).click();
  await page.getByRole("application").waitFor();
  expect(await hasKonva()).toBe(true);
});
