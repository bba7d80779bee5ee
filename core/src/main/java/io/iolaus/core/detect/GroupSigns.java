package io.iolaus.core.detect;

import io.iolaus.core.abuse.AccountTraits;
import io.iolaus.core.abuse.GroupShape;
import io.iolaus.core.evidence.EvidencePriors;
import io.iolaus.core.evidence.Facet;
import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.graph.Components;
import io.iolaus.core.prompt.SampledPrompts;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.core.resolve.Resolution.Group;
import io.iolaus.core.resolve.Resolution.Member;
import io.iolaus.core.resolve.Resolution.Support;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Reads off what ties a group what the judgement needs of it: which part of its prompts is its
/// own, who may be a bystander of it, how it shares cards and devices, how long it is at it, and
/// whether a contract stands behind it.
final class GroupSigns {

  private static final double PERSONAL_BITS = 10;
  private static final double SKELETON_BITS = 3;

  /// From so many sampled prompts on an account's use of the group's skeletons has a length.
  private static final int MIN_USES = 3;

  /// What can be worth less is everybody's.
  private static final double OWN_BITS = 6;

  /// Facets in which a group can show what is somebody else's.
  private static final Set<Facet> IMITATED = EnumSet.of(Facet.NETWORK, Facet.PROMPT);

  private static final double MOST_SHOW = 0.5;

  /// More than friends or a family: who is tied to so many of a group is tied to the group.
  private static final int BODY = 8;

  /// In a large group a company is a handful as well.
  private static final double BODY_PART = 0.05;

  private static final double VOUCHED = 0.3;

  /// A mail domain is a group's own from so many times its frequency elsewhere.
  private static final double DOMAIN_LIFT = 8;

  private final Population population;
  private final Derivation derivation;
  private final EvidenceGraph evidence;
  private final Contracts contracts;

  /// How many accounts there are under each mail domain.
  private final Map<String, Integer> domains;

  GroupSigns(
      Population population, Derivation derivation, EvidenceGraph evidence, Contracts contracts) {
    this.population = population;
    this.derivation = derivation;
    this.evidence = evidence;
    this.contracts = contracts;
    this.domains = domains(IntStream.range(0, population.size()));
  }

  /// Signs of later groups, with mail domains as frequent as they were.
  GroupSigns(
      Population population,
      Derivation derivation,
      EvidenceGraph evidence,
      Contracts contracts,
      GroupSigns usual) {
    this.population = population;
    this.derivation = derivation;
    this.evidence = evidence;
    this.contracts = contracts;
    this.domains = usual.domains;
  }

  /// For each account the share of its sampled prompts, or of its system prompts where that is
  /// more, that come from skeletons of the group, each by the part of its use that is inside; NaN
  /// where nothing is known of its prompts.
  ///
  /// @param parts see {@link #skeletons}
  /// @param asked for which accounts
  IntToDoubleFunction ownSkeletons(Map<Integer, Double> parts, int[] asked) {
    Map<Integer, Double> prompts = ownSkeletons(parts, asked, false);
    Map<Integer, Double> systems = ownSkeletons(parts, asked, true);
    return a ->
        derivation.sampledTotal(a, false) + derivation.sampledTotal(a, true) == 0
            ? Double.NaN
            : Math.max(prompts.getOrDefault(a, 0.0), systems.getOrDefault(a, 0.0));
  }

  private Map<Integer, Double> ownSkeletons(
      Map<Integer, Double> parts, int[] asked, boolean system) {
    IntOpenHashSet wanted = new IntOpenHashSet(asked);
    Map<Integer, Double> shares = new HashMap<>();
    parts.forEach((t, part) -> {
      SharedThing thing = evidence.thing(t);
      if (Objects.requireNonNull(derivation.families().get(thing.key())).system() == system) {
        for (int p = 0; p < thing.size(); p++) {
          if (wanted.contains(thing.member(p))) {
            shares.merge(thing.member(p), thing.strength(p) * part, Double::sum);
          }
        }
      }
    });
    shares.replaceAll((account, share) -> Math.min(1, share));
    return shares;
  }

