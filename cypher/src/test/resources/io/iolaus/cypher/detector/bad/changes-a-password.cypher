// refused: cannot begin with ALTER
ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'
