/* Keeps what tied clusters and does not, or not as much, any more.
   in:  $recordedAt, $rows: {cluster, recordedAt, support} */
UNWIND $rows AS row
MATCH (c:Cluster {id: row.cluster})
CREATE (c)-[:RESTED_ON]->(s:PastSupport)
SET s = row.support, s.recordedAt = row.recordedAt, s.supersededAt = $recordedAt
