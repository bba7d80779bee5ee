// How somebody stands with the server, and how that changes. Pure, so that it can be tested without one.

import type { Session } from "../api/types";

export type Step = NonNullable<Session["due"]>;

export type SessionState =
  | { kind: "starting" }
  | { kind: "signed-out" }
  | { kind: "unreachable"; message: string }
  | { kind: "signed-in"; session: Session }
  /** Something has to be done first. `over`: on top of the page where they were, which stays. */
  | { kind: "due"; session: Session; step: Step; over: boolean }
  /** Keeps the page where it was and asks for the password on top of it. */
  | { kind: "expired"; session: Session };

/** After the server has said who is there. */
export function after(now: SessionState, who: Session): SessionState {
  return who.due === null ? { kind: "signed-in", session: who } : { kind: "due", session: who, step: who.due, over: pageOf(now) !== null };
}

/** After the server has said that the session is over. */
export function ended(now: SessionState): SessionState {
  const session = pageOf(now);
  return session === null ? { kind: "signed-out" } : { kind: "expired", session };
}

/** Whose page is on the screen; null where there is none. */
export function pageOf(now: SessionState): Session | null {
  return now.kind === "signed-in" || now.kind === "expired" || (now.kind === "due" && now.over) ? now.session : null;
}
