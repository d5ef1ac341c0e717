import type { Attribute } from "./characters";

/** How far a number is moved to be seen, as a share of its range. */
const SEEN = 0.35;

/** What a question shows side by side: what was measured, and what it is mistaken for most easily. */
export function pairOf(attribute: Attribute, drawn: string): [string, string] {
  switch (attribute.kind) {
    case "yes_no":
      return ["true", "false"];
    case "number":
      return [drawn, otherNumber(attribute, Number(drawn))];
    case "colour":
      return [drawn, nearestColour(Object.values(attribute.words ?? {}), drawn)];
    default:
      return [drawn, neighbour(Object.keys(attribute.words ?? {}), drawn)];
  }
}

/** Words stand in an order in which neighbours are alike. */
function neighbour(words: string[], drawn: string): string {
  const at = words.indexOf(drawn);
  return words[at + 1] ?? words[at - 1] ?? drawn;
}

function nearestColour(colours: string[], drawn: string): string {
  const others = colours.filter((one) => one !== drawn);
  const far = (colour: string) =>
    Math.hypot(...channels(colour).map((c, i) => c - (channels(drawn)[i] ?? 0)));
  return others.reduce((best, one) => (far(one) < far(best) ? one : best), others[0] ?? drawn);
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function otherNumber({ low, high }: Attribute, drawn: number): string {
  const [from, to] = [low ?? 0, high ?? 1];
  const by = (to - from) * SEEN;
  return String(Math.round(100 * (drawn < (from + to) / 2 ? drawn + by : drawn - by)) / 100);
}
