/* How things are shown to people.
   in:  $things: {type, key}
   out: rows: type, key, label */
UNWIND $things AS thing
MATCH (t:PaymentInstrument|IpAddress|Network|Identifier|PromptFamily|Pattern {id: thing.key})
WHERE thing.type IN labels(t)
RETURN thing.type AS type, thing.key AS key, coalesce(t.name, t.label, t.instrument, t.value, t.id) AS label
