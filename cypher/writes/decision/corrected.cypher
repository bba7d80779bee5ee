/* Notes that what is said of clusters is another than the latest run wrote. */
MERGE (n:Sequence {id: 'correction'})
SET n.value = coalesce(n.value, 0) + 1
