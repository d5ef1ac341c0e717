export type Toast = {
  words: string;
  action?: string;
  onAction?: () => void;
  /** It waits until it is answered. */
  stays?: boolean;
};

/** Long enough to read it and to reach for it. */
const SHOWN_MS = 10_000;
let now: Toast | null = null;
let timer = 0;
const listeners = new Set<() => void>();

/** Say what was just done, with the way to undo it where there is one, for a while. */
export function showToast(toast: Toast | null): void {
  now = toast;
  window.clearTimeout(timer);
  if (toast && !toast.stays) timer = window.setTimeout(() => showToast(null), SHOWN_MS);
  for (const listener of listeners) listener();
}

export function toastNow(): Toast | null {
  return now;
}

export function onToast(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
