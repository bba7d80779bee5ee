// In: $batch, $token. From now on nobody begins a segment. The sequence is locked.
MATCH (s:Sequence {id: 'batch'})
SET s.replacing = $batch, s.replacingToken = $token
