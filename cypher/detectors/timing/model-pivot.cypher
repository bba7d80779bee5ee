/*---
id: model-pivot
title: Accounts that moved to a new model at the same first opportunity
version: 1
status: active
kind: link
facet: timing
description: >
  One configuration is changed, and all accounts behind it use another model from that day on. The
  patterns are found before links are, from complete moves only, and only on days on which more of
  those who could moved than the population's own adoption leads one to expect.
params:
  minAccounts: {type: integer, default: 2, min: 2, max: 1000, doc: fewest accounts that make a link}
schedule: {every: PT15M, timeout: PT60S}
falsePositives:
  - {id: enthusiasts, note: "people who take up a release at once; told apart by nothing else being shared"}
  - {id: framework-update, note: "users of one framework whose default changes; told apart by cards and addresses"}
misses: >
  Operators that move their accounts one by one, or stay with a model: see co-timing and lockstep.
---*/
MATCH (p:Pattern)
WHERE p.kind = 'model-pivot'
CALL (p) {
  MATCH (p)<-[:SHOWS]-(a:Account)
  WHERE coalesce(a.status, 'active') <> 'deleted'
  RETURN collect(a) AS members
}
WITH p, members WHERE size(members) >= $minAccounts
RETURN p.id AS key, 'Pattern' AS type, 'timing' AS facet, members
