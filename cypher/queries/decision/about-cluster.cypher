/* Decisions, withdrawn ones left out, that bear on a cluster: about it or one that goes on in it, or about accounts that are in it.
   in:  $ids (of the cluster and of those that go on in it)
   out: id */
MATCH (d:Decision)
WHERE d.withdrawnAt IS NULL
  AND (d.cluster IN $ids OR EXISTS {
    UNWIND CASE WHEN d.cluster IS NULL THEN d.accounts + d.members ELSE d.accounts END AS name
    MATCH (:Account {id: name})-[m:MEMBER_OF]->(c:Cluster)
    WHERE c.id IN $ids AND m.validTo IS NULL
  })
RETURN d.id AS id
ORDER BY d.seq