  /// For each prompt family among the supports the part of its use, 0..1, that is by the accounts;
  /// none of what fewer than two of the known ones show: what a few friends or students in a group
  /// send to each other is not the group's.
  ///
  /// @param known accounts that belong whatever they send
  Map<Integer, Double> skeletons(int[] accounts, IntSet known, List<Support> supports) {
    IntOpenHashSet group = new IntOpenHashSet(accounts);
    Map<Integer, Double> parts = new LinkedHashMap<>();
    for (Support support : supports) {
      SharedThing thing = evidence.thing(support.thing());
      if (thing.type().equals("PromptFamily") && derivation.families().containsKey(thing.key())) {
        double inside = 0;
        double all = 0;
        int shown = 0;
        for (int p = 0; p < thing.size(); p++) {
          all += thing.strength(p);
          inside += group.contains(thing.member(p)) ? thing.strength(p) : 0;
          shown += known.contains(thing.member(p)) ? 1 : 0;
        }
        parts.put(support.thing(), shown >= 2 ? inside / all : 0);
      }
    }
    return parts;
  }

  /// For each account the number of the group's own skeletons that it works off; left out where
  /// there is none.
  ///
  /// @param parts see {@link #skeletons}
  Map<Integer, Integer> workedOff(Map<Integer, Double> parts, List<Support> supports) {
    Map<Integer, Integer> workedOff = new HashMap<>();
    for (Support support : supports) {
      if (MemberRule.ownSkeleton(parts.getOrDefault(support.thing(), 0.0), support.members() - 1)) {
        SharedThing thing = evidence.thing(support.thing());
        for (int p = 0; p < thing.size(); p++) {
          workedOff.merge(thing.member(p), 1, Integer::sum);
        }
      }
    }
    return workedOff;
  }

  /// Things that only those show who have a part of their own in a group: what hangs together of
  /// all that it pays, signs in and acts with, and of the addresses and prompts that some of it
  /// show and not most. Who shows none of them may be a bystander: what most of a group shows of
  /// addresses and prompts can be that of a company which it imitates. Empty where no larger half
  /// of the group hangs together.
  Set<Integer> doings(Group group) {
    int size = group.members().size();
    return tying(
        group,
        size / 2 + 1,
        support ->
            !IMITATED.contains(evidence.thing(support.thing()).facet()) || itsOwn(support, size));
  }

  /// Things other than prompts that tie who shows them to more than a handful of a group, over any
  /// number of steps. A few friends who share a card with each other alone show none of them: their
  /// card says who they are and not that they are the group's.
  Set<Integer> anchors(Group group) {
    int size = group.members().size();
    int body = Math.min(Math.max(BODY, (int) (BODY_PART * size)), (size + 1) / 2);
    return tying(group, body, support -> evidence.thing(support.thing()).facet() != Facet.PROMPT);
  }

  /// Those of the supports that hang together with at least so many members by what is chosen.
  private Set<Integer> tying(Group group, int least, Predicate<Support> chosen) {
    int[] accounts = group.members().stream().mapToInt(Member::account).sorted().toArray();
    Components components = new Components(accounts.length);
    Map<Integer, Integer> first = new HashMap<>();
    for (Support support : group.supports()) {
      SharedThing thing = evidence.thing(support.thing());
      if (support.bits() >= SKELETON_BITS
          && EvidencePriors.of(thing).maxBits() >= OWN_BITS
          && chosen.test(support)) {
        for (int p = 0; p < thing.size(); p++) {
          int at = Arrays.binarySearch(accounts, thing.member(p));
          if (at >= 0) {
            components.join(first.computeIfAbsent(support.thing(), t -> at), at);
          }
        }
      }
    }
    int[] sizes = new int[accounts.length];
    for (int component : components.groups()) {
      sizes[component]++;
    }
    Set<Integer> tying = new HashSet<>();
    first.forEach((thing, at) -> {
      if (sizes[components.of(at)] >= least) {
        tying.add(thing);
      }
    });
    return tying;
  }

  /// Whether an address or prompt says that who shows it has a part in the group: most of a group
  /// may show what it imitates, and what is mostly used elsewhere two may have met by chance.
  private boolean itsOwn(Support support, int size) {
    return support.members() < MOST_SHOW * size
        && support.members() >= MOST_SHOW * evidence.thing(support.thing()).size();
  }

