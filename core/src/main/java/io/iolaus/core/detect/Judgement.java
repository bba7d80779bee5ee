package io.iolaus.core.detect;

import io.iolaus.core.abuse.AbuseJudge;
import io.iolaus.core.abuse.AbuseReport;
import io.iolaus.core.attribution.Attribution;
import io.iolaus.core.detect.FoundCluster.FoundMember;
import io.iolaus.core.evidence.Facet;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.core.resolve.Resolution.Group;
import io.iolaus.core.resolve.Resolution.Member;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Turns a resolved group into a judged one: two scores, a state, a state for each member.
///
/// `labelled` needs a group that is linked and abusive beyond both thresholds, and of the member
/// itself: membership beyond doubt, two independent facets, its own share in what the group is
/// after, and no sign that it is a stranger who was drawn in. Everything else that is worth a look
/// is `review`; what is merely linked (a family, a team) is no cluster at all.
final class Judgement {

  static final double LABEL_LINKED = 0.9;
  static final double LABEL_ABUSIVE = 0.7;
  static final double REVIEW_ABUSIVE = 0.4;

  /// Below this a cluster that was found before is found no more.
  private static final double STAYS_ABUSIVE = 0.2;

  private static final int MIN_LABELLED = 5;

  private final Population population;
  private final EvidenceGraph evidence;
  private final GroupSigns signs;
  private final Decisions decisions;
  private final AbuseJudge abuse;

  Judgement(
      Population population, Derivation derivation, EvidenceGraph evidence, Contracts contracts) {
    this.population = population;
    this.evidence = evidence;
    this.signs = new GroupSigns(population, derivation, evidence, contracts);
    this.decisions = new Decisions(population, evidence);
    this.abuse = new AbuseJudge(population.traits());
  }

  /// Judges later groups by what was usual among accounts.
  Judgement(
      Population population,
      Derivation derivation,
      EvidenceGraph evidence,
      Contracts contracts,
      Judgement usual) {
    this.population = population;
    this.evidence = evidence;
    this.signs = new GroupSigns(population, derivation, evidence, contracts, usual.signs);
    this.decisions = new Decisions(population, evidence);
    this.abuse = new AbuseJudge(population.traits(), usual.abuse);
  }

  /// A judged group without id and attribution; empty where it is nothing to look at.
  ///
  /// @param kin what it goes on for
  Optional<FoundCluster> judge(Group group, Optional<Memory.Kin> kin) {
    List<Member> cleared = decisions.cleared(group);
    Group asked =
        new Group(
            Stream.concat(group.members().stream(), cleared.stream()).toList(),
            group.supports(),
            group.profile());
    Set<Integer> anchors = signs.anchors(group);
    IntSet known = known(group, anchors);
    AbuseReport report = report(group, asked, known);
    Group judged = group;
    Group core = core(group, report);
    if (core.members().size() >= MIN_LABELLED && core.members().size() < group.members().size()) {
      AbuseReport ofCore = report(core, asked, known);
      if (ofCore.score() > report.score()) {
        report = ofCore;
        judged = core;
      }
    }
    report = remembered(report, kin);
    if (report.score() < REVIEW_ABUSIVE) {
      return Optional.empty();
    }
    Set<Integer> doings = signs.doings(group);
    Map<Integer, Double> skeletons = signs.skeletons(accounts(judged), known, group.supports());
    Map<Integer, Integer> workedOff = signs.workedOff(skeletons, group.supports());
    double usual = usual(group, report);
    Set<Integer> taking = new HashSet<>();
    for (Member member : asked.members()) {
      int account = member.account();
      Involvement part =
          new Involvement(
              report.own().getOrDefault(account, 0.0),
              workedOff.getOrDefault(account, 0),
              active(account, doings),
              evidence.thingsOf(account).anyMatch(anchors::contains),
              usual);
      if (MemberRule.participates(member.facetBits(), member.bits(), part)) {
        taking.add(account);
      }
    }
    boolean labels = linked(judged, null) >= LABEL_LINKED && !signs.vouchedFor(group);
    List<Integer> spared =
        labels && report.score() >= LABEL_ABUSIVE
            ? cleared.stream().map(Member::account).filter(taking::contains).toList()
            : List.of();
    report = decisions.weighed(report, group, cleared, taking);
    if (report.score() < REVIEW_ABUSIVE) {
      return Optional.empty();
    }
    boolean hostile = labels && report.score() >= LABEL_ABUSIVE;
    List<FoundMember> members = new ArrayList<>();
    for (Member member : group.members()) {
      members.add(member(member, hostile && taking.contains(member.account()), report, doings));
    }
    boolean label = hostile && standAlone(group, members, known);
    if (!label) {
      members.replaceAll(FoundMember::forReview);
    }
    members.sort(FoundMember.ORDER);
    return Optional.of(
        describe(
            judged, group, members, label, report, skeletons, doings, anchors, usual, spared, kin));
  }

