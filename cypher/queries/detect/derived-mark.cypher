/* How often families and patterns were written anew: what tells that somebody else did.
   out: one row: mark, 0 before the first time */
OPTIONAL MATCH (s:Sequence {id: 'derived'})
RETURN coalesce(s.value, 0) AS mark
