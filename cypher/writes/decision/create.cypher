/* Records a decision. What it names is kept by id as well: accounts may be deleted.
   in:  $row: {id, seq, kind, by, reason, at, recordedAt, accounts, cluster, members, labelled} */
MATCH (n:Sequence {id: 'decision'})
SET n.value = $row.seq
CREATE (d:Decision)
SET d = $row
WITH d
CALL (d) {
  UNWIND d.accounts AS id
  MATCH (a:Account {id: id})
  CREATE (d)-[:ABOUT]->(a)
}
CALL (d) {
  MATCH (c:Cluster {id: d.cluster})
  CREATE (d)-[:ABOUT]->(c)
}
