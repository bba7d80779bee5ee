// In: $rows, account ids; the accounts are locked. Out: the verdicts on them.
UNWIND $rows AS id
MATCH (a:Account {id: id})<-[:ABOUT]-(v:Verdict)
RETURN v.id AS id
