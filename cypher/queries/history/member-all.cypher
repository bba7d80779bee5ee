/* Each account that was in a cluster at a moment, by what was known at another, once, with its best one; in byte order of the accounts.
   A cluster of one is none.
   in:  $rows: {id, state (of the cluster then)}, $hidden (ids of accounts to leave out), $asOf (instant), $knownAt (instant)
   out: as queries/member-all */
UNWIND $rows AS row
MATCH (c:Cluster {id: row.id})
CALL (c, row) {
  MATCH (a:Account)-[m:MEMBER_OF|WAS_MEMBER_OF]->(c)
  WHERE m.recordedAt <= $knownAt AND coalesce(m.supersededAt > $knownAt, true)
    AND m.validFrom <= $asOf AND (m.supersededAt IS NOT NULL OR m.validTo IS NULL OR m.validTo > $asOf)
  RETURN collect({account: a, state: CASE WHEN row.state = 'review' THEN 'review' ELSE m.state END, membership: m.membership, facets: m.facets}) AS members
}
WITH c, members WHERE size(members) >= 2
UNWIND members AS one
WITH one.account AS a, c, one WHERE NOT one.account.id IN $hidden
WITH a, c, one ORDER BY one.state, one.membership DESC, c.id
WITH a, collect({cluster: c.id, state: one.state, membership: one.membership, facets: one.facets})[0] AS best
RETURN a.id AS account, best.cluster AS cluster, best.state AS state, best.membership AS membership, best.facets AS facets
ORDER BY account
