/* All blocks (/24, /48) that addresses which are evidence lie in.
   out: prefix */
MATCH (i:IpAddress)
WHERE i.evidence
RETURN DISTINCT i.prefix AS prefix
