/* One attachment.
   in:  $id
   out: at most one row: attachment (a map) */
MATCH (a:CaseAttachment {id: $id})
RETURN a {.*} AS attachment
