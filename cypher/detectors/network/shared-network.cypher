/*---
id: shared-network
title: Accounts connecting from one /24 or /48
version: 1
status: active
kind: link
facet: network
description: >
  A proxy pool rents ranges: its accounts rotate over addresses of a few prefixes. A prefix counts
  when its accounts came from more than one of its addresses, because a single shared address is
  shared-address already. The key is the prefix, whether or not anything is known of the network.
params:
  minAccounts: {type: integer, default: 2, min: 2, max: 1000, doc: fewest accounts that make a link}
  minAddresses: {type: integer, default: 2, min: 1, max: 1000, doc: fewest addresses of the prefix that must have been used}
schedule: {every: PT15M, timeout: PT120S}
falsePositives:
  - {id: hosting-provider, note: "customers of one data centre; told apart by different cards, ages, prompts and hours"}
  - {id: mobile-carrier, note: "subscribers of one carrier in one region; told apart in the same way"}
misses: >
  Residential proxies spread over unrelated ranges: see shared-prompt-family, co-timing and shared-instrument.
---*/
MATCH (ip:IpAddress)
WHERE ip.evidence
WITH ip.prefix AS prefix, collect(ip) AS addresses
WHERE size(addresses) >= $minAddresses
CALL (addresses) {
  UNWIND addresses AS ip
  MATCH (ip)<-[c:CONNECTED_FROM]-(a:Account)
  WHERE any(day IN c.days WHERE $from <= day <= $asOf)
    AND coalesce(a.status, 'active') <> 'deleted'
  RETURN collect(DISTINCT a) AS members, count(DISTINCT ip) AS used
}
WITH prefix, members, used WHERE used >= $minAddresses AND size(members) >= $minAccounts
RETURN prefix AS key, 'Network' AS type, 'network' AS facet, members
