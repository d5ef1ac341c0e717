import type { APIRequestContext } from "@playwright/test";
import { newPerson, type Person } from "./studio";

/** A pattern of the studio's routes and an address it holds for; strangers come to those that are open. */
export type Screen = { route: string; path: string };

export const OPEN_SCREENS: Screen[] = [
  { route: "/welcome", path: "/welcome" },
  { route: "/reset-password", path: "/reset-password" },
  { route: "/verify-email", path: "/verify-email#token=none" },
  { route: "/oidc", path: "/oidc?error=access_denied&state=one" },
];

/** Every screen behind the door, each with something to see; `token` is an administrator's. */
export async function closedScreens(request: APIRequestContext, token: string): Promise<Screen[]> {
  const person = await newPerson(request, token);
  const { artworkId, batchId } = await drawn(request, token, person);
  const failedId = await failed(request, token);
  return [
    { route: "/gallery", path: "/gallery" },
    { route: "/gallery/:artworkId", path: `/gallery/${artworkId}` },
    { route: "/new", path: "/new" },
    { route: "/characters", path: "/characters" },
    { route: "/characters/:characterId", path: `/characters/${person.id}` },
    ...["place", "people", "clothes", "words", "move"].map((part) => ({
      route: "/characters/:characterId/create",
      path: `/characters/${person.id}/create?part=${part}`,
    })),
    { route: "/jobs/:jobId", path: `/jobs/${failedId}` },
    { route: "/batch", path: `/batch?person=${person.id}` },
    { route: "/batches/:batchId", path: `/batches/${batchId}` },
    { route: "/account", path: "/account" },
    { route: "/admin", path: "/admin" },
    { route: "/admin", path: "/admin?part=work" },
    { route: "/admin", path: "/admin?part=log" },
    { route: "/workshop", path: "/workshop" },
    { route: "*", path: "/nowhere" },
  ];
}

async function drawn(request: APIRequestContext, token: string, person: Person) {
  const headers = { Authorization: `Bearer ${token}` };
  const orders = [{ character_id: person.id, size_px: 512 }];
  const data = { orders, styles: ["storybook"], templates: ["moon"] };
  const batch = await (await request.post("/api/v1/batches", { headers, data })).json();
  const jobs = await (await request.get("/api/v1/jobs", { headers, params: { batch_id: batch.id } })).json();
  const job = await ended(request, token, jobs.items[0].id);
  return { artworkId: job.artwork_id as string, batchId: batch.id as string };
}

/** A job that failed: a portrait of somebody whose photo was deleted. */
async function failed(request: APIRequestContext, token: string): Promise<string> {
  const headers = { Authorization: `Bearer ${token}` };
  const person = await newPerson(request, token);
  const photos = await (await request.get("/api/v1/photos", { headers })).json();
  await request.delete(`/api/v1/photos/${photos.items[0].id}`, { headers });
  const data = { character_id: person.id, style: "watercolor-portrait" };
  const job = await (await request.post("/api/v1/jobs", { headers, data })).json();
  return (await ended(request, token, job.id)).id;
}

async function ended(request: APIRequestContext, token: string, id: string) {
  const headers = { Authorization: `Bearer ${token}` };
  for (;;) {
    const job = await (await request.get(`/api/v1/jobs/${id}`, { headers })).json();
    if (["done", "failed"].includes(job.state)) return job;
    await new Promise((later) => setTimeout(later, 300));
  }
}
