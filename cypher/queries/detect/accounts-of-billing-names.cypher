/* Accounts invoiced under these names.
   in:  $names
   out: name, accounts (ids) */
UNWIND $names AS name
MATCH (:Identifier {id: 'billing-name:' + name})<-[:HAS_IDENTIFIER]-(a:Account)
RETURN name, collect(DISTINCT a.id) AS accounts
