/* Accounts invoiced under these names inside the window.
   in:  $names, $from and $asOf (days)
   out: name, accounts (ids) */
UNWIND $names AS name
MATCH (:Identifier {id: 'billing-name:' + name})<-[h:HAS_IDENTIFIER]-(a:Account)
WHERE any(day IN h.days WHERE $from <= day <= $asOf)
RETURN name, collect(DISTINCT a.id) AS accounts
