/* A ring of twelve accounts on two cards and four addresses that a detection run has labelled, and a pair in review.
   One address that the ring uses is shared by sixty more accounts: it is discounted.
   out: nothing */
CREATE (run:Run {id: 'run-1', seq: 1, asOf: datetime('2026-03-20T18:00:00Z'), recordedAt: datetime('2026-03-20T18:05:00Z'),
  complete: true, accounts: 74, clusters: 2, millis: 420})
CREATE (run)-[:INCLUDES]->(:DetectorRun {id: 'run-1/shared-instrument', detector: 'shared-instrument', version: 1, params: '{}',
  status: 'complete', links: 2, members: 12, millis: 35, recordedAt: datetime('2026-03-20T18:05:00Z')})
CREATE (:Batch {id: 'batch-1', seq: 1, source: 'small', read: 900, applied: 900, rejected: 0, exchanges: 4310,
  recordedAt: datetime('2026-03-20T18:01:00Z'), complete: true})
CREATE (org:Organization {id: 'org-alder', name: 'Alder Research', domains: ['alder.example'], kind: 'lab'})
CREATE (other:Organization {id: 'org-birch', name: 'Birch Compute', kind: 'company'})
CREATE (ring:Cluster {id: 'c-ring', state: 'labelled', score: 0.97, linked: 0.98, abusive: 0.95, accounts: 11, reviewAccounts: 1,
  exchanges: 4200, firstSeen: datetime('2026-03-01T08:00:00Z'), lastSeen: datetime('2026-03-20T17:00:00Z'),
  capabilities: ['agentic-coding'], facets: ['payment', 'network', 'prompt'], facetBits: [14.0, 9.5, 8.0],
  withoutFacet: [0.71, 0.86, 0.9], organization: 'org-alder', confidence: 0.88, run: 'run-1',
  validFrom: datetime('2026-03-20T18:00:00Z'), recordedAt: datetime('2026-03-20T18:05:00Z'),
  attribution: '{"outcome":"NAMED","hypotheses":[{"kind":"ORGANIZATION","organization":"org-alder","confidence":0.88,"logOdds":3.3,"named":true,"kinds":["billing-name"],"evidence":[]},{"kind":"DECEPTION","organization":"org-alder","confidence":0.03,"logOdds":-1.5,"named":false,"kinds":["billing-name"],"evidence":[{"kind":"billing-name","bits":7.5,"text":"2 invoices carry a billing name of the organization"}]},{"kind":"UNKNOWN","organization":null,"confidence":0.09,"logOdds":0.0,"named":false,"kinds":[],"evidence":[]}],"matrix":[{"organization":null,"kind":"prior","found":true,"reach":1.0,"text":"before any evidence","bits":[-6.0,0.0,0.0]},{"organization":"org-alder","kind":"billing-name","found":true,"reach":0.8,"text":"2 invoices carry a billing name of the organization","bits":[6.5,7.5,0.0]},{"organization":"org-alder","kind":"email-domain","found":false,"reach":0.0,"text":"nothing of the kind","bits":[-0.4,-1.0,0.0]}],"changes":[{"organization":"org-alder","kind":"billing-name","added":false,"leader":"UNKNOWN","leading":null,"confidence":0.9,"outcome":"NOT_ENOUGH"}],"statements":[{"organization":"org-alder","said":"operates","by":"a newspaper","at":"2026-03-10T00:00:00Z","reference":null,"status":"ALLEGED"}]}',
  signals: '[{"id":"own-skeletons","label":"own skeletons","value":0.9,"weight":0.9,"text":"84 % of prompts from skeletons that hardly anybody else uses"}]',
  timeline: '[{"day":"2026-03-01","exchanges":900,"accounts":8},{"day":"2026-03-02","exchanges":1800,"accounts":11},{"day":"2026-03-03","exchanges":1500,"accounts":10}]'})
CREATE (pair:Cluster {id: 'c-pair', state: 'review', score: 0.41, linked: 0.7, abusive: 0.2, accounts: 2, reviewAccounts: 2, exchanges: 110,
  firstSeen: datetime('2026-03-05T08:00:00Z'), lastSeen: datetime('2026-03-18T17:00:00Z'), capabilities: ['translation'],
  facets: ['client'], facetBits: [5.0], withoutFacet: [0.1], run: 'run-1', validFrom: datetime('2026-03-20T18:00:00Z'),
  recordedAt: datetime('2026-03-20T18:05:00Z'), signals: '[]', timeline: '[]'})
CREATE (ring)-[:TARGETS {exchanges: 3400, share: 0.81}]->(:Capability {id: 'agentic-coding'})
CREATE (pair)-[:TARGETS {exchanges: 100, share: 0.9}]->(:Capability {id: 'translation'})
CREATE (ring)-[:ATTRIBUTED_TO {confidence: 0.88, named: true, kinds: ['billing-name'], run: 'run-1',
  evidence: ['2 invoices carry a billing name of the organization']}]->(org)
CREATE (ring)-[:ATTRIBUTED_TO {confidence: 0.07, named: false, kinds: ['prefix'], run: 'run-1',
  evidence: ['1 of 5 addresses lies in its prefix']}]->(other)
