/*---
id: co-timing
title: Accounts that act at the same moments, again and again
version: 1
status: active
kind: link
facet: timing
description: >
  A load balancer makes accounts call within the same seconds, day after day. The patterns are found
  before links are, from the activity of the window, and only where chance cannot explain the
  repetition; lines that stand for several exchanges say nothing of moments.
params:
  minAccounts: {type: integer, default: 2, min: 2, max: 1000, doc: fewest accounts that make a link}
schedule: {every: PT15M, timeout: PT60S}
falsePositives:
  - {id: ci-runners, note: "scheduled jobs start on the hour everywhere; told apart by cards and organizations"}
misses: >
  Operators that add random delays or keep a schedule for each account: see shared-prompt-family.
---*/
MATCH (p:Pattern)
WHERE p.kind = 'co-timing'
CALL (p) {
  MATCH (p)<-[:SHOWS]-(a:Account)
  WHERE coalesce(a.status, 'active') <> 'deleted'
  RETURN collect(a) AS members
}
WITH p, members WHERE size(members) >= $minAccounts
RETURN p.id AS key, 'Pattern' AS type, 'timing' AS facet, members
