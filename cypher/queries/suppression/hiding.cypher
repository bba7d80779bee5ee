/* How much of what stands now is not listed.
   in:  $clusters, $accounts (ids of those that are suppressed)
   out: one row: clusters, accounts (members of these, and accounts that are suppressed themselves) */
CALL () {
  MATCH (c:Cluster)
  WHERE c.id IN $clusters AND c.validTo IS NULL
  RETURN count(c) AS clusters
}
CALL () {
  MATCH (a:Account)-[m:MEMBER_OF]->(c:Cluster)
  WHERE (c.id IN $clusters OR a.id IN $accounts) AND m.validTo IS NULL AND c.validTo IS NULL
  RETURN count(DISTINCT a) AS accounts
}
RETURN clusters, accounts
