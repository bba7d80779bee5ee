// refused: cannot begin with CREATE
CREATE USER eve SET PASSWORD 'evilevil'
