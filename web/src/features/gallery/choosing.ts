/** Which pictures are chosen; `last` is where a range begins. */
export type Chosen = { ids: ReadonlySet<string>; last: number | null };

export const NOTHING: Chosen = { ids: new Set(), last: null };

/** Choose a picture or let it go; with `toHere` everything from the last one chosen up to it. */
export function choose(chosen: Chosen, shown: readonly string[], index: number, toHere: boolean): Chosen {
  const id = shown[index];
  if (id === undefined) return chosen;
  const ids = new Set(chosen.ids);
  if (toHere && chosen.last !== null) {
    const [from, to] = [Math.min(chosen.last, index), Math.max(chosen.last, index)];
    for (const one of shown.slice(from, to + 1)) ids.add(one);
  } else if (!ids.delete(id)) ids.add(id);
  return { ids, last: index };
}

/** Do something with each, a few at a time; the first failure is thrown once all have ended. */
export async function withEach(ids: Iterable<string>, work: (id: string) => Promise<unknown>): Promise<void> {
  const waiting = [...ids];
  const failures: unknown[] = [];
  const oneByOne = async () => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      await work(id).catch((failure: unknown) => failures.push(failure));
    }
  };
  await Promise.all([oneByOne(), oneByOne(), oneByOne(), oneByOne()]);
  if (failures.length > 0) throw failures[0];
}
