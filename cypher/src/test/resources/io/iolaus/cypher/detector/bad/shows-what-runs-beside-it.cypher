// refused: cannot begin with SHOW
SHOW TRANSACTIONS YIELD currentQuery AS key RETURN key
