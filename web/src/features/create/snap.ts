import { degrees, type Layer, type Placing } from "./placing";

/** Lines to show while somebody is moved: where the scene suggests them, or the middle of the page. */
export type Guides = { x: number | null; y: number | null };
export type Snapped = { placing: Placing; guides: Guides };

export const NO_GUIDES: Guides = { x: null, y: null };
const TURN_DEG = 4;
const SCALE = 0.04;

/** Draws a placing to the suggestion, and to the middle of the page, when it comes within `near` page units. */
export function snapped(layer: Layer, placing: Placing, page: { width: number }, near: number): Snapped {
  const toMiddle = page.width / 2 - layer.middle_x;
  const dx = [0, toMiddle].find((one) => Math.abs(placing.dx - one) < near);
  const dy = Math.abs(placing.dy) < near ? 0 : undefined;
  const quarter = 90 * Math.round(placing.turn_deg / 90);
  const turn = Math.abs(placing.turn_deg - quarter) < TURN_DEG ? degrees(quarter) : placing.turn_deg;
  return {
    placing: {
      ...placing,
      dx: dx ?? placing.dx,
      dy: dy ?? placing.dy,
      scale: Math.abs(placing.scale - 1) < SCALE ? 1 : placing.scale,
      turn_deg: turn,
    },
    guides: {
      x: dx === undefined ? null : layer.middle_x + dx,
      y: dy === undefined ? null : layer.ground_y,
    },
  };
}
