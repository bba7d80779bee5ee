package io.iolaus.api.server;

import org.neo4j.driver.Driver;

/// A cluster of six accounts on one card and two addresses, a second one under review, and a
/// bystander behind a hub.
public final class SmallGraph {

  private static final String STATEMENT =
      """
      CREATE (run:Run {id: 'run-7', seq: 7, asOf: datetime('2026-06-05T00:00:00Z'), recordedAt: datetime('2026-06-06T00:00:00Z'),
        complete: true, accounts: 9, clusters: 2, millis: 12})
      CREATE (run)-[:INCLUDES]->(:DetectorRun {id: 'run-7/shared-instrument', detector: 'shared-instrument', version: 1,
        params: '{}', status: 'complete', links: 1, members: 6, millis: 3, recordedAt: datetime('2026-06-06T00:00:00Z')})
      CREATE (:Batch {id: 'b-1', seq: 1, source: 'x', exchanges: 210, complete: true, recordedAt: datetime('2026-06-05T00:00:00Z')})
      CREATE (c:Cluster {id: 'c-1', state: 'labelled', score: 0.97, linked: 0.99, abusive: 0.95, accounts: 5, reviewAccounts: 1,
        exchanges: 150, firstSeen: datetime('2026-04-22T00:00:00Z'), lastSeen: datetime('2026-06-05T00:00:00Z'),
        capabilities: ['coding'], facets: ['payment', 'network'], facetBits: [11.5, 7.25], withoutFacet: [0.4, 0.8],
        organization: 'org-alder', confidence: 0.91, signals: '[{"id":"skeleton","label":"skeleton","value":0.9,"weight":0.9,"text":"One skeleton"}]',
        timeline: '[{"day":"2026-04-22","exchanges":3,"accounts":2}]', run: 'run-7', validFrom: datetime('2026-06-05T00:00:00Z'),
        recordedAt: datetime('2026-06-06T00:00:00Z')})
      CREATE (d:Cluster {id: 'c-2', state: 'review', score: 0.41, linked: 0.6, abusive: 0.2, accounts: 2, reviewAccounts: 2,
        exchanges: 60, firstSeen: datetime('2026-05-01T00:00:00Z'), lastSeen: datetime('2026-05-09T00:00:00Z'), capabilities: [],
        facets: ['payment'], facetBits: [6.0], withoutFacet: [0.1], attribution: '{"outcome":"DECEPTION","hypotheses":[
        {"kind":"DECEPTION","organization":"org-alder","confidence":0.9,"logOdds":3.2,"named":false,"kinds":[],"evidence":[]},
        {"kind":"UNKNOWN","organization":null,"confidence":0.1,"logOdds":0,"named":false,"kinds":[],"evidence":[]}],
        "matrix":[{"organization":"org-alder","kind":"email-domain","found":true,"reach":1.0,"text":"t","bits":[7.0,0.0]}],"changes":[],
        "statements":[{"organization":"org-alder","said":"operates","by":"x","at":"2026-05-02T00:00:00Z","reference":null,"status":"ALLEGED"}]}',
        run: 'run-7', recordedAt: datetime('2026-06-06T00:00:00Z')})
      CREATE (:Cluster {id: 'c-0', state: 'labelled', score: 0.99, run: 'run-3', validTo: datetime('2026-05-01T00:00:00Z')})
      CREATE (c)-[:TARGETS {exchanges: 150, share: 1.0, run: 'run-7'}]->(:Capability {id: 'coding'})
      CREATE (o:Organization {id: 'org-alder', name: 'Alder Research Lab', aliases: ['ARL'], domains: ['alder.example'], kind: 'lab'})
      CREATE (c)-[:ATTRIBUTED_TO {confidence: 0.91, named: true, kinds: ['domain'], evidence: ['Four members use alder.example'], run: 'run-7'}]->(o)
      CREATE (card:PaymentInstrument {id: '-:pi_7Qx', instrument: 'pi_7Qx', matchKey: '-', kind: 'virtual', accounts: 6})
      CREATE (ip1:IpAddress {id: '203.0.113.7', version: 4, prefix: '203.0.113.0/24', evidence: true, accounts: 3})
      CREATE (ip2:IpAddress {id: '203.0.113.8', version: 4, prefix: '203.0.113.0/24', evidence: true, accounts: 3})
      CREATE (net:Network {id: '203.0.113.0/24', asn: 64500, name: 'Example Hosting', use: 'hosting'})
      CREATE (ip1)-[:IN_NETWORK]->(net), (ip2)-[:IN_NETWORK]->(net)
      CREATE (c)-[:SUPPORTED_BY {run: 'run-7', facet: 'payment', detector: 'shared-instrument', bits: 11.5, members: 6, total: 6, discounted: false}]->(card)
      CREATE (c)-[:SUPPORTED_BY {run: 'run-7', facet: 'network', detector: 'shared-address', bits: 7.25, members: 3, total: 3, discounted: false}]->(ip1)
      CREATE (c)-[:SUPPORTED_BY {run: 'run-7', facet: 'network', detector: 'shared-address', bits: 5.0, members: 3, total: 3, discounted: true, reason: 'same fact'}]->(ip2)
      WITH c, d, card, ip1, ip2
      UNWIND range(1, 6) AS i
      CREATE (a:Account {id: 'acc-' + i, createdAt: datetime('2026-04-21T00:00:00Z') + duration({hours: i}), status: 'active',
        emailDomain: 'alder.example', exchanges: 10 * i, firstSeen: datetime('2026-04-22T00:00:00Z'), lastSeen: datetime('2026-06-05T00:00:00Z'),
        days: [date('2026-04-22'), date('2026-04-23')], dayExchanges: [i, 9 * i], facts: ['note\u001f1771200000000\u001fsecret'], verified: false})
      CREATE (a)-[:MEMBER_OF {state: CASE WHEN i = 6 THEN 'review' ELSE 'labelled' END, membership: 0.9 + i / 100.0, bits: 18.0 + i,
        facets: ['payment', 'network'], facetBits: [11.5, 7.25], run: 'run-7'}]->(c)
      CREATE (a)-[:PAID_WITH {days: [date('2026-04-22')], counts: [1], total: 1, firstSeen: datetime('2026-04-22T00:00:00Z'), lastSeen: datetime('2026-04-22T00:00:00Z')}]->(card)
      FOREACH (ip IN [CASE WHEN i <= 3 THEN ip1 ELSE ip2 END] |
        CREATE (a)-[:CONNECTED_FROM {days: [date('2026-04-22')], counts: [10 * i], total: 10 * i, firstSeen: datetime('2026-04-22T00:00:00Z'), lastSeen: datetime('2026-06-05T00:00:00Z')}]->(ip))
      WITH DISTINCT d
      CREATE (home:IpAddress {id: '198.51.100.1', version: 4, prefix: '198.51.100.0/24', evidence: true, accounts: 2})
      WITH d, home
      UNWIND range(7, 8) AS i
      CREATE (a:Account {id: 'acc-' + i, createdAt: datetime('2026-05-01T00:00:00Z'), exchanges: 30, lastSeen: datetime('2026-05-09T00:00:00Z')})
      CREATE (a)-[:MEMBER_OF {state: 'labelled', membership: 0.5, bits: 6.0, facets: ['payment'], facetBits: [6.0], run: 'run-7'}]->(d)
      CREATE (a)-[:CONNECTED_FROM {days: [date('2026-05-01')], counts: [30], total: 30}]->(home)
      """;

  private SmallGraph() {}

  public static void create(Driver driver) {
    try (var session = driver.session()) {
      session.run(STATEMENT).consume();
    }
  }
}
