import { after, type Move } from "./moves";
import { type Layer, type Placing, SUGGESTED, settled } from "./placing";
import type { Scene } from "./scene";
import type { SceneLayers } from "./scenes";

/** One of the people as they can be moved about: as cut out of the page, and where they are. */
export type Movable = { layer: Layer; placing: Placing };

export function movablesOf({ composing }: Scene, layers: SceneLayers): Movable[] {
  return layers.people.map((layer, index) => ({
    layer,
    placing: composing.composition.people[index]?.adjustments ?? SUGGESTED,
  }));
}

/** Moves whoever is chosen by one step; steps of one kind in a row are undone together. */
export function step(
  { composing, selected }: Scene,
  layers: SceneLayers,
  move: Move,
  isStride = false,
): void {
  const layer = layers.people[selected];
  const placing = composing.composition.people[selected]?.adjustments;
  if (!layer || !placing) return;
  const isOnce = move === "flip" || move === "reset";
  composing.adjust(
    selected,
    settled(layer, after(layer, placing, move, isStride), layers),
    isOnce ? "" : move,
  );
}
