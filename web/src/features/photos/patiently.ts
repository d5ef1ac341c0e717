/** Pauses before a broken line is tried again; after the last one the person is asked. */
const PAUSES_MS = [1000, 3000, 8000];

/**
 * Do something over a line that may break, again from the start each time it does. Answers of the server, good or bad,
 * end it: only what never arrived (a TypeError, as `fetch` has it) is tried again.
 */
export async function patiently<T>(
  attempt: () => Promise<T>,
  onAgain: (again: number) => void,
  signal: AbortSignal,
  pausesMs: number[] = PAUSES_MS,
): Promise<T> {
  for (const [index, pauseMs] of pausesMs.entries()) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof TypeError) || signal.aborted) throw error;
      await lineBack(pauseMs, signal);
      onAgain(index + 1);
    }
  }
  return attempt();
}

/** After a pause, or as soon as the device says that it has a line again. */
function lineBack(pauseMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = window.setTimeout(resolve, pauseMs);
    window.addEventListener("online", () => resolve(), { once: true, signal });
    signal.addEventListener("abort", () => {
      window.clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
