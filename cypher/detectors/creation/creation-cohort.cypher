/*---
id: creation-cohort
title: Accounts created in one burst
version: 1
status: active
kind: link
facet: creation
description: >
  Accounts are made in batches: many within minutes, at times when few others are. The cohorts are
  found before links are, from the times of creation, against what the hour would bring by itself.
params:
  minAccounts: {type: integer, default: 2, min: 2, max: 1000, doc: fewest accounts that make a link}
schedule: {every: PT15M, timeout: PT60S}
falsePositives:
  - {id: term-start, note: "a class or a hackathon signs up together; told apart by different cards, prompts and hours afterwards"}
misses: >
  Operators that buy aged accounts or create a few a day: see shared-instrument and shared-prompt-
  family.
---*/
MATCH (p:Pattern)
WHERE p.kind = 'creation-cohort'
CALL (p) {
  MATCH (p)<-[:SHOWS]-(a:Account)
  WHERE coalesce(a.status, 'active') <> 'deleted'
  RETURN collect(a) AS members
}
WITH p, members WHERE size(members) >= $minAccounts
RETURN p.id AS key, 'Pattern' AS type, 'creation' AS facet, members
