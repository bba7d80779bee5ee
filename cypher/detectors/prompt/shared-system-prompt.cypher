/*---
id: shared-system-prompt
title: Accounts sending one system prompt
version: 1
status: active
kind: link
facet: prompt
description: >
  An operator's program sends its system prompt with every call. So does a public agent framework,
  for thousands of strangers: by itself this says little.
params:
  minAccounts: {type: integer, default: 2, min: 2, max: 1000, doc: fewest accounts that make a link}
schedule: {every: PT15M, timeout: PT60S}
falsePositives:
  - {id: agent-framework, note: "the users of a public agent framework; told apart by different cards, addresses and hours"}
misses: >
  Operators that vary or leave out the system prompt: see shared-prompt-family.
---*/
MATCH (f:PromptFamily)
WHERE f.kind = 'system'
CALL (f) {
  MATCH (f)<-[:PROMPTED]-(a:Account)
  WHERE coalesce(a.status, 'active') <> 'deleted'
  RETURN collect(a) AS members
}
WITH f, members WHERE size(members) >= $minAccounts
RETURN f.id AS key, 'PromptFamily' AS type, 'prompt' AS facet, members
