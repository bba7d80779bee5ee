package io.iolaus.core.detect;

import io.iolaus.core.abuse.Signal;
import io.iolaus.core.attribution.Attribution;
import io.iolaus.core.attribution.Hypothesis;
import io.iolaus.core.evidence.Facet;
import io.iolaus.core.resolve.ProfileTable;
import io.iolaus.core.resolve.Resolution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One cluster of a run, judged and attributed.
///
/// @param id keeps its value from run to run, see `Lineage`
/// @param labelled `labelled`, else `review`
/// @param linked probability, 0..1, that one operator runs it
/// @param abusive how hostile it looks, 0..1
/// @param members all its accounts, labelled ones first, then by id
/// @param exchanges of its labelled members (of all in a `review` cluster)
/// @param capabilities what it targets, most used first
/// @param facetBits mean evidence of each facet over its members
/// @param without linked score without each facet
/// @param profile what its accounts show, and how common that is elsewhere
/// @param skeletons for each prompt family among the supports (index of the shared thing) the part
///   of its use, 0..1, that is by those whom the cluster was judged by
/// @param doings shared things (their indexes) that only those show who have a part of their own in
///   the cluster
/// @param anchors shared things (their indexes) that tie who shows them to more than a handful of
///   the cluster
/// @param usual the share, 0..1, that half of its accounts have in what it is after
/// @param cleared accounts (their indexes) that would be labelled in it had nobody decided that
///   they are legitimate, ascending
/// @param forerunner id of the dormant cluster that it goes on for, null for none
/// @param attribution who may stand behind it
/// @param timeline exchanges and active accounts by day
public record FoundCluster(
    String id,
    boolean labelled,
    double linked,
    double abusive,
    List<FoundMember> members,
    long exchanges,
    @Nullable Instant firstSeen,
    @Nullable Instant lastSeen,
    List<Target> capabilities,
    Map<Facet, Double> facetBits,
    Map<Facet, Double> without,
    List<Signal> signals,
    List<Resolution.Support> supports,
    ProfileTable profile,
    Map<Integer, Double> skeletons,
    Set<Integer> doings,
    Set<Integer> anchors,
    double usual,
    List<Integer> cleared,
    @Nullable String forerunner,
    Attribution attribution,
    List<Day> timeline) {

  public FoundCluster {
    members = List.copyOf(members);
    capabilities = List.copyOf(capabilities);
    facetBits = Map.copyOf(facetBits);
    without = Map.copyOf(without);
    signals = List.copyOf(signals);
    supports = List.copyOf(supports);
    skeletons = Map.copyOf(skeletons);
    doings = Set.copyOf(doings);
    anchors = Set.copyOf(anchors);
    cleared = List.copyOf(cleared);
    timeline = List.copyOf(timeline);
  }

  /// One account of it.
  ///
  /// @param own its share, 0..1, in what the cluster is after; 0 for one whom it was not judged by
  /// @param aim the part of that which its mix of capabilities alone would give
  /// @param active whether it has a part of its own in the cluster whatever it shows
  /// @param decided whether it is in the cluster for no other reason than that people say so
  /// @param spared whether it would be labelled were it not suppressed
  public record FoundMember(
      int account,
      String id,
      boolean labelled,
      double membership,
      double bits,
      Map<Facet, Double> facetBits,
      double own,
      double aim,
      boolean active,
      boolean decided,
      boolean spared) {

    /// Labelled ones first, then by id.
    static final Comparator<FoundMember> ORDER =
        Comparator.comparing((FoundMember m) -> !m.labelled()).thenComparing(FoundMember::id);

    /// For review because people say so, where it would be labelled.
    FoundMember spare() {
      return new FoundMember(
          account, id, false, membership, bits, facetBits, own, aim, active, decided, labelled);
    }

    FoundMember forReview() {
      return new FoundMember(
          account, id, false, membership, bits, facetBits, own, aim, active, decided, false);
    }
  }

  /// A capability it targets.
  ///
  /// @param share of its exchanges that say a capability, 0..1
  public record Target(String capability, long exchanges, double share) {}

  /// One day of it.
  public record Day(java.time.LocalDate day, long exchanges, int accounts) {}

  /// One figure to sort by: the weaker of the two scores.
  public double score() {
    return Math.min(linked, abusive);
  }

  /// Members that count in its figures.
  public List<FoundMember> counted() {
    return labelled ? members.stream().filter(FoundMember::labelled).toList() : members;
  }

  /// The hypothesis that reaches the naming threshold.
  public Optional<Hypothesis> named() {
    return attribution.named();
  }

  /// The same under an id.
  public FoundCluster withId(String name) {
    return with(name, attribution);
  }

  /// The same with what speaks for who stands behind it.
  public FoundCluster attributed(Attribution weighed) {
    return with(id, weighed);
  }

  private FoundCluster with(String name, Attribution weighed) {
    return with(
        name,
        labelled,
        members,
        new Figures(exchanges, firstSeen, lastSeen, capabilities, timeline),
        weighed);
  }

  /// The same with accounts that people say are of it. They are for review, whatever they show, and
  /// count only in the figures of a cluster that is for review itself.
  FoundCluster joinedBy(List<FoundMember> others, Population population) {
    List<FoundMember> all = new ArrayList<>(members);
    all.addAll(others);
    return of(all, population);
  }

  /// The same without these accounts.
  public FoundCluster without(Set<String> accounts, Population population) {
    List<FoundMember> others = members.stream().filter(m -> !accounts.contains(m.id())).toList();
    return others.size() == members.size() ? this : of(others, population);
  }

  /// The same with these accounts for review at most, whatever they show; one of whom nobody is
  /// labelled any more is for review.
  public FoundCluster sparing(Set<String> accounts, Population population) {
    if (members.stream().noneMatch(m -> m.labelled() && accounts.contains(m.id()))) {
      return this;
    }
    return of(
        members.stream().map(m -> accounts.contains(m.id()) ? m.spare() : m).toList(), population);
  }

  /// The same with other members.
  private FoundCluster of(List<FoundMember> others, Population population) {
    List<FoundMember> all = others.stream().sorted(FoundMember.ORDER).toList();
    boolean label = labelled && all.stream().anyMatch(FoundMember::labelled);
    Figures figures =
        Figures.of(population, label ? all.stream().filter(FoundMember::labelled).toList() : all);
    return with(id, label, all, figures, attribution);
  }

  private FoundCluster with(
      String name, boolean label, List<FoundMember> all, Figures figures, Attribution weighed) {
    return new FoundCluster(
        name,
        label,
        linked,
        abusive,
        all,
        figures.exchanges(),
        figures.firstSeen(),
        figures.lastSeen(),
        figures.targets(),
        facetBits,
        without,
        signals,
        supports,
        profile,
        skeletons,
        doings,
        anchors,
        usual,
        cleared,
        forerunner,
        weighed,
        figures.timeline());
  }
}
