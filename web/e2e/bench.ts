import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { PYTHON } from "./server";
import { expect, test } from "./studio";

const ROOT = resolve(import.meta.dirname, "../..");
const OUT = join(ROOT, "out/bench");
const PICTURES = 10_000;
const MOST_IN_PAGE = 120;
const LOADS = 5;

type Frames = { frames: number; median: number; p95: number; worst: number; slow: number; most: number };

test("the gallery of ten thousand pictures, and the first paint", async ({ page, request, token }) => {
  test.setTimeout(600_000);
  const headers = { Authorization: `Bearer ${token}` };
  const me = await (await request.get("/api/v1/me", { headers })).json();
  const folder = process.env.LIMNER_E2E_DATA ?? "";
  execFileSync(PYTHON, ["-m", "benchmarks.fill_gallery", folder, me.id, String(PICTURES)], { cwd: ROOT });
  const paints: number[] = [];
  for (let load = 0; load < LOADS; load++) paints.push(await firstPaint(page));
  const scrolled = await scrollToEnd(page);
  const rows = [
    ["first contentful paint, median", middle(paints), "ms", 1000],
    ["main chunk, gzip", gzipped(/^index-/), "kB", 120],
    ["all scripts before the first page, gzip", gzipped(/./), "kB", "-"],
    [`frame while scrolling through ${PICTURES} pictures, median`, scrolled.median, "ms", "-"],
    ["the same, p95", scrolled.p95, "ms", "-"],
    ["the same, the longest", scrolled.worst, "ms", "-"],
    ["the same, share longer than 50 ms", scrolled.slow, "%", "-"],
    ["pictures in the page at most", scrolled.most, "", MOST_IN_PAGE],
  ];
  const table = rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
  mkdirSync(OUT, { recursive: true });
  writeFileSync(join(OUT, "studio.md"), `| | seen | unit | bar |\n|---|---|---|---|\n${table}\n`);
  process.stdout.write(`\n${table}\n(${scrolled.frames} frames)\n`);
  // Times depend on the machine and are only reported; that the page stays small does not.
  expect(scrolled.most).toBeLessThan(MOST_IN_PAGE);
});

const middle = (values: number[]): number =>
  Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0);

async function firstPaint(page: Page): Promise<number> {
  await page.goto("/gallery");
  await expect(page.getByRole("main").getByRole("listitem").first()).toBeVisible();
  return page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0);
}

/** As a finger that pushes on, some 6000 px a second, until nothing comes any more. */
function scrollToEnd(page: Page): Promise<Frames> {
  return page.evaluate(async (pictures) => {
    const times: number[] = [];
    const last = () => Math.max(0, ...[...document.querySelectorAll("main li")].map(place));
    const place = (item: Element) => Number(item.getAttribute("aria-posinset") ?? 0);
    let most = 0;
    let before = performance.now();
    const end = before + 480_000;
    while (last() < pictures && performance.now() < end) {
      const now = await new Promise<number>((frame) => requestAnimationFrame(frame));
      times.push(now - before);
      // A slow frame does not make the finger slower.
      window.scrollBy(0, Math.min(1200, 6 * (now - before)));
      before = now;
      if (times.length % 20 === 0) most = Math.max(most, document.querySelectorAll("main li").length);
    }
    if (last() < pictures) throw new Error(`only ${last()} pictures came`);
    const sorted = times.toSorted((a, b) => a - b);
    const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
    const slow = (100 * times.filter((time) => time > 50).length) / times.length;
    return {
      frames: times.length,
      median: at(0.5),
      p95: at(0.95),
      worst: at(1),
      slow: Math.round(slow * 10) / 10,
      most,
    };
  }, PICTURES);
}

/** Scripts that the page names and whose file name fits, in kB. */
function gzipped(wanted: RegExp): number {
  const folder = join(ROOT, "src/limner/api/studio/assets");
  const page = readFileSync(join(folder, "../index.html"), "utf8");
  const needed = readdirSync(folder).filter((name) => name.endsWith(".js") && page.includes(name));
  const bytes = needed
    .filter((name) => wanted.test(name))
    .map((name) => gzipSync(readFileSync(join(folder, name))).length);
  return Math.round(bytes.reduce((sum, one) => sum + one, 0) / 1024);
}
