/* Notes on which day a token was used last; days do not go back.
   in:  $id, $day */
MATCH (t:ApiToken {id: $id})
WHERE t.lastUsed IS NULL OR t.lastUsed < $day
SET t.lastUsed = $day
