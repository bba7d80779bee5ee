/* All blocks (/24, /48) that addresses lie in.
   out: prefix */
MATCH (i:IpAddress)
RETURN DISTINCT i.prefix AS prefix
