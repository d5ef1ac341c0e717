import { useQueries } from "@tanstack/react-query";
import { useEffect } from "react";
import { ApiProblem } from "@/api/client";
import { type Character, characterQuery } from "@/features/characters/characters";
import { withPeople } from "./composition";
import type { Composing } from "./useComposition";

/** Everybody in the scene, once all are known. Who was deleted meanwhile leaves it, unless they are the only one. */
export function usePeople({ composition, replace }: Composing) {
  const ids = composition.people.map((one) => one.character_id);
  const found = useQueries({ queries: ids.map(characterQuery) });
  const there = ids.filter((_, index) => !isGone(found[index]?.error));
  const someLeft = there.length > 0 && there.length < ids.length;
  useEffect(() => {
    if (someLeft) replace((now) => withPeople(now, there));
  });
  const characters = found.map((one) => one.data).filter((one): one is Character => one !== undefined);
  return {
    characters: characters.length === ids.length ? characters : null,
    error: someLeft ? null : found.find((one) => one.error)?.error,
    retry: () => Promise.all(found.map((one) => one.refetch())),
  };
}

function isGone(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.status === 404;
}
