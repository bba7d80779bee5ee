/* One cluster with all that an analyst needs to judge it, but its members.
   in:  $id, $maxEvidence
   out: at most one row: row (map), evidence (strongest first), evidenceTotal, hypotheses, run, supply (a map, or null) */
MATCH (c:Cluster {id: $id}) WHERE c.validTo IS NULL
OPTIONAL MATCH (o:Organization {id: c.organization})
OPTIONAL MATCH (r:Run {id: c.run})
RETURN
  c {
    .id, .state, .score, .linked, .abusive, .accounts, .reviewAccounts, .exchanges, .firstSeen, .lastSeen, .facets,
    .facetBits, .withoutFacet, .signals, .timeline, .organization, .confidence, .attribution, organizationName: o.name,
    targets: COLLECT {
      MATCH (c)-[t:TARGETS]->(k:Capability)
      RETURN {id: k.id, exchanges: t.exchanges, share: t.share} ORDER BY t.exchanges DESC, k.id
    }
  } AS row,
  COLLECT {
    MATCH (c)-[s:SUPPORTED_BY {run: c.run}]->(n)
    RETURN s {
      .facet, .detector, .bits, .members, .total, .discounted, .reason,
      nodeLabel: labels(n)[0], key: n.id, label: coalesce(n.name, n.label, n.instrument, n.value, n.id)
    }
    ORDER BY s.discounted, s.bits DESC, s.members DESC, n.id LIMIT $maxEvidence
  } AS evidence,
  COUNT { (c)-[:SUPPORTED_BY {run: c.run}]->() } AS evidenceTotal,
  COLLECT {
    MATCH (c)-[h:ATTRIBUTED_TO {run: c.run}]->(x:Organization)
    RETURN h {.confidence, .named, .kinds, .evidence, id: x.id, name: x.name} ORDER BY h.confidence DESC, x.id
  } AS hypotheses,
  r {.id, .asOf, .recordedAt} AS run,
  head(COLLECT {
    MATCH (c)-[s:SUPPLIED_BY]->(x:Reseller)
    RETURN x {
      .id, .exits, .through, share: s.share,
      tenants: COLLECT {
        MATCH (x)<-[t:SUPPLIED_BY]-(other:Cluster)
        WHERE other <> c AND other.validTo IS NULL
        RETURN other {.id, .state, .accounts, share: t.share} ORDER BY other.id
      }
    }
  }) AS supply
