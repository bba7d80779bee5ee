/* What people decided about accounts: all verdicts, one for each who decided.
   in:  $asOf
   out: account, by, verdict, at */
MATCH (v:Verdict)
WHERE v.at <= $asOf
RETURN v.account AS account, coalesce(v.by, '') AS by, v.verdict AS verdict, v.at AS at
