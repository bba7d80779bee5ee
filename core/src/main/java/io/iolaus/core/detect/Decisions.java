package io.iolaus.core.detect;

import io.iolaus.core.abuse.AbuseReport;
import io.iolaus.core.abuse.Signal;
import io.iolaus.core.evidence.Facet;
import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.evidence.Verdict;
import io.iolaus.core.resolve.ClusterProfile;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.core.resolve.Resolution.Group;
import io.iolaus.core.resolve.Resolution.Member;
import io.iolaus.core.resolve.Resolution.Support;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What people decided about those of a group, and about those who would be of it had nobody
/// decided that they are legitimate.
final class Decisions {

  /// One clearance may be a slip, or a customer of the operator's.
  private static final int MIN_CLEARED = 2;

  /// A group that people contradict is for review at most.
  private static final double CONTRADICTED = 0.5;

  private final Population population;
  private final EvidenceGraph evidence;
  private final BitSet legitimate = new BitSet();

  Decisions(Population population, EvidenceGraph evidence) {
    this.population = population;
    this.evidence = evidence;
    for (int a = 0; a < population.size(); a++) {
      legitimate.set(a, population.get(a).verdict() == Verdict.LEGITIMATE);
    }
  }

  /// Accounts decided to be legitimate that a group would take in by what they show, ascending.
  List<Member> cleared(Group group) {
    if (legitimate.isEmpty()) {
      return List.of();
    }
    Set<Integer> candidates = new TreeSet<>();
    for (Support support : group.supports()) {
      SharedThing thing = evidence.thing(support.thing());
      for (int p = 0; p < thing.size(); p++) {
        if (legitimate.get(thing.member(p))) {
          candidates.add(thing.member(p));
        }
      }
    }
    List<Member> cleared = new ArrayList<>();
    if (!candidates.isEmpty()) {
      int[] accounts = group.members().stream().mapToInt(Member::account).toArray();
      ClusterProfile profile = ClusterProfile.of(evidence, group.profile(), accounts);
      double prior = ClusterProfile.prior(group.profile().size(), group.profile().owners());
      for (int account : candidates) {
        Map<Facet, Double> facets = profile.evidence(account);
        double bits = prior + facets.values().stream().mapToDouble(b -> b).sum();
        if (MemberRule.belongs(facets, bits)) {
          cleared.add(new Member(account, facets, bits));
        }
      }
    }
    return cleared;
  }

  /// How hostile a group looks after what people decided: half as much where of those who would be
  /// labelled two or more were decided to be legitimate, and more than to be fraudulent.
  ///
  /// @param cleared as {@link #cleared} has them
  /// @param taking who would be labelled in a hostile group, cleared or not
  AbuseReport weighed(AbuseReport report, Group group, List<Member> cleared, Set<Integer> taking) {
    long legitimate = cleared.stream().filter(m -> taking.contains(m.account())).count();
    long fraudulent =
        group.members().stream()
            .map(Member::account)
            .filter(taking::contains)
            .filter(a -> population.get(a).verdict() == Verdict.FRAUDULENT)
            .count();
    if (legitimate < MIN_CLEARED || legitimate <= fraudulent) {
      return report;
    }
    return report.weakened(
        new Signal(
            "decisions",
            Signal.Kind.SCALE,
            CONTRADICTED,
            "of those who look like its members "
                + legitimate
                + " were decided to be legitimate and "
                + fraudulent
                + " fraudulent"));
  }
}
