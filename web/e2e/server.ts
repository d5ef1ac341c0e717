import { execFileSync, spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

export const PYTHON = resolve(import.meta.dirname, "../../.venv/bin/python");
export const ADMIN = { email: "house@example.org", password: "a quiet long pass" };
const LONGEST_START_MS = 30_000;
/** Everybody in the tests comes from one address. */
const MANY_AT_ONE_ADDRESS = {
  LIMNER_LIMIT_SIGN_IN_ADDRESS: "10000/minute",
  LIMNER_LIMIT_SIGN_IN_EMAIL: "1000/minute",
  LIMNER_LIMIT_GENERATE: "1000/minute",
};

/** Start a server with nothing in it; the tests find it, and the sample photo, in the environment. */
export default async function start(): Promise<() => Promise<void>> {
  process.env.LIMNER_E2E_PHOTO = samplePhoto();
  const { url, folder, stop } = await serve();
  process.env.LIMNER_E2E_URL = url;
  process.env.LIMNER_E2E_DATA = folder;
  await firstAccount();
  return stop;
}

/** A server of its own with an empty folder, and settings beside the usual ones. */
export async function serve(settings: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "limner-studio-"));
  symlinkSync(dirname(samplePhoto()), join(folder, "models"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(PYTHON, ["-m", "limner", "serve", "--port", String(port)], {
    env: {
      ...process.env,
      ...MANY_AT_ONE_ADDRESS,
      LIMNER_DATA_DIR: folder,
      LIMNER_PUBLIC_URL: url,
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const written = createWriteStream(join(folder, "server.log"));
  server.stdout.pipe(written);
  server.stderr.pipe(written);
  await answering(`${url}/api/v1/auth/options`);
  const stop = async () => {
    const ended = new Promise((done) => server.once("exit", done));
    server.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, folder, stop };
}

function samplePhoto(): string {
  const find = "from limner import model_files; print(model_files.path('sample-astronaut.png'))";
  return execFileSync(PYTHON, ["-c", find], { encoding: "utf8" }).trim();
}

/** Whoever comes first looks after the house, and can't leave it alone: everybody else is an ordinary person. */
async function firstAccount(): Promise<void> {
  await fetch(`${process.env.LIMNER_E2E_URL}/api/v1/auth/register`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(ADMIN),
  });
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function answering(url: string): Promise<void> {
  const until = Date.now() + LONGEST_START_MS;
  while (Date.now() < until) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((later) => setTimeout(later, 200));
  }
  throw new Error("the server did not start");
}
