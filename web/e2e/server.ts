import { execFileSync, spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

export const PYTHON = resolve(import.meta.dirname, "../../.venv/bin/python");
export const ADMIN = { email: "house@example.org", password: "a quiet long pass" };
const LONGEST_START_MS = 30_000;

/** Start a server of its own with nothing in it; the tests find it, and the sample photo, in the environment. */
export default async function start(): Promise<() => Promise<void>> {
  const find = "from limner import model_files; print(model_files.path('sample-astronaut.png'))";
  const photo = execFileSync(PYTHON, ["-c", find], { encoding: "utf8" }).trim();
  const folder = mkdtempSync(join(tmpdir(), "limner-studio-"));
  symlinkSync(dirname(photo), join(folder, "models"));
  const port = await freePort();
  const server = spawn(PYTHON, ["-m", "limner", "serve", "--port", String(port)], {
    env: { ...process.env, LIMNER_DATA_DIR: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log = createWriteStream(join(folder, "server.log"));
  server.stdout.pipe(log);
  server.stderr.pipe(log);
  process.env.LIMNER_E2E_URL = `http://127.0.0.1:${port}`;
  process.env.LIMNER_E2E_PHOTO = photo;
  await answering(`${process.env.LIMNER_E2E_URL}/api/v1/auth/options`);
  await firstAccount();
  return async () => {
    const ended = new Promise((done) => server.once("exit", done));
    server.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
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
