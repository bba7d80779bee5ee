/* What people decided about accounts: all verdicts, one for each who decided.
   in:  $asOf
   out: account, verdict */
MATCH (v:Verdict)
WHERE v.at <= $asOf
RETURN v.account AS account, v.verdict AS verdict
