/* What tells whether accounts may be innocent. Of the clusters that one is in, the one that it is in most surely counts.
   in:  $ids
   out: for each that there is: account, createdAt, cluster (null in none), kinds (of evidence that tie it), paid (the days on which it
        paid, ascending), outside (of the users of what it shares with its cluster the part that is not in it, where that is
        least; null where it shares nothing that is told) */
UNWIND $ids AS id
MATCH (a:Account {id: id})
WITH a, head(COLLECT {
  MATCH (a)-[m:MEMBER_OF]->(c:Cluster) WHERE m.validTo IS NULL AND c.validTo IS NULL
  RETURN {cluster: c, kinds: size(coalesce(m.facets, []))} ORDER BY m.membership DESC, c.id LIMIT 1
}) AS best
WITH a, best.cluster AS c, best.kinds AS kinds
RETURN a.id AS account, a.createdAt AS createdAt, c.id AS cluster, coalesce(kinds, 0) AS kinds,
  COLLECT { MATCH (a)-[p:PAID_WITH]->() UNWIND p.days AS day RETURN DISTINCT day ORDER BY day } AS paid,
  head(COLLECT {
    MATCH (a)-[:PAID_WITH|CONNECTED_FROM|HAS_IDENTIFIER|PROMPTED|SHOWS]->()-[:IN_NETWORK]->{0,1}(t)
    MATCH (t)<-[s:SUPPORTED_BY]-(c)
    WHERE s.run = c.run AND NOT coalesce(s.discounted, false) AND s.total > 0
    RETURN 1.0 - 1.0 * s.members / s.total AS outside ORDER BY outside LIMIT 1
  }) AS outside
