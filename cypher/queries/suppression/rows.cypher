/* All suppressions with what each hides; of accounts and clusters as it is now, of what carries evidence as of the latest run that it held in.
   out: id, seq, scope, reason, owner, recordedAt, expiresAt, endedAt, endedBy, links, runAccounts and run (as of the latest run that it held in),
        clusters (standing now), accounts (members of these, or the account as a member), labelled (labelled ones of these) */
MATCH (s:Suppression)
CALL (s) {
  MATCH (c:Cluster {id: s.cluster})
  WHERE c.validTo IS NULL
  OPTIONAL MATCH (:Account)-[m:MEMBER_OF]->(c)
  WHERE m.validTo IS NULL
  RETURN count(DISTINCT c) AS clusters, count(m) AS accounts, count(CASE WHEN c.state = 'labelled' AND m.state = 'labelled' THEN 1 END) AS labelled
}
CALL (s) {
  MATCH (a:Account {id: s.account})-[m:MEMBER_OF]->(c:Cluster)
  WHERE m.validTo IS NULL AND c.validTo IS NULL
  RETURN count(DISTINCT a) AS member, count(CASE WHEN m.spared THEN 1 END) AS spared
}
RETURN s.id AS id, s.seq AS seq, s.scope AS scope, s.reason AS reason, s.owner AS owner, s.recordedAt AS recordedAt, s.expiresAt AS expiresAt,
  s.endedAt AS endedAt, s.endedBy AS endedBy, coalesce(s.links, 0) AS links, coalesce(s.accounts, 0) AS runAccounts, s.run AS run,
  clusters, accounts + member AS accounts, labelled + spared AS labelled
ORDER BY s.seq DESC
