// Says that addresses which were there are in another network now, or in one at all.
MATCH (s:Sequence {id: 'network'})
SET s.relinked = coalesce(s.relinked, 0) + 1
