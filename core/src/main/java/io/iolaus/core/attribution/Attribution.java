package io.iolaus.core.attribution;

import io.iolaus.core.attribution.Hypothesis.Item;
import io.iolaus.core.evidence.EvidencePriors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Weighs organizations against each other and against "unknown".
///
/// Each kind of evidence counts once, with the log of how much more often the group shows it than
/// everybody else, bounded by how hard it is to plant: anybody can write a foreign domain into a
/// form, few can send from a foreign network, nobody can make a contract with it. A single account
/// is an accident and weighs nothing. Organizations share one probability with "unknown" (Bayes
/// over exclusive hypotheses); one is named only with two independent kinds of evidence, one of them
/// hard to plant, and a confidence of {@link #NAMING_CONFIDENCE}. Country and language are never evidence.
public final class Attribution {

  /// Below this an organization is not named.
  public static final double NAMING_CONFIDENCE = 0.75;

  private static final int NAMING_KINDS = 2;

  /// What "unknown" has to be beaten by: most groups belong to nobody in the list.
  private static final double UNKNOWN_BITS = 6;

  private static final Map<String, Double> MAX_BITS =
      Map.of("verified-members", 9.0, "network", 8.0, "billing-name", 7.0, "email-domain", 6.0);

  private static final String CONFIRMATION = "confirmation";

  /// What the operator of a false flag cannot produce by typing another's name into a form or by
  /// having somebody say so. At least one kind of these must be among those that name.
  private static final Set<String> HARD_TO_PLANT =
      Set.of("verified-members", "network", CONFIRMATION);

  private static final double CONFIRMS_ITSELF = 10;
  private static final double CLAIM = 2.5;
  private static final double DENIES = -1.5;
  private static final int MIN_ACCOUNTS = 2;

  private static final Comparator<Item> STRONGEST_FIRST =
      Comparator.comparingDouble((Item i) -> -i.bits()).thenComparing(Item::kind);

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
  /// once; what is said for and what is said against it both count.
  private static Map<String, Item> claims(List<ClaimEvidence> claims) {
    Map<String, List<ClaimEvidence>> byOrganization = new TreeMap<>();
    for (ClaimEvidence claim : claims) {
      List<ClaimEvidence> said =
          byOrganization.computeIfAbsent(claim.organization(), o -> new ArrayList<>());
      if (claim.statement().equals("withdraws")) {
        said.removeIf(earlier -> earlier.by().equals(claim.by()));
      } else {
        said.add(claim);
      }
    }
    Map<String, Item> items = new TreeMap<>();
    byOrganization.forEach((organization, said) -> {
      double support = 0;
      double denial = 0;
      TreeSet<String> texts = new TreeSet<>();
      for (ClaimEvidence claim : said) {
        support = Math.max(support, worth(claim));
        denial = Math.min(denial, worth(claim));
        texts.add(claim.by() + " " + claim.statement());
      }
      if (!texts.isEmpty()) {
        String kind = support >= CONFIRMS_ITSELF ? CONFIRMATION : "claim";
        items.put(organization, new Item(kind, support + denial, String.join("; ", texts)));
      }
    });
    return items;
  }

  private static double worth(ClaimEvidence claim) {
    return switch (claim.statement()) {
      case "operates" -> CLAIM;
      case "confirms" -> claim.bySelf() ? CONFIRMS_ITSELF : CLAIM;
      case "denies" -> DENIES;
      default -> 0;
    };
  }

  private static List<Hypothesis> normalize(Map<String, List<Item>> items) {
    double total = Math.pow(2, UNKNOWN_BITS);
    Map<String, Double> odds = new TreeMap<>();
    for (Map.Entry<String, List<Item>> entry : items.entrySet()) {
      entry.getValue().sort(STRONGEST_FIRST);
      double bits = entry.getValue().stream().mapToDouble(Item::bits).sum();
      odds.put(entry.getKey(), Math.pow(2, bits));
      total += Math.pow(2, bits);
    }
    List<Hypothesis> hypotheses = new ArrayList<>();
    for (Map.Entry<String, List<Item>> entry : items.entrySet()) {
      double confidence = odds.getOrDefault(entry.getKey(), 0.0) / total;
      List<String> kinds =
          entry.getValue().stream().filter(i -> i.bits() > 0).map(Item::kind).sorted().toList();
      boolean named =
          confidence >= NAMING_CONFIDENCE
              && kinds.size() >= NAMING_KINDS
              && kinds.stream().anyMatch(HARD_TO_PLANT::contains);
      hypotheses.add(new Hypothesis(entry.getKey(), confidence, named, kinds, entry.getValue()));
    }
    hypotheses.add(
        new Hypothesis(null, Math.pow(2, UNKNOWN_BITS) / total, false, List.of(), List.of()));
    hypotheses.sort(Comparator.comparingDouble((Hypothesis h) -> -h.confidence()));
    return List.copyOf(hypotheses);
  }
}
