/* Who stands in a cluster now.
   in:  $id
   out: at most one row (none: no such cluster): state, run, asOf, accounts and states (parallel) */
MATCH (c:Cluster {id: $id}) WHERE c.validTo IS NULL
OPTIONAL MATCH (r:Run {id: c.run})
CALL (c) {
  MATCH (a:Account)-[m:MEMBER_OF]->(c)
  WHERE m.validTo IS NULL
  WITH a.id AS account, CASE WHEN c.state = 'review' THEN 'review' ELSE m.state END AS state
  ORDER BY account
  RETURN collect(account) AS accounts, collect(state) AS states
}
RETURN c.state AS state, c.run AS run, r.asOf AS asOf, accounts, states
