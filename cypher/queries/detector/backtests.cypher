/* The backtests of a detector, the latest first.
   in:  $detector, $version (null for all)
   out: row (map) */
MATCH (b:Backtest {detector: $detector})
WHERE $version IS NULL OR b.version = $version
RETURN b {.*} AS row ORDER BY b.seq DESC
