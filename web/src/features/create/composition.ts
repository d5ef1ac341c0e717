import type { Schema } from "@/api/client";
import { type Placing, SUGGESTED } from "./placing";
import { type Undoable, undoable } from "./undoable";

/** What is changed about somebody for this picture alone; null is what the place suggests. */
export type Adjustments = Placing & {
  attributes: Record<string, string>;
  outfit: string | null;
  pose: string | null;
  tilt_deg: number;
};
export type Person = { character_id: string; adjustments: Adjustments };

/** A picture while it is thought of: everything an order needs. People stand from left to right. */
export type Composition = {
  style: string;
  template: string;
  seed: number;
  caption: string;
  provider: string;
  /** What the person wants besides, for who takes words. */
  wishes?: string;
  people: Person[];
};

export const UNCHANGED: Adjustments = { ...SUGGESTED, attributes: {}, outfit: null, pose: null, tilt_deg: 0 };
/** Wide enough for a screen; the print is drawn larger from the same page. */
const ORDERED_PX = 1440;

export function newPerson(characterId: string): Person {
  return { character_id: characterId, adjustments: UNCHANGED };
}

function begun(characterId: string): Composition {
  return {
    style: "storybook",
    template: "moon",
    seed: 1,
    caption: "",
    provider: "local",
    people: [newPerson(characterId)],
  };
}

const keyOf = (characterId: string) => `limner.scene.${characterId}`;

/** What was composed last around this character in this window, with what can be undone. */
export function kept(characterId: string): Undoable<Composition> {
  const text = sessionStorage.getItem(keyOf(characterId));
  return text ? (JSON.parse(text) as Undoable<Composition>) : undoable(begun(characterId));
}

export function keep(characterId: string, all: Undoable<Composition>): void {
  sessionStorage.setItem(keyOf(characterId), JSON.stringify(all));
}

/** With these people, who keep what was changed about them; who is new stands to the right. */
export function withPeople(composition: Composition, characterIds: readonly string[]): Composition {
  const there = composition.people.filter((one) => characterIds.includes(one.character_id));
  const ids = there.map((one) => one.character_id);
  const added = characterIds.filter((id) => !ids.includes(id)).map(newPerson);
  return { ...composition, people: [...there, ...added] };
}

/** With somebody one place further to the left (-1) or to the right (1). */
export function withPersonMoved(composition: Composition, index: number, by: -1 | 1): Composition {
  const people = [...composition.people];
  people.splice(index + by, 0, ...people.splice(index, 1));
  return { ...composition, people };
}

/** With something changed about one of the people. */
export function withAdjustments(
  composition: Composition,
  index: number,
  changes: Partial<Adjustments>,
): Composition {
  const people = composition.people.map((one, at) =>
    at === index ? { ...one, adjustments: { ...one.adjustments, ...changes } } : one,
  );
  return { ...composition, people };
}

/** The scene to be shown. */
export function sceneOf(composition: Composition, widthPx: number): Schema["SceneIn"] {
  const { style, template, seed, caption, people } = composition;
  return { style, template, seed, caption, people, width_px: widthPx };
}

/** The same with everybody where the place suggests: what an editor moves about. */
export function unplaced(scene: Schema["SceneIn"]): Schema["SceneIn"] {
  const people = scene.people.map((one) => ({
    ...one,
    adjustments: { ...one.adjustments, ...SUGGESTED },
  }));
  return { ...scene, people };
}

/** The order to draw it. A portrait, painted from the photo, is of the first person alone and has no place. */
export function orderOf(composition: Composition, isPortrait: boolean): Schema["DrawOrder"] {
  const { people, caption, wishes = "", ...scene } = composition;
  const [first, ...beside] = people;
  const order = { ...scene, character_id: first?.character_id ?? null, size_px: ORDERED_PX, words: wishes };
  return isPortrait ? order : { ...order, caption, adjustments: first?.adjustments ?? UNCHANGED, beside };
}
