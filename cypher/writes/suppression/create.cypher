/* Records a suppression under the next number.
   in:  $row: {scope, account, cluster (what it is about, null for others), reason, owner, recordedAt, expiresAt}
   out: id */
MERGE (n:Sequence {id: 'suppression'})
SET n.value = coalesce(n.value, 0) + 1
WITH n.value AS seq
CREATE (s:Suppression)
SET s = $row, s.id = 's-' + seq, s.seq = seq
RETURN s.id AS id
