import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, data } from "@/api/client";
import { type Character, characterQuery, type Tried } from "./characters";
import { changed, stepped, type Trail, trailOf } from "./trail";

/** Changing a character's attributes, undoing that and doing it again. */
export function useChanges(character: Character) {
  const queries = useQueryClient();
  const path = { character_id: character.id };
  const key = `limner.trail.${character.id}`;
  const kept = sessionStorage.getItem(key);
  const trail = trailOf(kept ? (JSON.parse(kept) as Trail) : null, character);
  const show = (next: Character, nextTrail: Trail) => {
    sessionStorage.setItem(key, JSON.stringify(nextTrail));
    queries.setQueryData(characterQuery(character.id).queryKey, next);
    void queries.invalidateQueries({ queryKey: ["characters"] });
  };
  const change = useMutation({
    mutationFn: (attributes: Tried) =>
      data(api.PATCH("/api/v1/characters/{character_id}", { params: { path }, body: { attributes } })),
    onSuccess: (next, attributes) => {
      keepDrawn(queries, character, attributes, next.version);
      show(next, changed(trail, next.version));
    },
  });
  const step = useMutation({
    mutationFn: (by: -1 | 1) => {
      const version = trail.versions[trail.at + by] ?? character.version;
      return data(
        api.PUT("/api/v1/characters/{character_id}/version", { params: { path }, body: { version } }),
      );
    },
    onSuccess: (next, by) => show(next, stepped(trail, by)),
  });
  return {
    change,
    step,
    mayUndo: trail.at > 0 && !step.isPending,
    mayRedo: trail.at < trail.versions.length - 1 && !step.isPending,
  };
}

/** What was drawn while it was tried on is the next version's drawing: it need not be drawn again. */
function keepDrawn(queries: QueryClient, { id, version }: Character, attributes: Tried, next: number): void {
  const tried = queries.getQueriesData<string>({ queryKey: ["preview", id, version, attributes] });
  for (const [[, , , , look], picture] of tried) {
    if (picture) queries.setQueryData(["preview", id, next, {}, look], picture);
  }
}
