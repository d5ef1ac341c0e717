import type { Character } from "./characters";

/** The versions that led to the one that is shown, and those that were undone; `at` points to the one shown. */
export type Trail = { versions: number[]; at: number };

type Versions = Pick<Character, "version" | "latest_version">;

/** The trail as it was kept, unless the character was changed elsewhere meanwhile: then its versions in their order. */
export function trailOf(kept: Trail | null, character: Versions): Trail {
  if (kept && kept.versions[kept.at] === character.version) return kept;
  const versions = Array.from({ length: character.latest_version }, (_, index) => index + 1);
  return { versions, at: character.version - 1 };
}

/** After a change: what was undone before it can't be redone, and is not come back to by undoing. */
export function changed(trail: Trail, version: number): Trail {
  const versions = [...trail.versions.slice(0, trail.at + 1), version];
  return { versions, at: versions.length - 1 };
}

/** One step back (-1) or forth (1). */
export function stepped(trail: Trail, by: -1 | 1): Trail {
  return { ...trail, at: trail.at + by };
}
