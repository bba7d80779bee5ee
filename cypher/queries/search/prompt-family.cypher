/* Every prompt family as it is searched for. Of its prompts there are keyed hashes.
   out: type (label), id, name, words (other names), detail, state, weight, first, last (null: not told), shingles (its skeleton) */
MATCH (n:PromptFamily)
RETURN 'PromptFamily' AS type, n.id AS id, n.id AS name, [] AS words, n.kind + ' family of ' + n.accounts + ' accounts' AS detail,
  null AS state, coalesce(n.accounts, 0) AS weight, null AS first, null AS last, n.shingles AS shingles
