// In: $rows, ids of accounts that state no organization any more.
UNWIND $rows AS id
MATCH (a:Account {id: id})-[r:VERIFIED_BY|SEAT_OF]->(:Organization)
DELETE r
