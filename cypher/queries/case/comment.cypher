/* One comment.
   in:  $id
   out: at most one row: comment (a map) */
MATCH (c:CaseComment {id: $id})
RETURN c {.*} AS comment
