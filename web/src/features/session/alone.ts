const NAME = "limner.refresh";
const MARK = "limner.renewing";
const MOST_MS = 10_000;
const LOOK_MS = 50;

/** Do something while no other tab does. Plain http on a home network has no locks: there a mark that all tabs see. */
export async function alone<T>(work: () => Promise<T>): Promise<T> {
  const locks = navigator.locks as LockManager | undefined;
  if (locks) return locks.request(NAME, work) as Promise<T>;
  while (Number(localStorage.getItem(MARK)) > Date.now()) {
    await new Promise((looked) => setTimeout(looked, LOOK_MS));
  }
  // A tab that is closed meanwhile must not stop the others for ever.
  localStorage.setItem(MARK, String(Date.now() + MOST_MS));
  try {
    return await work();
  } finally {
    localStorage.removeItem(MARK);
  }
}
