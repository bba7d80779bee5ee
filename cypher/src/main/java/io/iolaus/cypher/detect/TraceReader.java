package io.iolaus.cypher.detect;

import io.iolaus.core.attribution.KnownOrganization;
import io.iolaus.core.attribution.OrganizationTraces;
import io.iolaus.core.detect.Population;
import io.iolaus.cypher.detector.DetectorWindow;
import io.iolaus.cypher.statement.Statements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/// Reads which accounts bear a trace of which organization: a few statements in all, whatever the
/// number of organizations.
final class TraceReader {

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
    if (traces.hasNetworks()) {
      each(
          rows("accounts-of-addresses", "addresses", owned(traces)),
          (row, account) ->
              traces.address(account, row.get("address").asString(), asn(row.get("asn"))));
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

  /// Addresses in networks of organizations: by number or by prefix, which may be of any length.
  private List<String> owned(OrganizationTraces traces) {
    List<String> owned = new ArrayList<>();
    tx.run(Statements.load("queries/detect/addresses"))
        .forEachRemaining(row -> {
          String address = row.get("address").asString();
          if (traces.isOwned(address, asn(row.get("asn")))) {
            owned.add(address);
          }
        });
    return owned;
  }

  private static @Nullable Long asn(Value value) {
    return value.isNull() ? null : value.asLong();
  }

  private List<Record> rows(String statement, String parameter, Object value) {
    Map<String, Object> parameters = new HashMap<>(window);
    parameters.put(parameter, value);
    return tx.run(Statements.load("queries/detect/" + statement), parameters).list();
  }

  private void each(List<Record> rows, ObjIntConsumer<Record> consumer) {
    for (Record row : rows) {
      for (int account : population.indexesOf(row.get("accounts").asList(Value::asString))) {
        consumer.accept(row, account);
      }
    }
  }
}
