import type { Placing } from "./placing";

type Say = (key: string, numbers?: { n: number }) => string;

/** Where somebody stands, in words: how far from the suggestion in hundredths of the page's width, and how changed. */
export function whereabouts(placing: Placing, say: Say): string[] {
  const [across, down] = [Math.round(placing.dx / 10), Math.round(placing.dy / 10)];
  const size = Math.round(placing.scale * 100);
  const turn = Math.round(placing.turn_deg);
  const said = [
    across !== 0 && say(across > 0 ? "where.right" : "where.left", { n: Math.abs(across) }),
    down !== 0 && say(down > 0 ? "where.down" : "where.up", { n: Math.abs(down) }),
    size !== 100 && say("where.size", { n: size }),
    turn !== 0 && say(turn > 0 ? "where.turnedRight" : "where.turnedLeft", { n: Math.abs(turn) }),
    placing.flip && say("where.flipped"),
  ].filter((one) => one !== false);
  return said.length > 0 ? said : [say("where.suggested")];
}
