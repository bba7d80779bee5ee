/*---
id: lockstep
title: Accounts that fall silent and come back together, again and again
version: 1
status: active
kind: link
facet: timing
description: >
  Accounts that one hand works with begin, pause and end together, whatever delays are added to each
  call. The patterns are found before links are, from the pauses of more than a day in the window,
  and only where neither everybody's weekends, holidays and outages nor the accounts' own regularity
  explain the repetition.
params:
  minAccounts: {type: integer, default: 2, min: 2, max: 1000, doc: fewest accounts that make a link}
schedule: {every: PT15M, timeout: PT60S}
falsePositives:
  - {id: project-team, note: "people of one project work and rest by one plan; told apart by verified members of one organization"}
misses: >
  Operators that never pause, or that keep a calendar for each account: see shared-prompt-family and
  shared-instrument.
---*/
MATCH (p:Pattern)
WHERE p.kind = 'lockstep'
CALL (p) {
  MATCH (p)<-[:SHOWS]-(a:Account)
  WHERE coalesce(a.status, 'active') <> 'deleted'
  RETURN collect(a) AS members
}
WITH p, members WHERE size(members) >= $minAccounts
RETURN p.id AS key, 'Pattern' AS type, 'timing' AS facet, members
