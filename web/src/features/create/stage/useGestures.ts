import { type PointerEvent, useRef, useState } from "react";
import { handlesOf } from "../handles";
import { movablesOf } from "../mover";
import { distance, type Placing, type Point, settled } from "../placing";
import type { Scene } from "../scene";
import type { SceneLayers } from "../scenes";
import { type Guides, NO_GUIDES, snapped } from "../snap";
import { followed, type Gesture } from "./gesture";
import { touched } from "./touched";
import type { Parts } from "./useParts";

/** Somebody under a hand that has not let go yet. */
export type Held = { index: number; placing: Placing; guides: Guides };

/** In CSS pixels: half of a handle to touch, a tremble that moves nothing, and how near draws to a guide. */
export const HANDLE_PX = 22;
const TREMBLE_PX = 4;
const NEAR_PX = 8;

/** Moves people as fingers or the mouse go; what they did counts once they let go. */
export function useGestures(scene: Scene, layers: SceneLayers, parts: Parts | null, unit: number) {
  const [held, setHeld] = useState<Held | null>(null);
  const fingers = useRef(new Map<number, Point>());
  const gesture = useRef<Gesture | null>(null);
  // Events come faster than the page is shown.
  const latest = useRef<Held | null>(null);
  const hold = (next: Held | null) => {
    latest.current = next;
    setHeld(next);
  };
  const movables = movablesOf(scene, layers);

  const begin = (at: Point): Gesture | null => {
    const { selected } = scene;
    const chosen = movables[selected];
    if (!chosen) return null;
    const handles = handlesOf(chosen.layer, chosen.placing, layers, HANDLE_PX / unit);
    for (const kind of ["turn", "grow"] as const)
      if (distance(handles[kind], at) < HANDLE_PX / unit)
        return { index: selected, kind, start: chosen.placing, from: [at] };
    const index = touched(movables, parts, at);
    const start = index === null ? null : movables[index]?.placing;
    if (index === null || !start) return null;
    scene.select(index);
    return { index, kind: "move", start, from: [at] };
  };

  const down = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    fingers.current.set(event.pointerId, pointOf(event, unit));
    const from = [...fingers.current.values()];
    if (from.length === 1 && from[0]) gesture.current = begin(from[0]);
    if (from.length !== 2) return;
    const index = gesture.current?.index ?? scene.selected;
    const start = latest.current?.placing ?? movables[index]?.placing;
    if (start) gesture.current = { index, kind: "pinch", start, from };
  };

  const move = (event: PointerEvent<HTMLElement>) => {
    if (!fingers.current.has(event.pointerId)) return;
    fingers.current.set(event.pointerId, pointOf(event, unit));
    const now = gesture.current;
    const movable = now ? movables[now.index] : undefined;
    const to = [...fingers.current.values()];
    if (!now || !movable || !to[0] || !now.from[0]) return;
    const trembles = now.kind !== "pinch" && distance(now.from[0], to[0]) < TREMBLE_PX / unit;
    if (!latest.current && trembles) return;
    const { placing, guides } = snapped(movable.layer, followed(movable, now, to), layers, NEAR_PX / unit);
    const isCarried = now.kind === "move" || now.kind === "pinch";
    hold({ index: now.index, placing, guides: isCarried ? guides : NO_GUIDES });
  };

  const release = (event: PointerEvent<HTMLElement>, counts: boolean) => {
    if (!fingers.current.delete(event.pointerId)) return;
    gesture.current = null;
    const done = latest.current;
    const layer = done && movables[done.index]?.layer;
    if (counts && done && layer) scene.composing.adjust(done.index, settled(layer, done.placing, layers));
    hold(null);
  };

  return {
    held,
    handlers: {
      onPointerDown: down,
      onPointerMove: move,
      onPointerUp: (event: PointerEvent<HTMLElement>) => release(event, true),
      onPointerCancel: (event: PointerEvent<HTMLElement>) => release(event, false),
    },
  };
}

function pointOf(event: PointerEvent<HTMLElement>, unit: number): Point {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return { x: (event.clientX - left) / unit, y: (event.clientY - top) / unit };
}
