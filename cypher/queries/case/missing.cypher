/* What of some accounts and clusters is not there.
   in:  $items: [{type, entity}]
   out: type, entity, a row each */
UNWIND $items AS item
WITH item
WHERE NOT CASE item.type
  WHEN 'account' THEN EXISTS { MATCH (:Account {id: item.entity}) }
  ELSE EXISTS { MATCH (:Cluster {id: item.entity}) }
END
RETURN item.type AS type, item.entity AS entity
