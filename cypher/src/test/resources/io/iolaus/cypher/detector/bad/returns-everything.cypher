// refused: a returned column has no name of its own
MATCH (a:Account) RETURN *
