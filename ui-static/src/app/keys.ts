// Single-letter keys act only where nothing is being typed, and can be switched off (WCAG 2.1.4).

import { signal } from "@preact/signals";

const KEY = "iolaus.keys";

export const keysOn = signal(read());
export const helpOpen = signal(false);

function read(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

export function setKeys(on: boolean): void {
  keysOn.value = on;
  try {
    localStorage.setItem(KEY, on ? "on" : "off");
  } catch {
    // Lasts as long as the page, then.
  }
}

/** True when a plain key pressed now is a command and not text, and no dialog is in front. */
export function isCommand(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null;
  const typing = target !== null && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
  return keysOn.value && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && document.querySelector("dialog[open]") === null;
}
