let up = true;
const listeners = new Set<() => void>();

/** Whether the server can be reached, as far as the line for events knows. */
export function lineUp(): boolean {
  return up;
}

export function setLine(now: boolean): void {
  if (now === up) return;
  up = now;
  for (const listener of listeners) listener();
}

export function onLine(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
