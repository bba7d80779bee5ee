// refused: must end with one RETURN
MATCH (a:Account) WITH a.id AS key
