/*---
id: shared-instrument
title: Accounts paying with one instrument
version: 1
status: active
kind: link
facet: payment
description: >
  An operator opens many accounts on one card; a household shares it between two or three, a company
  between its seats. Which of these it is, weighing decides: found is whatever more than one account
  paid with inside the window.
params:
  minAccounts: {type: integer, default: 2, min: 2, max: 1000, doc: fewest accounts that make a link}
schedule: {every: PT15M, timeout: PT60S}
falsePositives:
  - {id: corporate-card, note: "one team pays for many seats; told apart by verified members of one organization"}
  - {id: household, note: "a family shares a card, an address and a device; told apart by size, and by nothing hostile"}
  - {id: weak-match-key, note: "strangers whose cards agree in BIN, last four digits and expiry; told apart by nothing else being shared"}
misses: >
  Rings that use one card per account: see shared-prompt-family, co-timing and creation-cohort.
---*/
MATCH (i:PaymentInstrument)
WHERE COUNT { (i)<-[:PAID_WITH]-() } >= $minAccounts       // read from the node, so that most instruments cost nothing
CALL (i) {
  MATCH (i)<-[p:PAID_WITH]-(a:Account)
  WHERE any(day IN p.days WHERE $from <= day <= $asOf)     // active inside the window, not merely around it
    AND coalesce(a.status, 'active') <> 'deleted'
  RETURN collect(a) AS members
}
WITH i, members WHERE size(members) >= $minAccounts
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members
