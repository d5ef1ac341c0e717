/** The token of a mailed link. It stands behind the #, which browsers send to no server. */
export function mailedToken(): string {
  return new URLSearchParams(location.hash.slice(1)).get("token") ?? "";
}
