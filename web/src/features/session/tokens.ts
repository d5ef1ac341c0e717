import type { Schema } from "@/api/client";
import { alone } from "./alone";

const KEY = "limner.refresh";
/** An access token is renewed so long before it ends. */
const MARGIN_MS = 60_000;

let access: { token: string; endsAt: number } | null = null;
let renewing: Promise<string | null> | null = null;
const listeners = new Set<() => void>();

export function isSignedIn(): boolean {
  return localStorage.getItem(KEY) !== null;
}

/** Called when somebody signs in or out, here or in another tab. */
export function onSessionChange(listener: () => void): () => void {
  const fromOtherTab = (event: StorageEvent) => {
    if (event.key === KEY) listener();
  };
  listeners.add(listener);
  window.addEventListener("storage", fromOtherTab);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", fromOtherTab);
  };
}

export function keepTokens(tokens: Schema["TokensOut"]): void {
  access = { token: tokens.access_token, endsAt: Date.now() + tokens.expires_in_s * 1000 };
  const before = localStorage.getItem(KEY);
  localStorage.setItem(KEY, tokens.refresh_token);
  if (before === null) tell();
}

export function forgetTokens(): void {
  access = null;
  localStorage.removeItem(KEY);
  tell();
}

/** A token that is good for a while yet, renewed when needed; null when nobody is signed in. */
export async function freshAccessToken(): Promise<string | null> {
  if (access && access.endsAt - MARGIN_MS > Date.now()) return access.token;
  if (!isSignedIn()) return null;
  // A refresh token is good for one use: requests and tabs that start together share one renewal.
  renewing ??= alone(renew).finally(() => {
    renewing = null;
  });
  return renewing;
}

async function renew(): Promise<string | null> {
  const refreshToken = localStorage.getItem(KEY);
  if (!refreshToken) return null;
  const response = await fetch("/api/v1/auth/refresh", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ refresh_token: refreshToken }),
  });
  if (response.status === 401 || response.status === 422) {
    forgetTokens();
    return null;
  }
  // The server is away: nobody is signed out for that.
  if (!response.ok) return access?.token ?? null;
  keepTokens((await response.json()) as Schema["TokensOut"]);
  return access?.token ?? null;
}

function tell(): void {
  for (const listener of listeners) listener();
}
