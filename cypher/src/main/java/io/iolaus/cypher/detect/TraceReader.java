package io.iolaus.cypher.detect;

import io.iolaus.core.address.IpPrefix;
import io.iolaus.core.attribution.KnownOrganization;
import io.iolaus.core.attribution.OrganizationTraces;
import io.iolaus.core.detect.Population;
import io.iolaus.cypher.detector.DetectorWindow;
import io.iolaus.cypher.statement.Statements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/// Reads which accounts bear a trace of which organization: a few statements in all, whatever the
/// number of organizations.
final class TraceReader {

  /// So many blocks are asked for by name before it is asked which there are.
  private static final int MANY = 10_000;

  private final TransactionContext tx;
  private final Population population;
  private final Map<String, Object> window;

  private TraceReader(TransactionContext tx, Population population, DetectorWindow window) {
    this.tx = tx;
    this.population = population;
    this.window = Map.of("from", window.fromDay(), "asOf", window.asOfDay());
  }

  static OrganizationTraces read(Driver driver, Population population, DetectorWindow window) {
    try (var session = driver.session()) {
      return session.executeRead(tx -> new TraceReader(tx, population, window).read());
    }
  }

  private OrganizationTraces read() {
    List<KnownOrganization> organizations =
        tx.run(Statements.load("queries/detect/organizations")).list().stream()
            .map(TraceReader::organization)
            .toList();
    OrganizationTraces traces = new OrganizationTraces(organizations, population.size());
    for (int a = 0; a < population.size(); a++) {
      Population.Entry account = population.get(a);
      if (account.verifiedBy() != null) {
        traces.seat(a, account.verifiedBy());
      }
      if (account.emailDomain() != null) {
        traces.mail(a, account.emailDomain());
      }
    }
    Set<String> seen = new HashSet<>();
    if (!traces.asns().isEmpty()) {
      addresses(rows("accounts-of-asns", "asns", List.copyOf(traces.asns())), seen, traces);
    }
    if (traces.hasPrefixes()) {
      addresses(rows("accounts-of-blocks", "blocks", blocks(traces)), seen, traces);
    }
    if (!traces.billingNames().isEmpty()) {
      each(
          rows("accounts-of-billing-names", "names", List.copyOf(traces.billingNames())),
          (row, account) -> traces.billingName(account, row.get("name").asString()));
    }
    return traces;
  }

  private static KnownOrganization organization(Record row) {
    return new KnownOrganization(
        row.get("id").asString(),
        row.get("kind").asString(""),
        row.get("domains").asList(Value::asString, List.of()),
        row.get("asns").asList(Value::asLong, List.of()),
        row.get("prefixes").asList(Value::asString, List.of()),
        row.get("billingNames").asList(Value::asString, List.of()));
  }

  /// An address may be of an organization by its network's number and by a prefix: it is read once.
  private void addresses(List<Record> rows, Set<String> seen, OrganizationTraces traces) {
    rows.removeIf(row -> !seen.add(row.get("address").asString()));
    each(
        rows,
        (row, account) ->
            traces.address(
                account,
                row.get("address").asString(),
                row.get("asn").isNull() ? null : row.get("asn").asLong()));
  }

  /// The blocks that addresses are kept under and that prefixes of organizations meet: a prefix may
  /// be wider or narrower than a block. Only where prefixes are wide are the blocks asked for that
  /// there are.
  private List<String> blocks(OrganizationTraces traces) {
    return traces.neighbourhoods(MANY).map(List::copyOf).orElseGet(() -> known(traces));
  }

  private List<String> known(OrganizationTraces traces) {
    List<String> blocks = new ArrayList<>();
    tx.run(Statements.load("queries/detect/blocks"))
        .forEachRemaining(row -> {
          String block = row.get("prefix").asString("");
          if (IpPrefix.parse(block).filter(traces::overlaps).isPresent()) {
            blocks.add(block);
          }
        });
    return blocks;
  }

  private List<Record> rows(String statement, String parameter, Object value) {
    Map<String, Object> parameters = new HashMap<>(window);
    parameters.put(parameter, value);
    return new ArrayList<>(
        tx.run(Statements.load("queries/detect/" + statement), parameters).list());
  }

  private void each(List<Record> rows, ObjIntConsumer<Record> consumer) {
    for (Record row : rows) {
      for (int account : population.indexesOf(row.get("accounts").asList(Value::asString))) {
        consumer.accept(row, account);
      }
    }
  }
}
