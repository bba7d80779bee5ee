package io.iolaus.core.attribution;

import static io.iolaus.core.evidence.EvidencePriors.log2;

import io.iolaus.core.attribution.Attribution.Outcome;
import io.iolaus.core.attribution.Attribution.Row;
import io.iolaus.core.attribution.Hypothesis.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Weighs organizations against each other, against "unknown" and against deception.
///
/// The hypotheses exclude each other: organization X runs the group; somebody unknown runs it and
/// plants signs of X; nobody known has to do with it. Each finding has a likelihood under each of
/// them, in bits against "unknown", and what could have shown and did not counts against those that
/// led to expect it. Signs of Y under "X runs it" are chance, or X plants them, whichever explains
/// them better. Posterior odds are the sum of bits on top of the prior (Bayes).
///
/// A name needs more than confidence: two kinds of evidence, one of them hard to plant, which speak
/// for at least half of the group; and no other organization that would be named if this one were
/// not there.
final class Weigher {

  /// Below this an organization is not named.
  static final double NAMING_CONFIDENCE = 0.75;

  private static final int NAMING_KINDS = 2;
  private static final double NAMING_REACH = 0.5;

  /// What "unknown" has to be beaten by at least: most groups belong to nobody in the list.
  private static final double UNKNOWN_BITS = 6;

  /// A group with planted signs of an organization is half as frequent as one that it runs.
  private static final double DECEPTION_BITS = 1;

  /// Who has less evidence than so many others has none to speak of, and the matrix stays readable.
  private static final int MOST_ORGANIZATIONS = 12;

  private static final Comparator<Item> STRONGEST_FIRST =
      Comparator.comparingDouble((Item i) -> -Math.abs(i.bits())).thenComparing(Item::kind);

  private final Map<String, List<Finding>> findings = new TreeMap<>();
  private final double prior;

