// In: $after, an id; $prefix, what references under the latest site secret begin with; $limit. Out: the next keyed
// identifiers in byte order of ids whose references are under an earlier one.
MATCH (i:Identifier)
WHERE i.id > $after AND i.keyed AND NOT i.value STARTS WITH $prefix
RETURN i.id AS id, i.kind AS kind, i.value AS value
ORDER BY i.id LIMIT $limit
