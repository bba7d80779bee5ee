// In: $rows, account ids in byte order. Makes the accounts that are missing, locks all of them, and
// gives back what they hold and how many edges they have; `exchanges` is null for one that was made just now.
UNWIND $rows AS id
MERGE (a:Account {id: id})
ON CREATE SET a.placeholder = true
SET a.lock = true // depends on nothing: the lock is held before anything is read
REMOVE a.lock
RETURN a.id AS id, a.placeholder AS placeholder, a.facts AS facts, a.factsKnown AS factsKnown, a.known AS known, a.organization AS organization, a.verified AS verified,
  a.exchanges AS exchanges, a.inputTokens AS inputTokens, a.outputTokens AS outputTokens,
  a.firstSeen AS firstSeen, a.lastSeen AS lastSeen, a.days AS days, a.dayExchanges AS dayExchanges,
  a.activity AS activity, a.prompts AS prompts, a.eventIds AS eventIds,
  COUNT { (a)-[:PAID_WITH]->() } AS paidWith, COUNT { (a)-[:CONNECTED_FROM]->() } AS connectedFrom,
  COUNT { (a)-[:HAS_IDENTIFIER]->() } AS hasIdentifier
