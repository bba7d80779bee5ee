// Roles and what the screens offer for them. The server decides; this only keeps away what it would refuse.

export const ROLES = [
  ["viewer", "reads what was found, and why"],
  ["analyst", "decides, starts runs, sees batches"],
  ["lead", "what analysts do, and suppresses"],
  ["detector-author", "reads, puts detectors forward"],
  ["sharing-officer", "reads, to hand findings to others"],
  ["auditor", "reads everything, users too"],
  ["ingest", "hands over events; for programs"],
  ["metrics", "reads figures; for programs"],
  ["administrator", "everything, users included"],
] as const;

export type Role = (typeof ROLES)[number][0];

export const readUsers: readonly Role[] = ["administrator", "auditor"];
export const changeUsers: readonly Role[] = ["administrator"];
export const startRuns: readonly Role[] = ["administrator", "analyst", "lead", "detector-author"];

export function hasOne(roles: readonly string[], needed: readonly Role[]): boolean {
  return needed.some((role) => roles.includes(role));
}

/** What a role opens besides itself: all that these open, it opens too. */
const INCLUDES: Partial<Record<Role, readonly Role[]>> = {
  analyst: ["viewer"],
  lead: ["viewer", "analyst"],
  "detector-author": ["viewer"],
  "sharing-officer": ["viewer"],
  auditor: ["viewer"],
  administrator: ROLES.map(([role]) => role),
};

/** The scopes that a token of somebody with these roles may have, in the order of the roles. */
export function scopesFor(roles: readonly string[]): Role[] {
  return ROLES.map(([role]) => role).filter((scope) => roles.some((role) => role === scope || INCLUDES[role as Role]?.includes(scope)));
}
