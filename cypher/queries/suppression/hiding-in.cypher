/* How many members of a cluster are not listed.
   in:  $cluster, $accounts (ids of those that are suppressed)
   out: one row: accounts */
OPTIONAL MATCH (a:Account)-[m:MEMBER_OF]->(:Cluster {id: $cluster})
WHERE a.id IN $accounts AND m.validTo IS NULL
RETURN count(DISTINCT a) AS accounts
