/* What verdict lines say of the accounts that decisions about clusters judge.
   in:  $ids (of decisions)
   out: account, by, verdict, at */
MATCH (d:Decision)
WHERE d.id IN $ids
UNWIND d.members AS name
WITH DISTINCT name
MATCH (v:Verdict {account: name})
RETURN v.account AS account, coalesce(v.by, '') AS by, v.verdict AS verdict, v.at AS at
