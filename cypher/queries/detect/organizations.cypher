/* The organizations clusters may be linked to.
   out: a row an organization */
MATCH (o:Organization)
RETURN o.id AS id, o.kind AS kind, o.domains AS domains, o.asns AS asns, o.prefixes AS prefixes, o.billingNames AS billingNames
ORDER BY o.id
