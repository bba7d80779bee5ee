// refused: cannot begin with GRANT
GRANT ROLE admin TO somebody
