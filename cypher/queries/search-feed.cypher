/* Everything that can be searched for, by what it is called. Texts of prompts are not in the graph to begin with.
   out: type (label), id, name, words (other names), detail, weight (what stands first among equals) */
CALL () {
  MATCH (n:Cluster) WHERE n.validTo IS NULL
  RETURN n, n.id AS name, [n.state] + coalesce(n.capabilities, []) AS words,
    toString(n.accounts) + ' accounts, ' + n.state AS detail, toFloat(coalesce(n.accounts, 0)) AS weight
UNION ALL
  MATCH (n:Organization)
  RETURN n, coalesce(n.name, n.id) AS name,
    coalesce(n.aliases, []) + coalesce(n.domains, []) + coalesce(n.billingNames, []) AS words, n.kind AS detail, 0.0 AS weight
UNION ALL
  MATCH (n:Account) RETURN n, n.id AS name, [] AS words, n.emailDomain AS detail, toFloat(coalesce(n.exchanges, 0)) AS weight
UNION ALL
  MATCH (n:PaymentInstrument)
  RETURN n, n.instrument AS name, [] AS words, n.kind AS detail, toFloat(coalesce(n.accounts, 0)) AS weight
UNION ALL
  MATCH (n:IpAddress) RETURN n, n.id AS name, [] AS words, n.prefix AS detail, toFloat(coalesce(n.accounts, 0)) AS weight
UNION ALL
  MATCH (n:Network)
  RETURN n, coalesce(n.name, n.id) AS name, CASE WHEN n.asn IS NULL THEN [] ELSE ['AS' + n.asn, toString(n.asn)] END AS words,
    n.id + coalesce(' · ' + n.use, '') AS detail, 0.0 AS weight
UNION ALL
  MATCH (n:Identifier)
  RETURN n, n.value AS name, [n.kind] AS words, n.kind AS detail, toFloat(coalesce(n.accounts, 0)) AS weight
UNION ALL
  MATCH (n:PromptFamily)
  RETURN n, n.id AS name, [] AS words, n.kind + ' family of ' + n.accounts + ' accounts' AS detail,
    toFloat(coalesce(n.accounts, 0)) AS weight
UNION ALL
  MATCH (n:Pattern) RETURN n, coalesce(n.label, n.id) AS name, [n.kind] AS words, n.kind AS detail, toFloat(coalesce(n.accounts, 0)) AS weight
}
RETURN labels(n)[0] AS type, n.id AS id, name, words, detail, weight
