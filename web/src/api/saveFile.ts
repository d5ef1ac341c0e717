import { freshAccessToken } from "@/features/session/tokens";
import { ApiProblem, problemOf } from "./client";

/** Fetch a file that only its owner may have, and give it to the browser to keep. */
export async function saveFile(address: string, name: string): Promise<void> {
  const response = await fetch(address, {
    headers: { Authorization: `Bearer ${await freshAccessToken()}` },
  });
  if (!response.ok) throw new ApiProblem(await problemOf(response));
  const kept = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = kept;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(kept), 10_000);
}
