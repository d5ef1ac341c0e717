import { freshAccessToken } from "@/features/session/tokens";
import { ApiProblem, problemOf } from "./client";

/** Fetch a file that only its owner may have, and give it to the browser to keep; `asked` is sent when there is any. */
export async function saveFile(address: string, name: string, asked?: object): Promise<void> {
  const headers = { Authorization: `Bearer ${await freshAccessToken()}`, "Content-Type": "application/json" };
  const response = await fetch(
    address,
    asked ? { method: "POST", headers, body: JSON.stringify(asked) } : { headers },
  );
  if (!response.ok) throw new ApiProblem(await problemOf(response));
  const kept = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = kept;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(kept), 10_000);
}