  /// @param known how many organizations there are to choose from: the more, the likelier that
  ///   chance points to one of them
  Weigher(List<Finding> findings, int known) {
    prior = -Math.max(UNKNOWN_BITS, log2(2.0 * Math.max(1, known)));
    Map<String, Double> shown = new TreeMap<>();
    findings.stream()
        .filter(Finding::found)
        .forEach(f -> shown.merge(f.organization(), Math.max(0, f.operates()), Double::sum));
    Set<String> weighed =
        shown.entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST_ORGANIZATIONS)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    findings.stream()
        .filter(f -> weighed.contains(f.organization()))
        .sorted(Comparator.comparing(Finding::kind))
        .forEach(
            f -> this.findings.computeIfAbsent(f.organization(), o -> new ArrayList<>()).add(f));
  }

  /// A hypothesis before it is ranked: its column of the matrix.
  private record Column(
      Hypothesis.Kind kind, @Nullable String organization, List<Double> bits, double sum) {}

  /// The ranking without its sensitivity.
  Attribution weigh() {
    List<Row> rows = rows();
    List<Column> columns = columns();
    double most = columns.stream().mapToDouble(Column::sum).max().orElse(0);
    double total = columns.stream().mapToDouble(c -> Math.pow(2, c.sum() - most)).sum();
    columns.sort(Comparator.comparingDouble((Column c) -> -c.sum()).thenComparing(Column::kind));
    Column first = columns.getFirst();
    Outcome outcome = outcome(first, Math.pow(2, first.sum() - most) / total);
    List<Hypothesis> hypotheses = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      double confidence = Math.pow(2, columns.get(c).sum() - most) / total;
      hypotheses.add(hypothesis(columns.get(c), confidence, outcome == Outcome.NAMED && c == 0));
    }
    List<Row> matrix = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      int place = r;
      Row row = rows.get(r);
      List<Double> bits = columns.stream().map(c -> c.bits().get(place)).toList();
      if (row.found() || bits.stream().anyMatch(b -> b != 0)) {
        matrix.add(
            new Row(row.organization(), row.kind(), row.found(), row.reach(), row.text(), bits));
      }
    }
    return new Attribution(outcome, hypotheses, matrix, List.of(), List.of());
  }

  /// The rows of the matrix, still without figures: the prior, then each organization's findings
  /// and what it costs to have planted them.
  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(null, "prior", true, 1, "before any evidence", List.of()));
    findings.forEach((organization, found) -> {
      for (Finding f : found) {
        rows.add(new Row(organization, f.kind().id(), f.found(), f.reach(), f.text(), List.of()));
      }
      rows.add(
          new Row(organization, "planting", false, 0, "somebody plants signs of it", List.of()));
    });
    return rows;
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    for (Map.Entry<String, List<Finding>> entry : findings.entrySet()) {
      String organization = entry.getKey();
      columns.add(column(Hypothesis.Kind.ORGANIZATION, organization));
      if (entry.getValue().stream().anyMatch(f -> f.found() && !f.kind().hardToPlant())) {
        columns.add(column(Hypothesis.Kind.DECEPTION, organization));
      }
    }
    columns.add(column(Hypothesis.Kind.UNKNOWN, null));
    return columns;
  }

  private Column column(Hypothesis.Kind kind, @Nullable String about) {
    List<Double> bits = new ArrayList<>();
    bits.add(kind == Hypothesis.Kind.ORGANIZATION ? prior : 0.0);
    findings.forEach((organization, found) -> {
      boolean own = organization.equals(about);
      boolean planted =
          own
              ? kind == Hypothesis.Kind.DECEPTION
              : kind != Hypothesis.Kind.UNKNOWN && planting(found) > 0;
      boolean operates = own && kind == Hypothesis.Kind.ORGANIZATION;
      for (Finding f : found) {
        bits.add(operates ? f.operates() : planted ? f.planted() : 0.0);
      }
      bits.add(planted ? prior - DECEPTION_BITS : 0.0);
    });
    return new Column(kind, about, bits, bits.stream().mapToDouble(Double::doubleValue).sum());
  }

  /// Bits by which planted signs explain what is found of an organization better than chance does.
  private double planting(List<Finding> found) {
    return prior - DECEPTION_BITS + found.stream().mapToDouble(Finding::planted).sum();
  }

  private Hypothesis hypothesis(Column column, double confidence, boolean named) {
    List<Finding> own =
        column.organization() == null
            ? List.of()
            : findings.getOrDefault(column.organization(), List.of());
    boolean planted = column.kind() == Hypothesis.Kind.DECEPTION;
    List<Item> items =
        own.stream()
            .map(f -> new Item(f.kind().id(), planted ? f.planted() : f.operates(), f.text()))
            .filter(i -> i.bits() != 0)
            .sorted(STRONGEST_FIRST)
            .toList();
    List<String> kinds =
        own.stream()
            .filter(Finding::found)
            .filter(f -> f.operates() > 0)
            .map(f -> f.kind().id())
            .toList();
    return new Hypothesis(
        column.kind(), column.organization(), confidence, column.sum(), named, kinds, items);
  }

  private Outcome outcome(Column first, double confidence) {
    if (findings.isEmpty()) {
      return Outcome.NO_EVIDENCE;
    }
    if (first.kind() == Hypothesis.Kind.DECEPTION) {
      return Outcome.DECEPTION;
    }
    String leader = first.organization();
    if (leader == null) {
      return Outcome.NOT_ENOUGH;
    }
    Outcome allowed = allowed(findings.getOrDefault(leader, List.of()));
    if (allowed == Outcome.NAMED || allowed == Outcome.PART_OF_GROUP) {
      for (String other : findings.keySet()) {
        if (!other.equals(leader) && namedAlone(other)) {
          return Outcome.SEVERAL_ORGANIZATIONS;
        }
      }
    }
    if (allowed != Outcome.NAMED) {
      return allowed;
    }
    return confidence >= NAMING_CONFIDENCE ? Outcome.NAMED : Outcome.NOT_ENOUGH;
  }

  /// Whether evidence of this make allows a name, however confident it is.
  private static Outcome allowed(List<Finding> found) {
    List<Finding> supporting =
        found.stream().filter(Finding::found).filter(f -> f.operates() > 0).toList();
    if (supporting.size() < NAMING_KINDS) {
      return Outcome.ONE_KIND;
    }
    if (supporting.stream().noneMatch(f -> f.kind().hardToPlant())) {
      return Outcome.EASILY_PLANTED;
    }
    double reach =
        supporting.stream()
            .filter(f -> f.kind() != EvidenceKind.CLAIM && f.kind() != EvidenceKind.CAMPAIGN_CLAIM)
            .mapToDouble(Finding::reach)
            .max()
            .orElse(0);
    return reach >= NAMING_REACH ? Outcome.NAMED : Outcome.PART_OF_GROUP;
  }

  /// Whether an organization would be named were it the only one with evidence.
  private boolean namedAlone(String organization) {
    List<Finding> own = findings.getOrDefault(organization, List.of());
    double operates = prior + own.stream().mapToDouble(Finding::operates).sum();
    double odds = Math.pow(2, operates) / (1 + Math.pow(2, Math.max(-60, planting(own))));
    return allowed(own) == Outcome.NAMED && odds / (1 + odds) >= NAMING_CONFIDENCE;
  }
}
