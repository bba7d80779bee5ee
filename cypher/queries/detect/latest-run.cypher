/* The latest run that was completed.
   out: id, asOf, window (ISO 8601 duration); no row where there is none */
MATCH (r:Run)
WHERE r.complete AND r.window IS NOT NULL
RETURN r.id AS id, r.asOf AS asOf, r.window AS window
ORDER BY r.seq DESC LIMIT 1
