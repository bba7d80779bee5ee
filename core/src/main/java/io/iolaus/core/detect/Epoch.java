package io.iolaus.core.detect;

import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.resolve.Apart;
import io.iolaus.core.resolve.Continuation;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.core.resolve.Owners;
import io.iolaus.core.resolve.Resolution;
import io.iolaus.core.resolve.Resolution.Group;
import io.iolaus.core.resolve.Resolver;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A full detection and what it learnt: prompt families, patterns, what things weigh, what groups
/// are known by. Until the next one, runs go on from it: what it learnt holds, and only what
/// changed since is resolved and judged again, see {@link Continuation}.
///
/// What such a run finds is a function of the epoch and of the present state alone. So it does not
/// matter how many runs there were before it, or whether it reads everything anew or only what
/// changed.
public final class Epoch {

  private static final Comparator<FoundCluster> ORDER =
      Comparator.comparing((FoundCluster c) -> !c.labelled())
          .thenComparing(Comparator.comparingDouble(FoundCluster::score).reversed())
          .thenComparing(c -> c.members().getFirst().id());

  private final Population population;
  private final Derivation derivation;
  private final EvidenceGraph evidence;
  private final Continuation continuation;
  private final Judgement usual;
  private final List<Optional<FoundCluster>> judged;

  private Epoch(
      Population population,
      Derivation derivation,
      EvidenceGraph evidence,
      Continuation continuation,
      Judgement usual,
      List<Optional<FoundCluster>> judged) {
    this.population = population;
    this.derivation = derivation;
    this.evidence = evidence;
    this.continuation = continuation;
    this.usual = usual;
    this.judged = List.copyOf(judged);
  }

  /// A full detection: resolves what accounts share, then judges each group.
  ///
  /// @param evidence of the accounts of the population, by their index
  /// @param memory what earlier runs know
  /// @param apart who people say is not one operator's
  public static Epoch of(
      Population population,
      Derivation derivation,
      EvidenceGraph evidence,
      Memory memory,
      Apart apart) {
    Contracts contracts = new Contracts(population, evidence);
    Owners owners = contracts.owners();
    Resolution resolution = new Resolver(evidence, owners, population.activity(), apart).resolve();
    Judgement judgement = new Judgement(population, derivation, evidence, contracts);
    List<Optional<FoundCluster>> judged =
        resolution.clusters().parallelStream()
            .map(group -> judged(group, judgement, memory, population, derivation, evidence))
            .toList();
    return new Epoch(
        population,
        derivation,
        evidence,
        new Continuation(evidence, owners, resolution),
        judgement,
        judged);
  }

  private static Optional<FoundCluster> judged(
      Group group,
      Judgement judgement,
      Memory memory,
      Population population,
      Derivation derivation,
      EvidenceGraph evidence) {
    return judgement.judge(
        group, memory.kin(group, population, evidence, id -> skeleton(derivation, id)));
  }

  /// Clusters worth a look, labelled ones first, then by score; without ids and attribution.
  public List<FoundCluster> clusters() {
    return sorted(judged);
  }

  private static List<FoundCluster> sorted(List<Optional<FoundCluster>> judged) {
    return judged.stream().flatMap(Optional::stream).sorted(ORDER).toList();
  }

  /// The accounts that it began with.
  public Population population() {
    return population;
  }

  /// What accounts shared when it began.
  public List<SharedThing> things() {
    return evidence.things();
  }

  /// Accounts of whom something else is known than when it began.
  ///
  /// @param now the accounts that it began with, by the same indexes, and others behind them
  public BitSet changed(Population now) {
    return now.changedSince(population);
  }

  /// What it derived, with the prompts of now.
  ///
  /// @param changed as {@link #changed} has it
  public Derivation derivation(Population now, BitSet changed) {
    return derivation.continued(now, changed);
  }

  /// What accounts share now, weighed as it was when the epoch began.
  ///
  /// @param things those that it began with, by the same places, and others behind them
  public EvidenceGraph evidence(Population now, List<SharedThing> things) {
    return now.evidence(things, evidence.bounds());
  }

  /// The clusters of now, as {@link #clusters} has them.
  ///
  /// @param changed as {@link #changed} has it
  /// @param prompts as {@link #derivation} has it
  /// @param shared as {@link #evidence} has it
  public List<FoundCluster> clusters(
      Population now,
      BitSet changed,
      Derivation prompts,
      EvidenceGraph shared,
      Memory memory,
      Apart apart) {
    Contracts contracts = new Contracts(now, shared);
    Continuation.Now groups =
        continuation.resolve(shared, contracts.owners(), now.activity(), apart, changed);
    Judgement judgement = new Judgement(now, prompts, shared, contracts, usual);
    return sorted(
        IntStream.range(0, groups.groups().size())
            .parallel()
            .mapToObj(i ->
                groups.standing().get(i) >= 0
                    ? judged.get(groups.standing().get(i))
                    : judged(groups.groups().get(i), judgement, memory, now, prompts, shared))
            .toList());
  }

  /// System prompts have none: most are a framework's.
  private static long[] skeleton(Derivation derivation, String id) {
    Derivation.Family family = derivation.families().get(id);
    return family == null || family.system() ? new long[0] : family.family().skeleton();
  }
}
