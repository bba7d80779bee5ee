/* Says that families and patterns are about to be written anew.
   out: mark: how often that was said */
MERGE (s:Sequence {id: 'derived'})
SET s.value = coalesce(s.value, 0) + 1
RETURN s.value AS mark
