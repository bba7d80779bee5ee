// In: $rows, capability ids in byte order.
UNWIND $rows AS id
MERGE (:Capability {id: id})
