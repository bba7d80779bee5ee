/* The keys of the things of a kind that accounts are next to, by whatever relationship. Ids that no account has are passed over.
   in:  $accounts (ids), $label, $property (which one is the key)
   out: key, each once; null where such a thing has none */
UNWIND $accounts AS id
MATCH (a:Account {id: id})--(thing)
WHERE $label IN labels(thing)
RETURN DISTINCT thing[$property] AS key
