/* Whether there is what is to be suppressed.
   in:  $label, $id
   out: one row: there */
RETURN EXISTS { MATCH (n:Account|Cluster|PaymentInstrument|IpAddress|Network|Identifier|PromptFamily|Pattern {id: $id}) WHERE $label IN labels(n) } AS there
