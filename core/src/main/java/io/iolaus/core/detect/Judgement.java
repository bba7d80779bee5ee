package io.iolaus.core.detect;

import io.iolaus.core.abuse.AbuseJudge;
import io.iolaus.core.abuse.AbuseReport;
import io.iolaus.core.activity.ActivityDay;
import io.iolaus.core.attribution.Attribution;
import io.iolaus.core.detect.FoundCluster.Day;
import io.iolaus.core.detect.FoundCluster.FoundMember;
import io.iolaus.core.detect.FoundCluster.Target;
import io.iolaus.core.evidence.Facet;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.core.resolve.Resolution.Group;
import io.iolaus.core.resolve.Resolution.Member;
import io.iolaus.core.resolve.Resolution.Support;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Turns a resolved group into a judged one: two scores, a state, a state for each member.
///
/// `labelled` needs a group that is linked and abusive beyond both thresholds, and of the member
/// itself: membership beyond doubt, two independent facets, its own share in what the group is
/// after, no sign that it is a stranger who was drawn in, no contract that vouches for it and
/// nobody who decided that it is legitimate. Everything else that is worth a look is `review`; what
/// is merely linked (a family, a team) is no cluster at all.
final class Judgement {

  static final double LABEL_LINKED = 0.9;
  static final double LABEL_ABUSIVE = 0.75;
  static final double REVIEW_ABUSIVE = 0.4;
  private static final double LABEL_MEMBERSHIP = 0.9;
  private static final double LABEL_OWN_SHARE = 0.2;
  private static final double FACET_BITS = 3;
  private static final int MIN_LABELLED = 5;

  /// Who pays and who signs in: what nobody plants on a passive party. An account of which one of
  /// these says that it is a stranger, and none that it belongs, is not labelled whatever else it
  /// shares.
  private static final Set<Facet> IDENTITY = EnumSet.of(Facet.PAYMENT, Facet.CLIENT);

  private static final double STRANGER = 1.8;

  private static final double TARGETED_SHARE = 0.1;

  /// Evidence is never quite what it says: probabilities are drawn this much toward even odds.
  private static final double TRUST = 0.7;

  private final Population population;
  private final EvidenceGraph evidence;
  private final GroupSigns signs;
  private final AbuseJudge abuse;

  Judgement(Population population, Derivation derivation, EvidenceGraph evidence) {
    this.population = population;
    this.evidence = evidence;
    this.signs = new GroupSigns(population, derivation, evidence);
    this.abuse = new AbuseJudge(population.traits());
  }

  /// A judged group without id and attribution, or null where it is nothing to look at.
  @org.jspecify.annotations.Nullable
  FoundCluster judge(Group group) {
    AbuseReport report = report(group);
    Group judged = group;
    Group core = core(group, report);
    if (core.members().size() >= MIN_LABELLED && core.members().size() < group.members().size()) {
      AbuseReport ofCore = report(core);
      if (ofCore.score() > report.score()) {
        report = ofCore;
        judged = core;
      }
    }
    if (report.score() < REVIEW_ABUSIVE) {
      return null;
    }
    Map<Integer, Double> own = report.own();
    boolean hostile =
        linked(judged, null) >= LABEL_LINKED
            && report.score() >= LABEL_ABUSIVE
            && !signs.vouchedFor(group);
    Set<Integer> doings = signs.doings(group);
    List<FoundMember> members = new ArrayList<>();
    for (Member member : group.members()) {
      members.add(
          member(member, hostile && active(member.account(), doings) && participates(member, own)));
    }
    long labelled = members.stream().filter(FoundMember::labelled).count();
    boolean label = labelled >= MIN_LABELLED;
    if (!label) {
      members.replaceAll(m ->
          new FoundMember(m.account(), m.id(), false, m.membership(), m.bits(), m.facetBits()));
    }
    members.sort(
        Comparator.comparing((FoundMember m) -> !m.labelled()).thenComparing(FoundMember::id));
    return describe(judged, group.supports(), members, label, report);
  }

  /// The members with a share of their own in what the group is after. A hydra carries innocent
  /// customers too, who must not make its own accounts look harmless.
  private static Group core(Group group, AbuseReport report) {
    return new Group(
        group.members().stream()
            .filter(m -> report.own().getOrDefault(m.account(), 0.0) >= LABEL_OWN_SHARE)
            .toList(),
        group.supports());
  }

  /// How hostile a group looks.
  private AbuseReport report(Group group) {
    int[] accounts = group.members().stream().mapToInt(Member::account).toArray();
    return abuse.judge(
        accounts,
        signs.ownSkeletons(accounts, group.supports()),
        signs.shape(accounts, group.supports()));
  }

  private boolean active(int account, Set<Integer> doings) {
    return doings.isEmpty() || evidence.thingsOf(account).anyMatch(doings::contains);
  }

  private boolean participates(Member member, Map<Integer, Double> own) {
    Population.Entry account = population.get(member.account());
    long facets = member.facetBits().values().stream().filter(b -> b >= FACET_BITS).count();
    return probability(member.bits()) >= LABEL_MEMBERSHIP
        && facets >= 2
        && own.getOrDefault(member.account(), 0.0) >= LABEL_OWN_SHARE
        && !stranger(member)
        && member.facetBits().getOrDefault(Facet.PROMPT, 0.0) >= 0
        && account.verifiedBy() == null
        && !account.legitimate();
  }

  private static boolean stranger(Member member) {
    double least = 0;
    double most = 0;
    for (Facet facet : IDENTITY) {
      least = Math.min(least, member.facetBits().getOrDefault(facet, 0.0));
      most = Math.max(most, member.facetBits().getOrDefault(facet, 0.0));
    }
    return least <= -STRANGER && most < FACET_BITS;
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
      Group judged,
      List<Support> supports,
      List<FoundMember> members,
      boolean label,
      AbuseReport report) {
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
          judged.members().stream()
              .mapToDouble(m -> m.facetBits().getOrDefault(facet, 0.0))
              .average()
              .orElse(0);
      if (mean >= 0.5) {
        bits.put(facet, mean);
        without.put(facet, linked(judged, facet));
      }
    }
    return new FoundCluster(
        "",
        label,
        linked(judged, null),
        report.score(),
        members,
        exchanges,
        population.firstSeen(counted),
        population.lastSeen(counted),
        targets(capabilities),
        bits,
        without,
        report.signals(),
        supports,
        Attribution.NONE,
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
