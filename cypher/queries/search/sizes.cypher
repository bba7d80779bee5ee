/* About how many of each kind there are, as the database counts them itself.
   out: type (label), count */
CALL () {
  MATCH (n:Account) RETURN 'Account' AS type, count(n) AS count
  UNION ALL MATCH (n:PaymentInstrument) RETURN 'PaymentInstrument' AS type, count(n) AS count
  UNION ALL MATCH (n:IpAddress) RETURN 'IpAddress' AS type, count(n) AS count
  UNION ALL MATCH (n:Network) RETURN 'Network' AS type, count(n) AS count
  UNION ALL MATCH (n:Identifier) RETURN 'Identifier' AS type, count(n) AS count
  UNION ALL MATCH (n:PromptFamily) RETURN 'PromptFamily' AS type, count(n) AS count
  UNION ALL MATCH (n:Pattern) RETURN 'Pattern' AS type, count(n) AS count
  UNION ALL MATCH (n:Organization) RETURN 'Organization' AS type, count(n) AS count
  UNION ALL MATCH (n:Cluster) RETURN 'Cluster' AS type, count(n) AS count
}
RETURN type, count
