import { api, data } from "@/api/client";
import { keepTokens } from "./tokens";

const KEY = "limner.oidc.back";

/** Go to the identity provider; `back` is where the person wanted to be. */
export async function beginOidc(invitation: string | null, back: string | null): Promise<void> {
  const { url } = await data(api.POST("/api/v1/auth/oidc/begin", { body: { invitation } }));
  sessionStorage.setItem(KEY, back ?? "");
  location.assign(url);
}

/** Sign in with what the provider added to the address; gives where the person wanted to be. */
export async function finishOidc(search: URLSearchParams): Promise<string | null> {
  const body = { state: search.get("state") ?? "", code: search.get("code") ?? "" };
  const back = sessionStorage.getItem(KEY);
  keepTokens(await data(api.POST("/api/v1/auth/oidc/finish", { body })));
  sessionStorage.removeItem(KEY);
  return back || null;
}

/** Only pages of the studio itself are gone back to. */
export function safeTarget(back: string | null): string {
  return back?.startsWith("/") && !back.startsWith("//") && !back.startsWith("/\\") ? back : "/gallery";
}
