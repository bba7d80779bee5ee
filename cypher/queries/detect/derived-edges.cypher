/* How many derived edges there are, from the store of counts.
   out: count */
RETURN COUNT { ()-[:PROMPTED]->() } + COUNT { ()-[:SHOWS]->() } AS count
