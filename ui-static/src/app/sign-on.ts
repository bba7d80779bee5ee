// Logging in by the site's identity provider: the browser leaves the page, and comes back to the place where it was.

import { signal } from "@preact/signals";
import { api } from "../api/client";

/** What the identity provider is called, null where there is none or it is not known yet. */
export const provider = signal<string | null>(null);
/** Why somebody who came back from there was not let in, in words. */
export const refused = signal<string | null>(null);

const PLACE = "iolaus-place";

const UNCLEAR = "What the identity provider answered cannot be believed. The server’s log says why.";

const REASONS: ReadonlyMap<string, string> = new Map(Object.entries({
  unavailable: "The identity provider does not answer. Try again in a moment, or sign in with a password if you have one.",
  expired: "That took too long, or was begun in another window. Try again.",
  declined: "The identity provider did not let you in.",
  invalid: UNCLEAR,
  level: "This kind of log-in is not enough here: sign in with your second factor.",
  unknown: "You are known to the identity provider, and not here: ask an administrator.",
  taken: "Somebody else goes by your name here: ask an administrator.",
  roles: "None of your groups has a role here: ask an administrator.",
  disabled: "Your account here is disabled: ask an administrator.",
  attempts: "Too many attempts from your address. Wait a minute.",
}));

export async function askForProvider(): Promise<void> {
  try {
    provider.value = (await api.provider()).name;
  } catch {
    // Whether the server answers is said elsewhere.
    provider.value = null;
  }
}

export function leaveForProvider(): void {
  sessionStorage.setItem(PLACE, location.hash);
  location.assign("/api/v1/session/sign-on");
}

export function reasonOf(search: string): string | null {
  const reason = new URLSearchParams(search).get("sign-on");
  return reason === null ? null : (REASONS.get(reason) ?? UNCLEAR);
}

/** To be called once, before anything reads the address. */
export function comeBack(): void {
  const place = sessionStorage.getItem(PLACE);
  sessionStorage.removeItem(PLACE);
  refused.value = reasonOf(location.search);
  if (refused.value === null && (place === null || location.hash !== "")) return;
  history.replaceState(null, "", location.pathname);
  if (place !== null && place.startsWith("#")) location.hash = place;
}
