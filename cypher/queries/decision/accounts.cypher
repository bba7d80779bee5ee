/* Which of some accounts there are.
   in:  $ids
   out: id */
UNWIND $ids AS id
MATCH (a:Account {id: id})
RETURN a.id AS id
