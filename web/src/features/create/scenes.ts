import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { asAddress } from "@/api/asAddress";
import { api, data, type Schema } from "@/api/client";
import { unplaced } from "./composition";

type Scene = Schema["SceneIn"];
export type SceneLayers = Schema["SceneLayersOut"];

const KEPT_MS = 5 * 60_000;

/** What a job draws of this scene, as an address for an <img>. `versions` are those of its characters. */
export const scenePreviewQuery = (scene: Scene, versions: readonly number[]) =>
  queryOptions({
    queryKey: ["scene", "preview", scene, versions],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: KEPT_MS,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      asAddress(await data(api.POST("/api/v1/scenes/preview", { body: scene, parseAs: "blob", signal }))),
  });

/** The parts of this scene; where its people were moved to makes no difference. */
export const sceneLayersQuery = (scene: Scene, versions: readonly number[]) => {
  const body = unplaced(scene);
  return queryOptions({
    queryKey: ["scene", "layers", body, versions],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: KEPT_MS,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => data(api.POST("/api/v1/scenes/layers", { body, signal })),
  });
};
