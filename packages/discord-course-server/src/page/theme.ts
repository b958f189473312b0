/** Light or dark: as the system is, unless the reader has chosen. Loaded before the page is drawn. */

export type Theme = "system" | "light" | "dark";

const key = "theme";

export function storedTheme(): Theme {
  const stored = localStorage.getItem(key);
  return stored === "light" || stored === "dark" ? stored : "system";
}

export function setTheme(theme: Theme): void {
  localStorage.setItem(key, theme);
  document.documentElement.dataset["theme"] = theme;
}

document.documentElement.dataset["theme"] = storedTheme();
