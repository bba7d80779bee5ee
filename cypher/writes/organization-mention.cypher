// In: $rows, organization ids in byte order. Makes those that are missing as placeholders.
UNWIND $rows AS id
MERGE (o:Organization {id: id})
ON CREATE SET o.placeholder = true, o.facts = []
