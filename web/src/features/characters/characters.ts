import { queryOptions } from "@tanstack/react-query";
import { asAddress } from "@/api/asAddress";
import { ApiProblem, api, data, problemOf, type Schema } from "@/api/client";
import { freshAccessToken } from "@/features/session/tokens";

export type Character = Schema["CharacterOut"];
export type Attribute = Schema["AttributeOut"];
export type Tried = Record<string, string>;

export const characterQuery = (id: string) =>
  queryOptions({
    queryKey: ["character", id],
    queryFn: () =>
      data(api.GET("/api/v1/characters/{character_id}", { params: { path: { character_id: id } } })),
  });

export const charactersQuery = queryOptions({
  queryKey: ["characters"],
  queryFn: () => data(api.GET("/api/v1/characters", { params: { query: { limit: 100 } } })),
});

export const attributesQuery = queryOptions({
  queryKey: ["attributes"],
  queryFn: () => data(api.GET("/api/v1/attributes")),
  staleTime: Number.POSITIVE_INFINITY,
});

/** A small drawing of a character with attributes tried on, as an address for an <img>. */
export const previewQuery = (
  character: Pick<Character, "id" | "version">,
  attributes: Tried,
  look: { style: string; template: string | null; width_px: number },
) =>
  queryOptions({
    queryKey: ["preview", character.id, character.version, attributes, look],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 5 * 60_000,
    queryFn: async ({ signal }) => {
      const response = await fetch(`/api/v1/characters/${character.id}/preview`, {
        method: "POST",
        headers: { "Content-Type": "application/json", Authorization: `Bearer ${await freshAccessToken()}` },
        body: JSON.stringify({ attributes, ...look }),
        signal,
      });
      if (!response.ok) throw new ApiProblem(await problemOf(response));
      return asAddress(await response.blob());
    },
  });
