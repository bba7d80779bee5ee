/* What people decided about accounts, whenever they did.
   out: account, verdict */
MATCH (v:Verdict)
RETURN v.account AS account, v.verdict AS verdict ORDER BY account, verdict
