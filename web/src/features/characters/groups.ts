import type { Attribute, Character } from "./characters";

export type Group = { name: string; attributes: Attribute[] };

/** Attributes as people think of a person; what is in none of these is an extra. */
const GROUPS: Record<string, RegExp> = {
  face: /^(age|skin|likeness)\.|^head\.skull/,
  hair: /^hair\.|^head\.covering/,
  eyes: /^(eyes|brows)\./,
  mouth: /^(mouth|lips)\./,
  glasses: /^glasses\./,
  beard: /^(beard|moustache)\./,
};

/** What is asked comes first, then the groups; a colour of something that is not there is left out. */
export function grouped(character: Character, attributes: Attribute[]): Group[] {
  const absent = absentColours(character);
  const shown = attributes.filter((one) => !absent.has(one.name));
  const of = (name: string) => Object.keys(GROUPS).find((group) => GROUPS[group]?.test(name)) ?? "extras";
  const groups = [...Object.keys(GROUPS), "extras"].map((name) => ({
    name,
    attributes: shown.filter((one) => of(one.name) === name),
  }));
  const asked = shown.filter((one) => character.asks.includes(one.name));
  return [{ name: "asked", attributes: asked }, ...groups].filter((group) => group.attributes.length > 0);
}

function absentColours(character: Character): Set<string> {
  const is = (name: string) => character.attributes[name]?.drawn ?? character.attributes[name]?.value;
  return new Set([
    ...(is("glasses.frame") === "none" ? ["glasses.colour"] : []),
    ...(is("beard.style") === "none" && is("moustache.style") === "none" ? ["beard.colour"] : []),
    ...(is("head.covering") === "none" ? ["head.covering_colour"] : []),
  ]);
}

/** How near a small picture comes, so that what is chosen can be seen in it. */
export function closeness(attribute: string): "bust" | "head" | "face" {
  if (attribute.startsWith("body.")) return "bust";
  return /^(hair|head|age|ears)\./.test(attribute) ? "head" : "face";
}
