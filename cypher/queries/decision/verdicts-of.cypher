/* What verdict lines say of some accounts by a moment.
   in:  $ids, $asOf (instant)
   out: account, by, verdict, at */
UNWIND $ids AS id
MATCH (v:Verdict {account: id})
WHERE v.at <= $asOf
RETURN v.account AS account, coalesce(v.by, '') AS by, v.verdict AS verdict, v.at AS at
