// refused: cannot begin with DROP
DROP CONSTRAINT account_id IF EXISTS
