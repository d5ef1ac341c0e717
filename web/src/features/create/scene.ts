import { useQuery } from "@tanstack/react-query";
import type { Schema } from "@/api/client";
import type { Character } from "@/features/characters/characters";
import { sceneOf } from "./composition";
import { sceneLayersQuery, scenePreviewQuery } from "./scenes";
import type { Composing } from "./useComposition";

/** What the parts of the page show and change: the picture that is composed, and who of it is chosen. */
export type Scene = {
  composing: Composing;
  characters: Character[];
  place: Schema["TemplateOut"];
  isPortrait: boolean;
  selected: number;
  select: (index: number) => void;
};

/** Pixels across of what is shown while composing. */
const SHOWN_PX = 640;

/** The picture as it will be drawn; that of a moment ago until it is there. */
export function useScenePreview({ composing, characters, isPortrait }: Scene) {
  const versions = characters.map((one) => one.version);
  return useQuery({
    ...scenePreviewQuery(sceneOf(composing.settled, SHOWN_PX), versions),
    enabled: !isPortrait,
  });
}

/** The parts of the picture, once somebody wants to move them. */
export function useSceneLayers({ composing, characters }: Scene, enabled: boolean) {
  const versions = characters.map((one) => one.version);
  return useQuery({ ...sceneLayersQuery(sceneOf(composing.settled, SHOWN_PX), versions), enabled });
}
