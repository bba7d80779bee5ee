// refused: a name in backticks is never closed
MATCH (`a:Account) RETURN a.id AS key