  /// How the accounts share what belongs to one person at a time.
  ///
  /// @param parts see {@link #skeletons}
  GroupShape shape(int[] accounts, Map<Integer, Double> parts, List<Support> supports) {
    Int2IntOpenHashMap places = new Int2IntOpenHashMap();
    places.defaultReturnValue(-1);
    for (int i = 0; i < accounts.length; i++) {
      places.put(accounts[i], i);
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
      if (thing.type().equals("PaymentInstrument")) {
        int[] on = places(thing, places);
        if (on.length >= 2) {
          instruments++;
          largest = Math.max(largest, on.length);
          for (int at : on) {
            onInstruments.add(at);
            payers[at] = Math.min(payers[at], 1.0 / on.length);
          }
        }
      } else if (thing.facet() == Facet.TIMING && EvidencePriors.of(thing).maxBits() >= OWN_BITS) {
        // to take up a release with others is not to be in step with them
        Arrays.stream(places(thing, places)).forEach(inStep::add);
      } else if (thing.facet() == Facet.CLIENT
          && EvidencePriors.of(thing).maxBits() >= PERSONAL_BITS) {
        int[] on = places(thing, places);
        if (on.length >= 3) {
          Arrays.stream(on).forEach(onDevices::add);
        }
      }
    }
    double size = Math.max(1, accounts.length);
    return new GroupShape(
        onDevices.size() / size,
        instruments,
        onInstruments.size() / size,
        largest / size,
        inStep.size() / size,
        ownDomain(accounts),
        payers,
        spans(accounts, supports),
        several(accounts, workedOff(parts, supports)));
  }

  private static double several(int[] accounts, Map<Integer, Integer> workedOff) {
    return Arrays.stream(accounts)
            .filter(a -> workedOff.getOrDefault(a, 0) >= MemberRule.SKELETONS)
            .count()
        / Math.max(1.0, accounts.length);
  }

  /// The share under the commonest mail domain that is far more frequent among the accounts than
  /// elsewhere; NaN where the domains of fewer than half of them are known.
  private double ownDomain(int[] accounts) {
    Map<String, Integer> inside = domains(Arrays.stream(accounts));
    int known = inside.values().stream().mapToInt(n -> n).sum();
    if (2 * known < accounts.length) {
      return Double.NaN;
    }
    double outside = Math.max(1, population.size() - accounts.length);
    return inside.entrySet().stream()
        .filter(e -> e.getValue() >= 2)
        .filter(e -> {
          int elsewhere = domains.getOrDefault(e.getKey(), 0) - e.getValue();
          return e.getValue() / (double) known >= DOMAIN_LIFT * elsewhere / outside;
        })
        .mapToDouble(e -> e.getValue() / (double) known)
        .max()
        .orElse(0);
  }

  private Map<String, Integer> domains(IntStream accounts) {
    Map<String, Integer> counts = new HashMap<>();
    accounts
        .mapToObj(a -> population.get(a).emailDomain())
        .filter(Objects::nonNull)
        .forEach(domain -> counts.merge(domain, 1, Integer::sum));
    return counts;
  }

  /// Where those of a group that share a thing stand in it.
  private static int[] places(SharedThing thing, Int2IntOpenHashMap places) {
    return IntStream.range(0, thing.size())
        .map(p -> places.get(thing.member(p)))
        .filter(at -> at >= 0)
        .toArray();
  }

  /// Days from the first to the last use of a skeleton of the group, by member; where little is
  /// known of its prompts, of any use.
  private int[] spans(int[] accounts, List<Support> supports) {
    Set<String> families = new HashSet<>();
    for (Support support : supports) {
      SharedThing thing = evidence.thing(support.thing());
      if (thing.facet() == Facet.PROMPT && support.bits() >= SKELETON_BITS) {
        families.add(thing.key());
      }
    }
    int[] spans = new int[accounts.length];
    for (int i = 0; i < accounts.length; i++) {
      int first = Integer.MAX_VALUE;
      int last = Integer.MIN_VALUE;
      int uses = 0;
      for (boolean system : new boolean[] {false, true}) {
        SampledPrompts prompts = population.sampled(accounts[i], system);
        int[] familyOf = derivation.familiesOf(prompts, system);
        for (int p = 0; p < familyOf.length; p++) {
          if (familyOf[p] >= 0 && families.contains(derivation.id(familyOf[p], system))) {
            first = Math.min(first, prompts.firstDay(p));
            last = Math.max(last, prompts.lastDay(p));
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

  /// Whether a part of the group pays with what verified seats of an organization pay with: then it
  /// is that organization's people without a seat, which is for people to look at.
  boolean vouchedFor(Group group) {
    IntOpenHashSet members =
        new IntOpenHashSet(group.members().stream().mapToInt(Member::account).toArray());
    Set<Integer> vouched = new HashSet<>();
    for (Support support : group.supports()) {
      SharedThing thing = evidence.thing(support.thing());
      if (contracts.seatsPayWith(thing)) {
        IntStream.range(0, thing.size())
            .map(thing::member)
            .filter(members::contains)
            .forEach(vouched::add);
      }
    }
    return vouched.size() >= VOUCHED * members.size();
  }
}
