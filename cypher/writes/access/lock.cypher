/* Lets one transaction at a time change users, until it ends: how many administrators there are is a matter of all of them.
   out: next: the number for a new user */
MERGE (n:Sequence {id: 'user'})
SET n.value = coalesce(n.value, 0) + 1
RETURN n.value AS next
