// What a change of a user takes away, which is asked about before it is made.

import type { User, UserState } from "../api/types";

export interface Draft {
  roles: readonly string[];
  state: UserState;
}

export interface Change {
  roles?: readonly string[];
  state?: UserState;
}

/** What differs; null if nothing does. */
export function changeOf(user: User, draft: Draft): Change | null {
  const change: Change = {};
  if (draft.roles.length !== user.roles.length || draft.roles.some((role) => !user.roles.includes(role))) change.roles = draft.roles;
  if (draft.state !== user.state) change.state = draft.state;
  return Object.keys(change).length === 0 ? null : change;
}

/** What the user loses by it, in words; null if nothing. */
export function lossOf(user: User, draft: Draft): string | null {
  if (draft.state === "disabled" && user.state === "active") return `${user.name} can no longer log in, its tokens stop working and its sessions end.`;
  const lost = user.roles.filter((role) => !draft.roles.includes(role));
  return lost.length === 0 ? null : `${user.name} loses ${lost.join(", ")}. Its sessions end, and its tokens lose that too.`;
}
