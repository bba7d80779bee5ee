/*---
id: shared-identifier
title: Accounts showing one device, email, phone or other identifier
version: 1
status: active
kind: link
facet: client
description: >
  Devices, recovery addresses, phone numbers, API keys, TLS fingerprints, referrers and any other
  kind a site sends. Wallets and billing names count as payment and have a detector of their own; so
  has the client software, which is shared by everybody who uses it.
params:
  minAccounts: {type: integer, default: 2, min: 2, max: 1000, doc: fewest accounts that make a link}
schedule: {every: PT15M, timeout: PT60S}
falsePositives:
  - {id: shared-machine, note: "a computer room, a test device or a family computer; told apart by different cards and prompts"}
  - {id: common-fingerprint, note: "a TLS fingerprint or referrer that everybody with the same software or link has; told apart by how unlike its users are"}
misses: >
  Operators with a fresh device and address for each account: see shared-prompt-family and co-
  timing.
---*/
MATCH (i:Identifier)
WHERE NOT i.kind IN ['wallet', 'billing-name', 'client']
  AND COUNT { (i)<-[:HAS_IDENTIFIER]-() } >= $minAccounts
CALL (i) {
  MATCH (i)<-[h:HAS_IDENTIFIER]-(a:Account)
  WHERE any(day IN h.days WHERE $from <= day <= $asOf)
    AND coalesce(a.status, 'active') <> 'deleted'
  RETURN collect(a) AS members
}
WITH i, members WHERE size(members) >= $minAccounts
RETURN i.id AS key, 'Identifier' AS type, 'client' AS facet, members
