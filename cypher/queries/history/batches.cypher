/* What was loaded.
   out: id, source, segments, topic (whether it is a partition of a topic, which keeps no journal); a row a batch, in the order of their numbers */
MATCH (b:Batch)
RETURN b.id AS id, b.source AS source, b.segments AS segments, b.offset IS NOT NULL AS topic
ORDER BY b.seq