  /// What was found before is worth a look for longer than it takes to be found, and for as long as
  /// it is linked where it goes on for a cluster that was taken down or that people confirmed.
  private static AbuseReport remembered(AbuseReport report, Optional<Memory.Kin> kin) {
    return kin.filter(k -> report.score() < REVIEW_ABUSIVE)
        .filter(k -> k.forerunner().stays() || report.score() >= STAYS_ABUSIVE)
        .map(k -> report.raised(REVIEW_ABUSIVE, k.signal()))
        .orElse(report);
  }

  /// Members whom payment or client knows; all of a group of which these know less than a half.
  private IntSet known(Group group, Set<Integer> anchors) {
    IntSet known = new IntOpenHashSet();
    group.members().stream()
        .filter(member -> MemberRule.identified(member.facetBits()))
        .mapToInt(Member::account)
        .filter(account -> evidence.thingsOf(account).anyMatch(anchors::contains))
        .forEach(known::add);
    return 2 * known.size() >= group.members().size() ? known : new IntOpenHashSet(accounts(group));
  }

  /// The share in what a group is after that half of it has.
  private static double usual(Group group, AbuseReport report) {
    double[] own =
        group.members().stream()
            .mapToDouble(member -> report.own().getOrDefault(member.account(), 0.0))
            .sorted()
            .toArray();
    return own.length == 0 ? 0 : own[own.length / 2];
  }

  /// Whether those who would be labelled look hostile without the rest of the group: a handful of
  /// friends who met most of what a hydra is known for does not answer for it.
  private boolean standAlone(Group group, List<FoundMember> members, IntSet known) {
    Set<Integer> labelled =
        members.stream()
            .filter(FoundMember::labelled)
            .map(FoundMember::account)
            .collect(Collectors.toSet());
    if (labelled.size() < MIN_LABELLED) {
      return false;
    }
    Group alone = some(group, member -> labelled.contains(member.account()));
    return report(alone, alone, known).score() >= LABEL_ABUSIVE;
  }

  private static Group some(Group group, Predicate<Member> kept) {
    return new Group(
        group.members().stream().filter(kept).toList(), group.supports(), group.profile());
  }

  /// The members with a share of their own in what the group is after. A hydra carries innocent
  /// customers too, who must not make its own accounts look harmless.
  private static Group core(Group group, AbuseReport report) {
    return some(
        group,
        member -> report.own().getOrDefault(member.account(), 0.0) >= MemberRule.LABEL_OWN_SHARE);
  }

  /// How hostile a group looks by some of its members, and what part all of them have in that.
  private AbuseReport report(Group some, Group all, IntSet known) {
    int[] accounts = accounts(some);
    int[] asked = accounts(all);
    Map<Integer, Double> parts = signs.skeletons(accounts, known, all.supports());
    return abuse.judge(
        accounts,
        asked,
        signs.ownSkeletons(parts, asked),
        signs.shape(accounts, parts, all.supports()));
  }

  private static int[] accounts(Group group) {
    return group.members().stream().mapToInt(Member::account).toArray();
  }

  private boolean active(int account, Set<Integer> doings) {
    return doings.isEmpty() || evidence.thingsOf(account).anyMatch(doings::contains);
  }

  private FoundMember member(
      Member member, boolean labelled, AbuseReport report, Set<Integer> doings) {
    return new FoundMember(
        member.account(),
        population.get(member.account()).id(),
        labelled,
        MemberRule.probability(member.bits()),
        member.bits(),
        member.facetBits(),
        report.own().getOrDefault(member.account(), 0.0),
        report.aims().getOrDefault(member.account(), 0.0),
        doings.isEmpty(),
        false,
        false);
  }

  /// Mean probability of its members, without a facet where one is given.
  private static double linked(Group group, @org.jspecify.annotations.Nullable Facet without) {
    return group.members().stream()
        .mapToDouble(
            m -> MemberRule.probability(without == null ? m.bits() : m.bitsWithout(without)))
        .average()
        .orElse(0);
  }

  private FoundCluster describe(
      Group judged,
      Group group,
      List<FoundMember> members,
      boolean label,
      AbuseReport report,
      Map<Integer, Double> skeletons,
      Set<Integer> doings,
      Set<Integer> anchors,
      double usual,
      List<Integer> cleared,
      Optional<Memory.Kin> kin) {
    List<FoundMember> counted =
        label ? members.stream().filter(FoundMember::labelled).toList() : members;
    Figures figures = Figures.of(population, counted);
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
        figures.exchanges(),
        figures.firstSeen(),
        figures.lastSeen(),
        figures.targets(),
        bits,
        without,
        report.signals(),
        group.supports(),
        group.profile(),
        skeletons,
        doings,
        anchors,
        usual,
        cleared,
        kin.filter(Memory.Kin::succeeds).map(k -> k.forerunner().cluster()).orElse(null),
        Attribution.NONE,
        figures.timeline());
  }
}
