// refused: cannot begin with CREATE
CREATE INDEX x IF NOT EXISTS FOR (a:Account) ON (a.plan)
