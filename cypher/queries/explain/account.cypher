/* What accounts show that can be evidence.
   in:  $ids, $from, $asOf (dates, both included), $now (the end of the window), $seats (so many make an instrument their organization's)
   out: verifiedBy: who vouches for it, or else pays for it;
        a row for each account there is; counts: used within the window and may be evidence; shared: with another account
        within the window. A deleted account shows nothing. */
UNWIND $ids AS id
MATCH (a:Account {id: id})
WITH a, coalesce(a.status, 'active') <> 'deleted' AS there
RETURN a.id AS id, a.prompts AS prompts, a.status AS status, a.createdAt AS createdAt,
  head(COLLECT { MATCH (a)-[:VERIFIED_BY]->(o) WHERE coalesce(o.kind, '') <> 'reseller' RETURN coalesce(o.name, o.id) ORDER BY o.id }
    + COLLECT {
      MATCH (a)-[:PAID_WITH]->(t)<-[:PAID_WITH]-(seat)-[:VERIFIED_BY]->(o) WHERE coalesce(o.kind, '') <> 'reseller'
      WITH t, o, count(DISTINCT seat) AS seats WHERE seats >= $seats AND 2 * seats >= COUNT { (t)<-[:PAID_WITH]-() }
      RETURN coalesce(o.name, o.id) ORDER BY o.id
    }) AS verifiedBy,
  COLLECT { MATCH (v:Verdict)-[:ABOUT]->(a) WHERE v.at <= $now RETURN {by: coalesce(v.by, ''), verdict: v.verdict, at: v.at} } AS verdicts,
  COLLECT {
    MATCH (a)-[e:PAID_WITH]->(t)
    RETURN {
      key: t.id, counts: there AND any(day IN e.days WHERE $from <= day <= $asOf),
      shared: EXISTS {
        MATCH (t)<-[o:PAID_WITH]-(b) WHERE b <> a AND coalesce(b.status, 'active') <> 'deleted' AND any(day IN o.days WHERE $from <= day <= $asOf)
      }
    } ORDER BY t.id
  } AS instruments,
  COLLECT {
    MATCH (a)-[e:HAS_IDENTIFIER]->(t)
    RETURN {
      key: t.id, kind: t.kind, counts: there AND any(day IN e.days WHERE $from <= day <= $asOf),
      shared: EXISTS {
        MATCH (t)<-[o:HAS_IDENTIFIER]-(b) WHERE b <> a AND coalesce(b.status, 'active') <> 'deleted' AND any(day IN o.days WHERE $from <= day <= $asOf)
      }
    } ORDER BY t.id
  } AS identifiers,
  COLLECT {
    MATCH (a)-[e:CONNECTED_FROM]->(t)
    RETURN {key: t.id, range: t.prefix, counts: there AND t.evidence AND any(day IN e.days WHERE $from <= day <= $asOf)} ORDER BY t.id
  } AS addresses,
  COLLECT { MATCH (a)-[e:PROMPTED]->(t) RETURN {key: t.id, kind: t.kind, share: e.share, counts: there} ORDER BY t.id } AS families,
  COLLECT { MATCH (a)-[:SHOWS]->(t) RETURN {key: t.id, kind: t.kind, counts: there} ORDER BY t.id } AS patterns
