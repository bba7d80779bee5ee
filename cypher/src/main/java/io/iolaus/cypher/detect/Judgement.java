package io.iolaus.cypher.detect;

import io.iolaus.core.abuse.AbuseJudge;
import io.iolaus.core.abuse.AbuseReport;
import io.iolaus.core.activity.ActivityDay;
import io.iolaus.core.evidence.EvidencePriors;
import io.iolaus.core.evidence.Facet;
import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.core.resolve.Resolution.Group;
import io.iolaus.core.resolve.Resolution.Member;
import io.iolaus.core.resolve.Resolution.Support;
import io.iolaus.cypher.detect.FoundCluster.Day;
import io.iolaus.cypher.detect.FoundCluster.FoundMember;
import io.iolaus.cypher.detect.FoundCluster.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Turns a resolved group into a judged one: two scores, a state, a state for each member.
///
/// `labelled` needs a group that is linked and abusive beyond both thresholds, and of the member itself: membership beyond
/// doubt, two independent facets, its own share in what the group is after, no contract that vouches for it and nobody
/// who decided that it is legitimate. Everything else that is worth a look is `review`; what is merely linked
/// (a family, a team) is no cluster at all.
final class Judgement {

  static final double LABEL_LINKED = 0.9;
  static final double LABEL_ABUSIVE = 0.5;
  static final double REVIEW_ABUSIVE = 0.25;
  private static final double LABEL_MEMBERSHIP = 0.9;
  private static final double LABEL_OWN_SHARE = 0.2;
  private static final double FACET_BITS = 3;
  private static final int MIN_LABELLED = 5;

  /// A skeleton is the group's own if at most this part of the accounts that show it are outside.
  private static final double OWN_SKELETON = 0.2;

  private static final double PERSONAL_BITS = 10;
  private static final double TARGETED_SHARE = 0.1;

  /// Evidence is never quite what it says: probabilities are drawn this much toward even odds.
  private static final double TRUST = 0.7;

  private final Population population;
  private final Derivation derivation;
  private final EvidenceGraph evidence;
  private final AbuseJudge abuse;

  Judgement(Population population, Derivation derivation, EvidenceGraph evidence) {
    this.population = population;
    this.derivation = derivation;
    this.evidence = evidence;
    this.abuse = new AbuseJudge(population.traits());
  }

  /// A judged group without id and attribution, or null where it is nothing to look at.
  @org.jspecify.annotations.Nullable FoundCluster judge(Group group) {
    AbuseReport report = report(group);
    double linked = linked(group, null);
    if (report.score() < REVIEW_ABUSIVE) {
      return null;
    }
    boolean hostile = linked >= LABEL_LINKED && report.score() >= LABEL_ABUSIVE;
    List<FoundMember> members = new ArrayList<>();
    for (Member member : group.members()) {
      members.add(member(member, hostile && participates(member, report)));
    }
    long labelled = members.stream().filter(FoundMember::labelled).count();
    boolean label = labelled >= MIN_LABELLED;
    if (!label) {
      members.replaceAll(
          m -> new FoundMember(m.account(), m.id(), false, m.membership(), m.bits(), m.facetBits()));
    }
    members.sort(
        Comparator.comparing((FoundMember m) -> !m.labelled()).thenComparing(FoundMember::id));
    return describe(group, members, label, linked, report);
  }

  /// How hostile a group looks.
  AbuseReport report(Group group) {
    int[] accounts = group.members().stream().mapToInt(Member::account).toArray();
    Map<Integer, Double> own = ownSkeletons(accounts, group.supports());
    return abuse.judge(
        accounts,
        a -> derivation.sampledTotal(a, false) == 0 ? Double.NaN : own.getOrDefault(a, 0.0),
        sharedDevices(group));
  }

  /// Part of the members that show a personal identifier (device, phone, …) which at least two others of the group show too. The seats
  /// of a company share a card and an address, but each has a device of its own.
  private double sharedDevices(Group group) {
    Set<Integer> sharing = new HashSet<>();
    for (Support support : group.supports()) {
      SharedThing thing = evidence.thing(support.thing());
      if (thing.facet() == Facet.CLIENT
          && EvidencePriors.of(thing).maxBits() >= PERSONAL_BITS
          && support.members() >= 3) {
        for (int p = 0; p < thing.size(); p++) {
          sharing.add(thing.member(p));
        }
      }
    }
    sharing.retainAll(group.members().stream().map(Member::account).toList());
    return sharing.size() / (double) Math.max(1, group.members().size());
  }

