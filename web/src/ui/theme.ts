const KEY = "limner.theme";
export type Theme = "auto" | "light" | "dark";

export function chosenTheme(): Theme {
  const kept = localStorage.getItem(KEY);
  return kept === "light" || kept === "dark" ? kept : "auto";
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  showTheme();
}

/** Show the page as the person chose, or as their device has it. */
export function showTheme(): void {
  document.documentElement.dataset.theme = chosenTheme();
}
