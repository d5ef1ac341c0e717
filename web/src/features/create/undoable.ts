const MOST_STEPS = 100;

/** Something with its earlier and its undone states. `stroke` names the change that still goes on. */
export type Undoable<T> = { past: readonly T[]; now: T; future: readonly T[]; stroke: string };

export function undoable<T>(now: T): Undoable<T> {
  return { past: [], now, future: [], stroke: "" };
}

/** Change it; changes of one stroke, such as a key held down, are undone together. */
export function changed<T>(all: Undoable<T>, now: T, stroke = ""): Undoable<T> {
  const goesOn = stroke !== "" && stroke === all.stroke;
  const past = goesOn ? all.past : [...all.past, all.now].slice(-MOST_STEPS);
  return { past, now, future: [], stroke };
}

/** The hand rests: the next change is a new one. */
export function rested<T>(all: Undoable<T>): Undoable<T> {
  return all.stroke ? { ...all, stroke: "" } : all;
}

export function undone<T>(all: Undoable<T>): Undoable<T> {
  const now = all.past.at(-1);
  if (now === undefined) return all;
  return { past: all.past.slice(0, -1), now, future: [all.now, ...all.future], stroke: "" };
}

export function redone<T>(all: Undoable<T>): Undoable<T> {
  const [now, ...future] = all.future;
  if (now === undefined) return all;
  return { past: [...all.past, all.now], now, future, stroke: "" };
}
