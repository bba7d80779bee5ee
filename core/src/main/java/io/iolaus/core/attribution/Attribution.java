package io.iolaus.core.attribution;

import io.iolaus.core.attribution.Hypothesis.Item;
import io.iolaus.core.evidence.EvidencePriors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Weighs organizations against each other and against "unknown".
///
/// Each kind of evidence counts once, with the log of how much more often the group shows it than
/// everybody else, bounded by how hard it is to plant: anybody can write a foreign domain into a
/// form, few can send from a foreign network, nobody can make a contract with it. A single account
/// is an accident and weighs nothing. Organizations share one probability with "unknown" (Bayes
/// over exclusive hypotheses); one is named only with two independent kinds of evidence and a
/// confidence of {@link #NAMING_CONFIDENCE}. Country and language are never evidence.
public final class Attribution {

  /// Below this an organization is not named.
  public static final double NAMING_CONFIDENCE = 0.75;

  private static final int NAMING_KINDS = 2;

  /// What "unknown" has to be beaten by: most groups belong to nobody in the list.
  private static final double UNKNOWN_BITS = 6;

  private static final Map<String, Double> MAX_BITS =
      Map.of("verified-members", 9.0, "network", 8.0, "billing-name", 7.0, "email-domain", 6.0);
  private static final double CONFIRMS_ITSELF = 10;
  private static final double CLAIM = 2.5;
  private static final double DENIES = -1.5;
  private static final int MIN_ACCOUNTS = 2;

  private Attribution() {}

  /// The hypotheses about a group, most confident first; "unknown" is always among them.
  ///
  /// @param accounts size of the group
  /// @param population accounts outside the group
  public static List<Hypothesis> weigh(
      int accounts,
      int population,
      List<OrganizationEvidence> evidence,
      List<ClaimEvidence> claims) {
    Map<String, List<Item>> items = new TreeMap<>();
    for (OrganizationEvidence e : evidence) {
      if (e.accounts() >= MIN_ACCOUNTS) {
        double here = e.accounts() / (double) Math.max(1, accounts);
        double elsewhere = (e.outside() + 0.5) / (population + 1.0);
        double bits =
            Math.clamp(
                EvidencePriors.log2(here / elsewhere), 0, MAX_BITS.getOrDefault(e.kind(), 4.0));
        if (bits >= 1) {
          items
              .computeIfAbsent(e.organization(), o -> new ArrayList<>())
              .add(new Item(e.kind(), bits, e.text()));
        }
      }
    }
    claims(claims)
        .forEach((organization, item) ->
            items.computeIfAbsent(organization, o -> new ArrayList<>()).add(item));
    return normalize(items);
  }

  /// One item an organization: the same statement from ten mouths may have one source, so it counts
  /// once.
  private static Map<String, Item> claims(List<ClaimEvidence> claims) {
    Map<String, Double> bits = new TreeMap<>();
    Map<String, TreeSet<String>> texts = new TreeMap<>();
    for (ClaimEvidence claim : claims) {
      double worth =
          switch (claim.statement()) {
            case "operates" -> CLAIM;
            case "confirms" -> claim.bySelf() ? CONFIRMS_ITSELF : CLAIM;
            case "denies" -> DENIES;
            default -> 0;
          };
      bits.merge(claim.organization(), worth, (a, b) -> Math.abs(a) >= Math.abs(b) ? a : b);
      texts
          .computeIfAbsent(claim.organization(), o -> new TreeSet<>())
          .add(claim.by() + " " + claim.statement());
    }
    Map<String, Item> items = new TreeMap<>();
    bits.forEach((organization, worth) ->
        items.put(
            organization,
            new Item(
                "claim",
                worth,
                String.join("; ", texts.getOrDefault(organization, new TreeSet<>())))));
    return items;
  }

  private static List<Hypothesis> normalize(Map<String, List<Item>> items) {
    double total = Math.pow(2, UNKNOWN_BITS);
    Map<String, Double> odds = new TreeMap<>();
    for (Map.Entry<String, List<Item>> entry : items.entrySet()) {
      double bits = entry.getValue().stream().mapToDouble(Item::bits).sum();
      odds.put(entry.getKey(), Math.pow(2, bits));
      total += Math.pow(2, bits);
    }
    List<Hypothesis> hypotheses = new ArrayList<>();
    for (Map.Entry<String, List<Item>> entry : items.entrySet()) {
      double confidence = odds.getOrDefault(entry.getKey(), 0.0) / total;
      List<String> kinds =
          entry.getValue().stream().filter(i -> i.bits() > 0).map(Item::kind).sorted().toList();
      boolean named = confidence >= NAMING_CONFIDENCE && kinds.size() >= NAMING_KINDS;
      hypotheses.add(new Hypothesis(entry.getKey(), confidence, named, kinds, entry.getValue()));
    }
    hypotheses.add(
        new Hypothesis(null, Math.pow(2, UNKNOWN_BITS) / total, false, List.of(), List.of()));
    hypotheses.sort(Comparator.comparingDouble((Hypothesis h) -> -h.confidence()));
    return List.copyOf(hypotheses);
  }
}
