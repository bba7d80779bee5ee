// In: $token. A replacement that did not begin to change anything is given up.
MATCH (s:Sequence {id: 'batch'}) WHERE s.replacingToken = $token
REMOVE s.replacing, s.replacingToken
