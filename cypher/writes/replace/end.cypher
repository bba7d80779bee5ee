// In: $token. The replacement is done, and others may write again. The sequence is locked.
MATCH (s:Sequence {id: 'batch'})
SET s.replacedToken = $token
REMOVE s.replacing, s.replacingToken
