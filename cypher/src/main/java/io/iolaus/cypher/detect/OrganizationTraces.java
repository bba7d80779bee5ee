package io.iolaus.cypher.detect;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.iolaus.core.detect.Population;
import io.iolaus.cypher.statement.Statements;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/// Which accounts bear a trace of which organization: an e-mail domain, an address in its networks,
/// its name on an invoice, a seat it vouches for.
///
/// @param traces by organization, then by kind: indexes of accounts
record OrganizationTraces(Map<String, Map<String, Set<Integer>>> traces) {

  static OrganizationTraces read(Driver driver, Population population) {
    try (var session = driver.session()) {
      return session.executeRead(tx -> new Reading(tx, population).read());
    }
  }

  /// One pass over organizations; small lists, a few statements in all.
  private static final class Reading {
    private final TransactionContext tx;
    private final Population population;
    private final Map<String, Map<String, Set<Integer>>> traces = new TreeMap<>();

    Reading(TransactionContext tx, Population population) {
      this.tx = tx;
      this.population = population;
    }

    OrganizationTraces read() {
      List<Record> organizations = tx.run(Statements.load("queries/detect/organizations")).list();
      Map<String, Set<String>> byDomain = owners(organizations, "domains");
      Map<String, Set<String>> byBillingName = owners(organizations, "billingNames");
      Map<Long, Set<String>> byAsn = new HashMap<>();
      Map<IPAddress, Set<String>> byPrefix = new HashMap<>();
      for (Record row : organizations) {
        String id = row.get("id").asString();
        for (Object asn : row.get("asns").asList(List.of())) {
          byAsn.computeIfAbsent((Long) asn, a -> new HashSet<>()).add(id);
        }
        for (Object prefix : row.get("prefixes").asList(List.of())) {
          IPAddress range = new IPAddressString((String) prefix).getAddress();
          if (range != null) {
            byPrefix.computeIfAbsent(range, p -> new HashSet<>()).add(id);
          }
        }
      }
      seats(byDomain);
      asns(byAsn);
      prefixes(byPrefix);
      billingNames(byBillingName);
      return new OrganizationTraces(traces);
    }

    private static Map<String, Set<String>> owners(List<Record> organizations, String property) {
      Map<String, Set<String>> owners = new HashMap<>();
      for (Record row : organizations) {
        for (Object value : row.get(property).asList(List.of())) {
          String key = property.equals("domains") ? lower((String) value) : (String) value;
          owners.computeIfAbsent(key, k -> new HashSet<>()).add(row.get("id").asString());
        }
      }
      return owners;
    }

    private void seats(Map<String, Set<String>> byDomain) {
      for (int a = 0; a < population.size(); a++) {
        Population.Entry account = population.get(a);
        if (account.verifiedBy() != null) {
          add(account.verifiedBy(), "verified-members", a);
        }
        if (account.emailDomain() != null) {
          for (String domain = lower(account.emailDomain());
              domain.contains(".");
              domain = domain.substring(domain.indexOf('.') + 1)) {
            for (String organization : byDomain.getOrDefault(domain, Set.of())) {
              add(organization, "email-domain", a);
            }
          }
        }
      }
    }

    private void asns(Map<Long, Set<String>> byAsn) {
      if (byAsn.isEmpty()) {
        return;
      }
      for (Record row :
          tx.run(
                  Statements.load("queries/detect/accounts-of-asns"),
                  Map.of("asns", List.copyOf(byAsn.keySet())))
              .list()) {
        addAll(byAsn.getOrDefault(row.get("asn").asLong(), Set.of()), "network", row);
      }
    }

    private void prefixes(Map<IPAddress, Set<String>> byPrefix) {
      if (byPrefix.isEmpty()) {
        return;
      }
      List<String> blocks = new ArrayList<>();
      tx.run(Statements.load("queries/detect/blocks"))
          .forEachRemaining(row -> {
            IPAddress block = new IPAddressString(row.get("prefix").asString("")).getAddress();
            if (block != null && byPrefix.keySet().stream().anyMatch(p -> p.overlaps(block))) {
              blocks.add(row.get("prefix").asString());
            }
          });
      for (Record row :
          tx.run(Statements.load("queries/detect/accounts-of-addresses"), Map.of("blocks", blocks))
              .list()) {
        IPAddress address = new IPAddressString(row.get("address").asString()).getAddress();
        byPrefix.forEach((prefix, organizations) -> {
          if (address != null && prefix.contains(address)) {
            addAll(organizations, "network", row);
          }
        });
      }
    }

    private void billingNames(Map<String, Set<String>> byBillingName) {
      for (Record row :
          tx.run(
                  Statements.load("queries/detect/accounts-of-billing-names"),
                  Map.of("names", List.copyOf(byBillingName.keySet())))
              .list()) {
        addAll(
            byBillingName.getOrDefault(row.get("name").asString(), Set.of()), "billing-name", row);
      }
    }

    private void addAll(Set<String> organizations, String kind, Record row) {
      int[] accounts = population.indexesOf(row.get("accounts").asList(v -> v.asString()));
      for (String organization : organizations) {
        Arrays.stream(accounts).forEach(a -> add(organization, kind, a));
      }
    }

    private void add(String organization, String kind, int account) {
      traces
          .computeIfAbsent(organization, o -> new TreeMap<>())
          .computeIfAbsent(kind, k -> new HashSet<>())
          .add(account);
    }

    private static String lower(String text) {
      return text.toLowerCase(Locale.ROOT);
    }
  }
}
