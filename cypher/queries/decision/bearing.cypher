/* What became of what decisions are about.
   in:  $ids
   out: id, there (which of the accounts that it names are there, not deleted), left (how many of those that its cluster had are),
        parts: [{id, accounts}] (clusters that those are in now, that with most of them first) */
UNWIND $ids AS id
MATCH (d:Decision {id: id})
RETURN d.id AS id,
  COLLECT { UNWIND d.accounts AS name MATCH (a:Account {id: name}) WHERE coalesce(a.status, '') <> 'deleted' RETURN a.id } AS there,
  COUNT { UNWIND d.members AS name MATCH (a:Account {id: name}) WHERE coalesce(a.status, '') <> 'deleted' RETURN a } AS left,
  COLLECT {
    UNWIND d.members AS name
    MATCH (:Account {id: name})-[m:MEMBER_OF]->(c:Cluster)
    WHERE m.validTo IS NULL AND c.validTo IS NULL
    WITH c.id AS cluster, count(*) AS accounts
    RETURN {id: cluster, accounts: accounts} ORDER BY accounts DESC, cluster
  } AS parts
