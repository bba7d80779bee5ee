/*---
id: shared-wallet-or-billing-name
title: Accounts with one wallet or one name on the invoice
version: 1
status: active
kind: link
facet: payment
description: >
  Cards rotate; the wallet they are loaded from, or the name the invoices go to, often stays. Both
  are identifiers that count as payment, because one act of paying shows both.
params:
  minAccounts: {type: integer, default: 2, min: 2, max: 1000, doc: fewest accounts that make a link}
schedule: {every: PT15M, timeout: PT60S}
falsePositives:
  - {id: common-billing-name, note: "unrelated customers of one name, or of one reseller that invoices for them; told apart by nothing else being shared"}
  - {id: company-invoices, note: "one company pays for its teams; told apart by verified members of one organization"}
misses: >
  Operators that pay under another name each time: see shared-instrument and creation-cohort.
---*/
MATCH (i:Identifier)
WHERE i.kind IN ['wallet', 'billing-name']
  AND COUNT { (i)<-[:HAS_IDENTIFIER]-() } >= $minAccounts
CALL (i) {
  MATCH (i)<-[h:HAS_IDENTIFIER]-(a:Account)
  WHERE any(day IN h.days WHERE $from <= day <= $asOf)
    AND coalesce(a.status, 'active') <> 'deleted'
  RETURN collect(a) AS members
}
WITH i, members WHERE size(members) >= $minAccounts
RETURN i.id AS key, 'Identifier' AS type, 'payment' AS facet, members
