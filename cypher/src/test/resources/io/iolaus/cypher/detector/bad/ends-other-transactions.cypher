// refused: cannot begin with TERMINATE
TERMINATE TRANSACTIONS 'neo4j-transaction-1'
