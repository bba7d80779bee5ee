package io.iolaus.cypher.detector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neo4j.driver.Record;

/// Takes in the rows of one run and holds them to the contract of a link. One thread may add rows
/// while another closes it and takes what came before.
final class LinkRows {
  private final DetectorFile detector;
  private final DetectorBudget budget;
  private final List<Link> links = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  // An account is in many links: one copy of its id serves all of them.
  private final Map<String, String> ids = new HashMap<>();
  private long members;
  private boolean closed;

  LinkRows(DetectorFile detector, DetectorBudget budget) {
    this.detector = detector;
    this.budget = budget;
  }

  /// Takes a row in; where it does not fit into the budget it is left out, and told is why.
  ///
  /// @throws BrokenContract when the row is none that a detector may return
  synchronized Optional<String> add(Record row) {
    if (closed) {
      return Optional.of("out of time");
    }
    if (links.size() == budget.maxLinks()) {
      return Optional.of("more than " + budget.maxLinks() + " links");
    }
    String type = text(row, "type");
    String key = text(row, "key");
    String where = type + " " + key;
    require(DetectorFile.LINK_TYPES.contains(type), type + " is no type of link");
    require(detector.facet().equals(text(row, "facet")), where + " is of another facet");
    require(row.get("accounts").asBoolean(false), where + " has members that are no accounts");
    require(seen.add(type + '\n' + key), where + " comes twice; collect its members in one row");
    int total = row.get("total").asInt();
    require(total >= 2, where + " has fewer than two members: nothing is shared");
    if (members + total > budget.maxMembers()) {
      return Optional.of("more than " + budget.maxMembers() + " members");
    }
    String[] listed =
        row.get("members")
            .asList(id -> ids.computeIfAbsent(id.asString(), k -> k))
            .toArray(String[]::new);
    Arrays.sort(listed);
    for (int i = 1; i < listed.length; i++) {
      require(
          !listed[i].equals(listed[i - 1]),
          where + " has a member twice; use collect(DISTINCT …), or the total is wrong");
    }
    // the first by id, so that the same graph gives the same list
    List<String> kept =
        Arrays.asList(listed).subList(0, Math.min(listed.length, budget.memberCap()));
    links.add(new Link(detector.id(), detector.facet(), type, key, total, kept));
    members += total;
    return Optional.empty();
  }

  /// Takes nothing more.
  synchronized void close() {
    closed = true;
  }

  synchronized List<Link> sorted() {
    return links.stream()
        .sorted(Comparator.comparing(Link::type).thenComparing(Link::key))
        .toList();
  }

  synchronized long members() {
    return members;
  }

  private String text(Record row, String column) {
    require(!row.get(column).isNull(), "a row has no " + column);
    require(
        row.get(column).hasType(org.neo4j.driver.types.TypeSystem.getDefault().STRING()),
        column + " is no string");
    return row.get(column).asString();
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new BrokenContract(otherwise);
    }
  }

  /// The statement returned what is no link.
  static final class BrokenContract extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenContract(String message) {
      super(message);
    }
  }
}
