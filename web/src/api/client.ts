import createClient, { type Middleware } from "openapi-fetch";
import { freshAccessToken } from "@/features/session/tokens";
import type { components, paths } from "./schema";

export type Schema = components["schemas"];
export type Problem = Schema["Problem"];

/** A problem document of the API, thrown so that pages can show its words. */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

const withToken: Middleware = {
  async onRequest({ request }) {
    const token = await freshAccessToken();
    if (token) request.headers.set("Authorization", `Bearer ${token}`);
    return request;
  },
  async onResponse({ response }) {
    if (response.ok || response.status === 304) return undefined;
    throw new ApiProblem(await problemOf(response));
  },
};

/** The API by its generated types; every answer but a success is thrown as an `ApiProblem`. */
export const api = createClient<paths>({ baseUrl: "/" });
api.use(withToken);

/** The data of an answer that succeeded. */
export async function data<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T;
}

/** The problem an answer holds; what is no problem document becomes one. */
export async function problemOf(response: Response): Promise<Problem> {
  try {
    const body: unknown = await response.json();
    if (typeof body === "object" && body !== null && "code" in body && "detail" in body)
      return body as Problem;
  } catch {
    // A proxy's own page: its words are not for people.
  }
  return {
    type: "about:blank",
    title: response.statusText,
    status: response.status,
    code: response.status >= 500 ? "server" : "unknown",
    detail: "The server could not answer.",
    advice: "",
  };
}
