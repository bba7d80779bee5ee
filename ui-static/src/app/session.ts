// Who is signed in. 'expired' keeps the page where it was and asks for the password on top of it.

import { signal } from "@preact/signals";
import { api, ApiError, whenSignedOut } from "../api/client";
import type { Session, Status } from "../api/types";

export type SessionState =
  | { kind: "starting" }
  | { kind: "signed-out" }
  | { kind: "unreachable"; message: string }
  | { kind: "signed-in"; session: Session }
  | { kind: "expired"; session: Session };

export const session = signal<SessionState>({ kind: "starting" });
export const status = signal<Status | null>(null);
/** Goes up with each sign-in, so that what failed while signed out is asked for again. */
export const generation = signal(0);

whenSignedOut(() => {
  const now = session.peek();
  session.value = now.kind === "signed-in" ? { kind: "expired", session: now.session } : now.kind === "expired" ? now : { kind: "signed-out" };
});

export async function resume(): Promise<void> {
  try {
    signedIn(await api.session());
  } catch (error) {
    const known = error instanceof ApiError && (error.status === 401 || error.status === 403);
    session.value = known ? { kind: "signed-out" } : { kind: "unreachable", message: error instanceof Error ? error.message : String(error) };
  }
}

export async function signIn(user: string, password: string): Promise<void> {
  await api.signIn(user, password);
  // The answer to the sign-in may carry a new CSRF token and no body: ask who we are.
  signedIn(await api.session());
}

export async function signOut(): Promise<void> {
  try {
    await api.signOut();
  } finally {
    session.value = { kind: "signed-out" };
    status.value = null;
  }
}

function signedIn(who: Session): void {
  session.value = { kind: "signed-in", session: who };
  generation.value++;
  void refreshStatus();
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
