/*---
id: shared-client
title: Accounts using the same client software
version: 1
status: active
kind: link
facet: client
description: >
  An operator runs one program for all accounts, and its name and version say so, if the operator
  does not care. Most clients are everybody's; a rare one used by few accounts is telling.
params:
  minAccounts: {type: integer, default: 2, min: 2, max: 1000, doc: fewest accounts that make a link}
schedule: {every: PT15M, timeout: PT60S}
falsePositives:
  - {id: popular-framework, note: "the users of a public agent framework or SDK; told apart by how many and how unlike they are"}
misses: >
  Operators that show a common client: most do. See shared-prompt-family and co-timing.
---*/
MATCH (i:Identifier)
WHERE i.kind = 'client'
  AND COUNT { (i)<-[:HAS_IDENTIFIER]-() } >= $minAccounts
CALL (i) {
  MATCH (i)<-[h:HAS_IDENTIFIER]-(a:Account)
  WHERE any(day IN h.days WHERE $from <= day <= $asOf)
    AND coalesce(a.status, 'active') <> 'deleted'
  RETURN collect(a) AS members
}
WITH i, members WHERE size(members) >= $minAccounts
RETURN i.id AS key, 'Identifier' AS type, 'client' AS facet, members