CREATE (network:Network {id: '203.0.113.0/24', asn: 64510, name: 'Example Hosting', use: 'hosting'})
CREATE (family:PromptFamily {id: 'pf-1', kind: 'prompt', accounts: 12, prompts: 310})
CREATE (device:Identifier {id: 'device:k1_pair', kind: 'device', value: 'k1_pair', keyed: true, accounts: 2})
CREATE (busy:IpAddress {id: '198.51.100.14', version: 4, prefix: '198.51.100.0/24', evidence: true, accounts: 72})
WITH ring, pair, org, network, family, device, busy
UNWIND range(0, 1) AS n
CREATE (:PaymentInstrument {id: 'processor:pi_' + n, instrument: 'pi_' + n, matchKey: 'processor', kind: 'virtual', accounts: 6})
WITH DISTINCT ring, pair, org, network, family, device, busy
UNWIND range(1, 4) AS n
CREATE (:IpAddress {id: '203.0.113.' + n, version: 4, prefix: '203.0.113.0/24', evidence: true, accounts: 3})-[:IN_NETWORK]->(network)
WITH DISTINCT ring, pair, org, network, family, device, busy
UNWIND range(0, 73) AS n
CREATE (a:Account {id: 'acc-' + right('0' + n, 2), createdAt: datetime('2026-02-27T10:00:00Z') + duration({minutes: n}), status: 'active',
  emailDomain: 'mailbox.example', verified: false, placeholder: false, exchanges: 350, inputTokens: 90000, outputTokens: 120000,
  firstSeen: datetime('2026-03-01T08:00:00Z'), lastSeen: datetime('2026-03-20T17:00:00Z'),
  days: [date('2026-03-01'), date('2026-03-02')], dayExchanges: [120, 230]})
WITH ring, pair, org, family, device, busy, a, n, {days: [date('2026-03-01'), date('2026-03-02')], counts: [3, 5], total: 8,
  firstSeen: datetime('2026-03-01T08:00:00Z'), lastSeen: datetime('2026-03-02T17:00:00Z')} AS use
CALL (ring, org, family, a, n, use) {
  WITH * WHERE n < 12
  MATCH (i:PaymentInstrument {id: 'processor:pi_' + (n % 2)}), (ip:IpAddress {id: '203.0.113.' + (1 + n % 4)})
  CREATE (a)-[p:PAID_WITH]->(i) SET p = use
  CREATE (a)-[c:CONNECTED_FROM]->(ip) SET c = use
  CREATE (a)-[f:PROMPTED {share: 0.8}]->(family) SET f += use
  CREATE (a)-[:MEMBER_OF {state: CASE n WHEN 11 THEN 'review' ELSE 'labelled' END, membership: 0.99 - 0.01 * n, bits: 31.5,
    facets: ['payment', 'network', 'prompt'], facetBits: [14.0, 9.5, 8.0], run: 'run-1',
    validFrom: datetime('2026-03-20T18:00:00Z'), recordedAt: datetime('2026-03-20T18:05:00Z')}]->(ring)
  WITH * WHERE n < 2
  CREATE (a)-[:SEAT_OF]->(org)
}
CALL (busy, a, n, use) {
  WITH * WHERE n < 10 OR n > 11
  CREATE (a)-[c:CONNECTED_FROM]->(busy) SET c = use
}
CALL (pair, device, a, n, use) {
  WITH * WHERE n IN [12, 13]
  CREATE (a)-[h:HAS_IDENTIFIER]->(device) SET h = use
  CREATE (a)-[:MEMBER_OF {state: 'review', membership: 0.6, bits: 5.0, facets: ['client'], facetBits: [5.0], run: 'run-1',
    validFrom: datetime('2026-03-20T18:00:00Z'), recordedAt: datetime('2026-03-20T18:05:00Z')}]->(pair)
}
WITH DISTINCT ring, pair, family, device, busy
MATCH (i:PaymentInstrument)
CREATE (ring)-[:SUPPORTED_BY {facet: 'payment', detector: 'shared-instrument', bits: 14.0, members: 6, total: 6, discounted: false, run: 'run-1'}]->(i)
WITH DISTINCT ring, pair, family, device, busy
MATCH (ip:IpAddress) WHERE ip <> busy
CREATE (ring)-[:SUPPORTED_BY {facet: 'network', detector: 'shared-address', bits: 9.5, members: 3, total: 3, discounted: false, run: 'run-1'}]->(ip)
WITH DISTINCT ring, pair, family, device, busy
CREATE (ring)-[:SUPPORTED_BY {facet: 'prompt', detector: 'shared-prompt-family', bits: 8.0, members: 12, total: 12, discounted: false, run: 'run-1'}]->(family)
CREATE (ring)-[:SUPPORTED_BY {facet: 'network', detector: 'shared-address', bits: 1.2, members: 10, total: 72, discounted: true, run: 'run-1',
  reason: 'mixed users: only 14 % of the 72 accounts that share it have anything else in common'}]->(busy)
CREATE (pair)-[:SUPPORTED_BY {facet: 'client', detector: 'shared-identifier', bits: 5.0, members: 2, total: 2, discounted: false, run: 'run-1'}]->(device)
