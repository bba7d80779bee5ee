// Who is signed in, and what the server last said of itself.

import { signal } from "@preact/signals";
import { hasOne, type Role } from "../access/roles";
import { api, ApiError, whenDue, whenSignedOut } from "../api/client";
import type { Session, Status } from "../api/types";
import { go, queueLink } from "./route";
import { after, ended, pageOf, type SessionState } from "./standing";

export const session = signal<SessionState>({ kind: "starting" });
export const status = signal<Status | null>(null);
/** Goes up with each sign-in, so that what failed while signed out is asked for again. */
export const generation = signal(0);

whenSignedOut(() => (session.value = ended(session.peek())));

// Only the server knows what is due now.
whenDue(() => void resume());

export async function resume(): Promise<void> {
  try {
    settle(await api.session());
  } catch (error) {
    const known = error instanceof ApiError && (error.status === 401 || error.status === 403);
    if (!known) session.value = { kind: "unreachable", message: error instanceof Error ? error.message : String(error) };
    else session.value = ended(session.peek());
  }
}

export async function signIn(user: string, password: string): Promise<void> {
  settle(await api.signIn(user, password));
}

export async function signOut(): Promise<void> {
  try {
    await api.signOut();
  } finally {
    leave();
  }
}

/** Ends all sessions of the user, this one too. */
export async function signOutEverywhere(): Promise<void> {
  await api.signOutEverywhere();
  leave();
}

/** Whoever signs in next begins at the beginning. */
function leave(): void {
  go(queueLink());
  session.value = { kind: "signed-out" };
  status.value = null;
}

/** Goes on from what the server says of the session: in, or to the next step. */
export function settle(who: Session): void {
  const next = after(session.peek(), who);
  session.value = next;
  if (next.kind !== "signed-in") return;
  generation.value++;
  void refreshStatus();
}

/** Whether who is on the screen has a role for something. */
export function can(needed: readonly Role[]): boolean {
  return hasOne(pageOf(session.value)?.roles ?? [], needed);
}

export async function refreshStatus(): Promise<void> {
  try {
    status.value = await api.status();
  } catch {
    // The status line says that it does not know; the page itself reports what failed.
    status.value = null;
  }
}

setInterval(() => {
  if (session.peek().kind === "signed-in" && document.visibilityState === "visible") void refreshStatus();
}, 60_000);
