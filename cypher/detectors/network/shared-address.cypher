/*---
id: shared-address
title: Accounts connecting from one address
version: 1
status: active
kind: link
facet: network
description: >
  Exit addresses of a proxy pool carry many accounts of one operator, but so does the address of a
  campus, a company or a mobile carrier. Judged is what the users of an address look like, not how
  many they are. Private, reserved and carrier-shared addresses are no evidence; IPv6 counts by /64.
params:
  minAccounts: {type: integer, default: 2, min: 2, max: 1000, doc: fewest accounts that make a link}
schedule: {every: PT15M, timeout: PT60S}
falsePositives:
  - {id: campus-nat, note: "students behind one address; told apart by different cards, ages, prompts and hours"}
  - {id: corporate-vpn, note: "employees behind one gateway; told apart by verified members of one organization"}
  - {id: household, note: "a family at one address; told apart by size, and by nothing hostile"}
misses: >
  Pools large enough that no address comes twice: see shared-network and shared-prompt-family.
---*/
MATCH (ip:IpAddress)
WHERE ip.evidence
  AND COUNT { (ip)<-[:CONNECTED_FROM]-() } >= $minAccounts
CALL (ip) {
  MATCH (ip)<-[c:CONNECTED_FROM]-(a:Account)
  WHERE any(day IN c.days WHERE $from <= day <= $asOf)
    AND coalesce(a.status, 'active') <> 'deleted'
  RETURN collect(a) AS members
}
WITH ip, members WHERE size(members) >= $minAccounts
RETURN ip.id AS key, 'IpAddress' AS type, 'network' AS facet, members
