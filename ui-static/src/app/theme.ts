// Light, dark, or as the system says. The chart and the timeline read the same CSS variables and redraw when `theme` changes.

import { computed, effect, signal } from "@preact/signals";

export type Choice = "system" | "light" | "dark";

const KEY = "iolaus.theme";
const dark = matchMedia("(prefers-color-scheme: dark)");
const systemDark = signal(dark.matches);
dark.addEventListener("change", (event) => (systemDark.value = event.matches));

export const choice = signal<Choice>(stored());
export const theme = computed<"light" | "dark">(() =>
  choice.value === "system" ? (systemDark.value ? "dark" : "light") : choice.value,
);

effect(() => {
  document.documentElement.dataset.theme = theme.value;
  try {
    localStorage.setItem(KEY, choice.value);
  } catch {
    // Storage may be off; the choice then lasts as long as the page.
  }
});

function stored(): Choice {
  try {
    const value = localStorage.getItem(KEY);
    return value === "light" || value === "dark" ? value : "system";
  } catch {
    return "system";
  }
}

export const stillness = matchMedia("(prefers-reduced-motion: reduce)");

/** The present value of a CSS variable. */
export function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
