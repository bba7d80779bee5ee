/* When the accounts of clusters were created: the median, of an even number the earlier of the two in the middle.
   in:  $clusters (ids)
   out: cluster, createdAt (epoch milliseconds; null where of none is known) */
UNWIND $clusters AS id
MATCH (a:Account)-[m:MEMBER_OF]->(c:Cluster {id: id})
WHERE m.validTo IS NULL
WITH c, a.createdAt.epochMillis AS at
RETURN c.id AS cluster, percentileDisc(at, 0.5) AS createdAt
