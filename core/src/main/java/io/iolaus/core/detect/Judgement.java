package io.iolaus.core.detect;

import io.iolaus.core.abuse.AbuseJudge;
import io.iolaus.core.abuse.AbuseReport;
import io.iolaus.core.abuse.AccountTraits;
import io.iolaus.core.abuse.GroupShape;
import io.iolaus.core.activity.ActivityDay;
import io.iolaus.core.detect.FoundCluster.Day;
import io.iolaus.core.detect.FoundCluster.FoundMember;
import io.iolaus.core.detect.FoundCluster.Target;
import io.iolaus.core.evidence.EvidencePriors;
import io.iolaus.core.evidence.Facet;
import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.prompt.PromptReservoir;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.core.resolve.Resolution.Group;
import io.iolaus.core.resolve.Resolution.Member;
import io.iolaus.core.resolve.Resolution.Support;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Turns a resolved group into a judged one: two scores, a state, a state for each member.
///
/// `labelled` needs a group that is linked and abusive beyond both thresholds, and of the member
/// itself: membership beyond doubt, two independent facets, its own share in what the group is
/// after, no contract that vouches for it and nobody who decided that it is legitimate. Everything
/// else that is worth a look is `review`; what is merely linked (a family, a team) is no cluster at
/// all.
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

  private static final double STRANGER = 2;

  private static final double PERSONAL_BITS = 10;

  /// From so many sampled prompts on an account's use of the group's skeletons has a length.
  private static final int MIN_USES = 3;

  private static final double VOUCHED = 0.3;
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
  @org.jspecify.annotations.Nullable
  FoundCluster judge(Group group) {
    AbuseReport report = report(group);
    double linked = linked(group, null);
    Group core = core(group, report);
    if (core.members().size() >= MIN_LABELLED && core.members().size() < group.members().size()) {
      AbuseReport hostile = report(core);
      if (hostile.score() > report.score()) {
        report = hostile;
        linked = linked(core, null);
      }
    }
    if (report.score() < REVIEW_ABUSIVE) {
      return null;
    }
    Map<Integer, Double> own = report.own();
    boolean hostile =
        !vouchedFor(group) && linked >= LABEL_LINKED && report.score() >= LABEL_ABUSIVE;
    List<FoundMember> members = new ArrayList<>();
    for (Member member : group.members()) {
      members.add(member(member, hostile && participates(member, own)));
    }
    long labelled = members.stream().filter(FoundMember::labelled).count();
    boolean label = labelled >= MIN_LABELLED;
    if (!label) {
      members.replaceAll(m ->
          new FoundMember(m.account(), m.id(), false, m.membership(), m.bits(), m.facetBits()));
    }
    members.sort(
        Comparator.comparing((FoundMember m) -> !m.labelled()).thenComparing(FoundMember::id));
    return describe(group, members, label, linked, report);
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

  /// Whether a part of the group pays with what verified seats of an organization pay with: then it
  /// is that organization's people without a seat, which is for people to look at.
  private boolean vouchedFor(Group group) {
    Set<Integer> members = new HashSet<>();
    group.members().forEach(m -> members.add(m.account()));
    Set<Integer> vouched = new HashSet<>();
    for (Support support : group.supports()) {
      SharedThing thing = evidence.thing(support.thing());
      if (thing.type().equals("PaymentInstrument")
          && IntStream.range(0, thing.size())
              .anyMatch(p -> population.get(thing.member(p)).verifiedBy() != null)) {
        IntStream.range(0, thing.size())
            .map(thing::member)
            .filter(members::contains)
            .forEach(vouched::add);
      }
    }
    return vouched.size() >= VOUCHED * members.size();
  }

  /// How hostile a group looks.
  private AbuseReport report(Group group) {
    int[] accounts = group.members().stream().mapToInt(Member::account).toArray();
    Map<Integer, Double> prompts = ownSkeletons(accounts, group.supports(), false);
    Map<Integer, Double> systems = ownSkeletons(accounts, group.supports(), true);
    return abuse.judge(
        accounts,
        a ->
            derivation.sampledTotal(a, false) + derivation.sampledTotal(a, true) == 0
                ? Double.NaN
                : Math.max(prompts.getOrDefault(a, 0.0), systems.getOrDefault(a, 0.0)),
        shape(accounts, group.supports()));
  }

  private GroupShape shape(int[] accounts, List<Support> supports) {
    Map<Integer, Integer> place = new HashMap<>();
    for (int i = 0; i < accounts.length; i++) {
      place.put(accounts[i], i);
    }
    double[] payers = new double[accounts.length];
    Arrays.fill(payers, 1);
    Set<Integer> onDevices = new HashSet<>();
    Set<Integer> onInstruments = new HashSet<>();
    Set<Integer> inStep = new HashSet<>();
    int instruments = 0;
    int largest = 0;
    for (Support support : supports) {
      SharedThing thing = evidence.thing(support.thing());
      int[] on =
          IntStream.range(0, thing.size())
              .map(p -> place.getOrDefault(thing.member(p), -1))
              .filter(at -> at >= 0)
              .toArray();
      if (thing.type().equals("PaymentInstrument") && on.length >= 2) {
        instruments++;
        largest = Math.max(largest, on.length);
        for (int at : on) {
          onInstruments.add(at);
          payers[at] = Math.min(payers[at], 1.0 / on.length);
        }
      } else if (thing.facet() == Facet.TIMING) {
        Arrays.stream(on).forEach(inStep::add);
      } else if (thing.facet() == Facet.CLIENT
          && EvidencePriors.of(thing).maxBits() >= PERSONAL_BITS
          && on.length >= 3) {
        Arrays.stream(on).forEach(onDevices::add);
      }
    }
    double size = Math.max(1, accounts.length);
    return new GroupShape(
        onDevices.size() / size,
        instruments,
        onInstruments.size() / size,
        largest / size,
        inStep.size() / size,
        payers,
        spans(accounts, supports));
  }

  /// Days from the first to the last use of a skeleton of the group, by member; where little is
  /// known of its prompts, of any use.
  private int[] spans(int[] accounts, List<Support> supports) {
    Set<String> families = new HashSet<>();
    for (Support support : supports) {
      SharedThing thing = evidence.thing(support.thing());
      if (thing.facet() == Facet.PROMPT && support.bits() >= FACET_BITS) {
        families.add(thing.key());
      }
    }
    int[] spans = new int[accounts.length];
    for (int i = 0; i < accounts.length; i++) {
      int first = Integer.MAX_VALUE;
      int last = Integer.MIN_VALUE;
      int uses = 0;
      for (boolean system : new boolean[] {false, true}) {
        for (PromptReservoir.Entry entry : population.sampled(accounts[i], system)) {
          String family = derivation.familyOf(entry.sketch(), system);
          if (family != null && families.contains(family)) {
            first = Math.min(first, entry.days()[0]);
            last = Math.max(last, entry.days()[entry.days().length - 1]);
            uses++;
          }
        }
      }
      AccountTraits traits = population.get(accounts[i]).traits();
      if (uses >= MIN_USES) {
        spans[i] = last - first + 1;
      } else if (traits.activeDays() > 0) {
        spans[i] = traits.lastDay() - traits.firstDay() + 1;
      }
    }
    return spans;
  }

  private boolean participates(Member member, Map<Integer, Double> own) {
    Population.Entry account = population.get(member.account());
    long facets = member.facetBits().values().stream().filter(b -> b >= FACET_BITS).count();
    return probability(member.bits()) >= LABEL_MEMBERSHIP
        && facets >= 2
        && own.getOrDefault(member.account(), 0.0) >= LABEL_OWN_SHARE
        && !stranger(member)
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

  /// Share of each account's sampled prompts (or system prompts) that come from skeletons of the
  /// group: each skeleton counts by the part of its use that is inside.
  private Map<Integer, Double> ownSkeletons(
      int[] accounts, List<Support> supports, boolean system) {
    Set<Integer> group = new HashSet<>();
    for (int account : accounts) {
      group.add(account);
    }
    Map<Integer, Double> shares = new HashMap<>();
    for (Support support : supports) {
      SharedThing thing = evidence.thing(support.thing());
      Derivation.Family family = derivation.families().get(thing.key());
      if (family == null || family.system() != system || !thing.type().equals("PromptFamily")) {
        continue;
      }
      double inside = 0;
      double all = 0;
      for (int p = 0; p < thing.size(); p++) {
        all += thing.strength(p);
        inside += group.contains(thing.member(p)) ? thing.strength(p) : 0;
      }
      for (int p = 0; p < thing.size(); p++) {
        if (group.contains(thing.member(p))) {
          shares.merge(thing.member(p), thing.strength(p) * inside / all, Double::sum);
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
