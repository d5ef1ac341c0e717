import type { Page } from "@playwright/test";

const MOST_STEPS = 400;

/** What a walk through a page by Tab found wrong: what is never reached, and what doesn't show that it has the focus. */
export async function tabbingFaults(page: Page): Promise<string[]> {
  const wanted = await page.evaluate(mark);
  const reached = new Set<string>();
  const faults = wanted.length > 0 ? [] : ["nothing can be acted on"];
  for (let step = 0; step < MOST_STEPS && wanted.some((one) => !reached.has(one)); step += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(focused);
    if (at && !reached.has(at.name) && !at.isSeen) faults.push(`${at.name} shows no focus`);
    if (at) reached.add(at.name);
  }
  for (const one of wanted) if (!reached.has(one)) faults.push(`${one} is not reached`);
  return faults.map((fault) => `${page.url()} ${fault}`);
}

/** Name whatever a person may act on, and say the names; of radios and tabs that belong together one is enough. */
function mark(): string[] {
  const acts = "a[href],button,input,select,textarea,summary,[tabindex]";
  const names = new Set<string>();
  for (const one of document.querySelectorAll<HTMLElement>(acts)) {
    // What is one of a group is reached by the arrows once the group is.
    const isGrouped = one.matches("[role=tab],input[type=radio]");
    const isShown =
      one.checkVisibility({ visibilityProperty: true }) && !one.closest("[inert],[aria-hidden=true]");
    if (!isShown || one.matches(":disabled") || (one.tabIndex < 0 && !isGrouped)) continue;
    const list = one.closest("[role=tablist]");
    const group = one.matches("[role=tab]") ? list?.id || list?.ariaLabel : (one as HTMLInputElement).name;
    const words = one.ariaLabel ?? (one.closest("label") ?? one).textContent ?? "";
    one.dataset.walk = isGrouped
      ? `group ${group}`
      : `${names.size} ${one.tagName} ${words.trim().slice(0, 40)}`;
    names.add(one.dataset.walk);
  }
  (document.activeElement as HTMLElement | null)?.blur();
  return [...names];
}

/** What has the focus, and whether an outline appears for it: on itself, its label, or what it lies in. */
function focused(): { name: string; isSeen: boolean } | null {
  const at = document.activeElement as HTMLElement | null;
  if (!at || at === document.body) return null;
  const near = [at, at.parentElement, at.parentElement?.parentElement, at.closest("label")];
  const around = [...near, ...(at.closest("label")?.children ?? [])].filter(
    (one) => one instanceof HTMLElement,
  );
  const outlines = () =>
    around.map((one) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
      const isDrawn = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
      return isDrawn ? `${outlineWidth} ${outlineColor}` : "";
    });
  const withFocus = outlines();
  at.blur();
  const without = outlines();
  at.focus();
  const isSeen = withFocus.some((outline, place) => outline && outline !== without[place]);
  return { name: at.dataset.walk ?? `${at.tagName} ${at.textContent?.slice(0, 40)}`, isSeen };
}
