import { useQueryClient } from "@tanstack/react-query";
import { api, data } from "@/api/client";
import { type Character, characterQuery } from "@/features/characters/characters";

/** Make a character of a face; the same face asked for twice, by an impatient thumb or a bad line, is one. */
export function useMeasure(): (photoId: string, face: number) => Promise<Character> {
  const queries = useQueryClient();
  return async (photoId, face) => {
    const character = await data(
      api.POST("/api/v1/characters", {
        body: { faces: [{ photo_id: photoId, face_number: face }], name: "", pronouns: "" },
        params: { header: { "Idempotency-Key": `${photoId}-${face}` } },
      }),
    );
    queries.setQueryData(characterQuery(character.id).queryKey, character);
    void queries.invalidateQueries({ queryKey: ["characters"] });
    return character;
  };
}
