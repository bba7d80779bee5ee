/*---
id: shared-prompt-family
title: Accounts filling in one prompt template
version: 1
status: active
kind: link
facet: prompt
description: >
  The prompts of a campaign are fills of a few templates; the skeletons are found before links are,
  from the prompts of the window. Accounts that use the same skeleton are linked.
params:
  minAccounts: {type: integer, default: 2, min: 2, max: 1000, doc: fewest accounts that make a link}
schedule: {every: PT15M, timeout: PT60S}
falsePositives:
  - {id: viral-prompt, note: "a prompt that went round, or a course's homework; told apart by different cards, addresses and ages"}
  - {id: benchmark-researchers, note: "evaluations with the same public data sets; told apart by cards and organizations"}
  - {id: campus-hackathon, note: "one cause behind template, network and week; told apart by cards, and by what it is not aimed at"}
misses: >
  Operators that write each prompt anew: see co-timing and shared-instrument.
---*/
MATCH (f:PromptFamily)
WHERE f.kind = 'prompt'
CALL (f) {
  MATCH (f)<-[:PROMPTED]-(a:Account)
  WHERE coalesce(a.status, 'active') <> 'deleted'
  RETURN collect(a) AS members
}
WITH f, members WHERE size(members) >= $minAccounts
RETURN f.id AS key, 'PromptFamily' AS type, 'prompt' AS facet, members