  private boolean participates(Member member, AbuseReport report) {
    Population.Entry account = population.get(member.account());
    long facets = member.facetBits().values().stream().filter(b -> b >= FACET_BITS).count();
    return probability(member.bits()) >= LABEL_MEMBERSHIP
        && facets >= 2
        && report.own().getOrDefault(member.account(), 0.0) >= LABEL_OWN_SHARE
        && account.verifiedBy() == null
        && !account.legitimate();
  }

  private FoundMember member(Member member, boolean labelled) {
    return new FoundMember(
        member.account(),
        population.get(member.account()).id(),
        labelled,
        probability(member.bits()),
        member.bits(),
        member.facetBits());
  }

  /// Share of each account's sampled prompts that come from skeletons hardly anybody outside the group uses.
  private Map<Integer, Double> ownSkeletons(int[] accounts, List<Support> supports) {
    Set<Integer> group = new HashSet<>();
    for (int account : accounts) {
      group.add(account);
    }
    Map<Integer, Double> shares = new HashMap<>();
    for (Support support : supports) {
      SharedThing thing = evidence.thing(support.thing());
      Derivation.Family family = derivation.families().get(thing.key());
      if (family == null || family.system() || !thing.type().equals("PromptFamily")) {
        continue;
      }
      int outside = thing.size() - support.members();
      if (outside <= OWN_SKELETON * thing.size()) {
        for (int p = 0; p < thing.size(); p++) {
          if (group.contains(thing.member(p))) {
            shares.merge(thing.member(p), (double) thing.strength(p), Double::sum);
          }
        }
      }
    }
    shares.replaceAll((account, share) -> Math.min(1, share));
    return shares;
  }

  private static double probability(double bits) {
    return Math.clamp(1 / (1 + Math.pow(2, -TRUST * bits)), 0.0001, 0.9999);
  }

  /// Mean probability of its members, without a facet where one is given.
  private static double linked(Group group, @org.jspecify.annotations.Nullable Facet without) {
    return group.members().stream()
        .mapToDouble(m -> probability(without == null ? m.bits() : m.bitsWithout(without)))
        .average()
        .orElse(0);
  }

  private FoundCluster describe(
      Group group, List<FoundMember> members, boolean label, double linked, AbuseReport report) {
    List<FoundMember> counted =
        label ? members.stream().filter(FoundMember::labelled).toList() : members;
    TreeMap<LocalDate, long[]> days = new TreeMap<>();
    Map<String, Long> capabilities = new TreeMap<>();
    long exchanges = 0;
    for (FoundMember member : counted) {
      for (ActivityDay day : population.get(member.account()).activity().days()) {
        long[] sums = days.computeIfAbsent(day.date(), d -> new long[2]);
        sums[0] += day.exchanges();
        sums[1]++;
        exchanges += day.exchanges();
      }
      population
          .get(member.account())
          .traits()
          .capabilities()
          .forEach((capability, count) -> capabilities.merge(capability, count, Long::sum));
    }
    Map<Facet, Double> bits = new EnumMap<>(Facet.class);
    Map<Facet, Double> without = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      double mean =
          group.members().stream()
              .mapToDouble(m -> m.facetBits().getOrDefault(facet, 0.0))
              .average()
              .orElse(0);
      if (mean >= 0.5) {
        bits.put(facet, mean);
        without.put(facet, linked(group, facet));
      }
    }
    return new FoundCluster(
        "",
        label,
        linked,
        report.score(),
        members,
        exchanges,
        population.firstSeen(counted),
        population.lastSeen(counted),
        targets(capabilities),
        bits,
        without,
        report.signals(),
        group.supports(),
        List.of(),
        days.entrySet().stream()
            .map(e -> new Day(e.getKey(), e.getValue()[0], (int) e.getValue()[1]))
            .toList());
  }

  /// Capabilities with a tenth of the exchanges or more; the strongest one where none has that.
  private static List<Target> targets(Map<String, Long> capabilities) {
    double all = capabilities.values().stream().mapToLong(Long::longValue).sum();
    List<Target> targets =
        new ArrayList<>(
            capabilities.entrySet().stream()
                .map(e -> new Target(e.getKey(), e.getValue(), e.getValue() / all))
                .sorted(
                    Comparator.comparingLong((Target t) -> -t.exchanges())
                        .thenComparing(Target::capability))
                .toList());
    long kept = targets.stream().filter(t -> t.share() >= TARGETED_SHARE).count();
    return List.copyOf(targets.subList(0, (int) Math.min(targets.size(), Math.max(1, kept))));
  }
}
