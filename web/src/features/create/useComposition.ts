import { useEffect, useState } from "react";
import { type Adjustments, type Composition, keep, kept, withAdjustments } from "./composition";
import { changed, redone, rested, undone } from "./undoable";

/** How long a hand that types, or holds a key down, pauses before the picture is drawn anew. */
const REST_MS = 350;

/** The picture that is composed around a character: changed, undone, kept over leaving the page. */
export function useComposition(characterId: string) {
  const [all, setAll] = useState(() => kept(characterId));
  const [settled, setSettled] = useState(all.now);
  if (all.stroke === "" && settled !== all.now) setSettled(all.now);
  useEffect(() => keep(characterId, all), [characterId, all]);
  useEffect(() => {
    if (all.stroke === "") return undefined;
    const timer = window.setTimeout(() => setAll(rested), REST_MS);
    return () => window.clearTimeout(timer);
  }, [all]);
  const replace = (next: (now: Composition) => Composition, stroke = "") =>
    setAll((was) => changed(was, next(was.now), stroke));
  return {
    composition: all.now,
    /** The same as it was when the hand last rested. */
    settled,
    replace,
    change: (changes: Partial<Composition>, stroke?: string) =>
      replace((now) => ({ ...now, ...changes }), stroke),
    adjust: (index: number, changes: Partial<Adjustments>, stroke?: string) =>
      replace((now) => withAdjustments(now, index, changes), stroke ? `${stroke}${index}` : ""),
    undo: all.past.length > 0 ? () => setAll(undone) : null,
    redo: all.future.length > 0 ? () => setAll(redone) : null,
  };
}

export type Composing = ReturnType<typeof useComposition>;
