/* Keeps others from a bulk act until the transaction ends.
   in:  $id
   out: at most one row: state, version, secondPerson, kind, by, reason, accounts (ids), hash, decided, at */
MATCH (b:BulkAct {id: $id})
SET b.lock = true
REMOVE b.lock
RETURN b.state AS state, b.version AS version, b.secondPerson AS secondPerson, b.kind AS kind, b.by AS by, b.reason AS reason,
  b.accounts AS accounts, b.hash AS hash, b.decided AS decided, b.at AS at
