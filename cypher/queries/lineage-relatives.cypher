/* Clusters that were merged with these, or split from them or into them.
   in:  $ids
   out: id, a row each, those asked for left out */
MATCH (c:Cluster) WHERE c.id IN $ids
MATCH (c)<-[:FROM|TO]-(e:LineageEvent) WHERE e.kind IN ['merged', 'split']
MATCH (e)-[:FROM|TO]->(x:Cluster) WHERE NOT x.id IN $ids
RETURN DISTINCT x.id AS id
ORDER BY id
