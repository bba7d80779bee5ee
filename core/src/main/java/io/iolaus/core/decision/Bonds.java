package io.iolaus.core.decision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Who belongs with whom because people say so, over any number of steps. Accounts and clusters are
/// one here as there: `same` ties, `different` forbids.
///
/// Where decisions contradict each other, `different` wins, and of those that say `same` the
/// earlier ones.
public final class Bonds {

  /// Accounts, and clusters under a mark that no id begins with.
  private static final String CLUSTER = "\u0000";

  /// Accounts that are one operator's as people have it.
  ///
  /// @param accounts in byte order
  /// @param clusters as they are called now, those named earlier first
  /// @param by decisions that say so, the earlier first
  public record Bond(List<String> accounts, List<String> clusters, List<Decision> by) {
    public Bond {
      accounts = List.copyOf(accounts);
      clusters = List.copyOf(clusters);
      by = List.copyOf(by);
    }
  }

  private final UnaryOperator<String> heirs;
  private final Map<String, Set<String>> apart = new HashMap<>();
  private final Map<String, List<Decision>> ties = new HashMap<>();
  private final List<Decision> different = new ArrayList<>();

  /// @param heirs the cluster that one goes on in, itself where it goes on
  public Bonds(Held held, UnaryOperator<String> heirs) {
    this.heirs = heirs;
    for (Decision decision : held.all()) {
      if (decision.kind() == DecisionKind.DIFFERENT) {
        List<String> ends = ends(decision);
        apart.computeIfAbsent(ends.getFirst(), e -> new HashSet<>()).add(ends.getLast());
        apart.computeIfAbsent(ends.getLast(), e -> new HashSet<>()).add(ends.getFirst());
        different.add(decision);
      }
    }
    for (Decision decision : held.all()) {
      if (decision.kind() == DecisionKind.SAME && forbidding(decision).isEmpty()) {
        ends(decision)
            .forEach(end -> ties.computeIfAbsent(end, e -> new ArrayList<>()).add(decision));
      }
    }
  }

  private List<String> ends(Decision decision) {
    List<String> ends = new ArrayList<>(decision.accounts());
    String cluster = decision.cluster();
    if (cluster != null) {
      ends.add(CLUSTER + heirs.apply(cluster));
    }
    return ends;
  }

  /// The decisions that a new one contradicts, by whomever; none where it can hold.
  public List<Decision> contradicting(Decision decision) {
    return switch (decision.kind()) {
      case SAME -> forbidding(decision);
      case DIFFERENT -> path(ends(decision).getFirst(), ends(decision).getLast());
      case UNSURE, CONFIRMED, FALSE_POSITIVE -> List.of();
    };
  }

  /// A decision that two are different who would be one by this tie, with the ties between.
  private List<Decision> forbidding(Decision tie) {
    String first = ends(tie).getFirst();
    String last = ends(tie).getLast();
    Set<String> here = reached(first);
    Set<String> there = reached(last);
    for (Decision decision : different) {
      String one = ends(decision).getFirst();
      String other = ends(decision).getLast();
      boolean across =
          (here.contains(one) && there.contains(other))
              || (here.contains(other) && there.contains(one));
      if (across) {
        Set<Decision> all = new LinkedHashSet<>(List.of(decision));
        all.addAll(path(first, here.contains(one) ? one : other));
        all.addAll(path(last, here.contains(one) ? other : one));
        return List.copyOf(all);
      }
    }
    return List.of();
  }

  private Set<String> reached(String from) {
    return steps(from, null).keySet();
  }

  /// How each end is reached: by which tie; breadth first, up to one that is looked for.
  private Map<String, Optional<Decision>> steps(String from, @Nullable String until) {
    Map<String, Optional<Decision>> steps = new HashMap<>();
    steps.put(from, Optional.empty());
    Deque<String> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty() && (until == null || !steps.containsKey(until))) {
      String at = open.removeFirst();
      for (Decision tie : ties.getOrDefault(at, List.of())) {
        for (String end : ends(tie)) {
          if (steps.putIfAbsent(end, Optional.of(tie)) == null) {
            open.addLast(end);
          }
        }
      }
    }
    return steps;
  }

  /// The ties between two ends, fewest of them; none where they are not tied.
  private List<Decision> path(String from, String to) {
    Map<String, Optional<Decision>> steps = steps(from, to);
    List<Decision> path = new ArrayList<>();
    String at = to;
    while (!at.equals(from) && steps.containsKey(at)) {
      Decision tie = steps.getOrDefault(at, Optional.empty()).orElseThrow();
      path.add(tie);
      String here = at;
      at = ends(tie).stream().filter(end -> !end.equals(here)).findFirst().orElseThrow();
    }
    return path;
  }

  /// Who is tied, in byte order of the first account.
  public List<Bond> bonds() {
    Map<String, Bond> bonds = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    for (String end : new TreeSet<>(ties.keySet())) {
      if (seen.contains(end)) {
        continue;
      }
      Set<String> all = reached(end);
      seen.addAll(all);
      List<String> accounts = all.stream().filter(e -> !e.startsWith(CLUSTER)).sorted().toList();
      List<Decision> by =
          all.stream()
              .flatMap(e -> ties.getOrDefault(e, List.of()).stream())
              .distinct()
              .sorted(Held.ORDER)
              .toList();
      List<String> clusters =
          by.stream()
              .map(Decision::cluster)
              .filter(java.util.Objects::nonNull)
              .map(heirs)
              .distinct()
              .toList();
      bonds.put(accounts.getFirst(), new Bond(accounts, clusters, by));
    }
    return List.copyOf(bonds.values());
  }

  /// Whether people say that an account is not one operator's with another, or with a cluster.
  ///
  /// @param cluster as it is called now
  public boolean apart(String account, Collection<String> others, String cluster) {
    Set<String> from = apart.getOrDefault(account, Set.of());
    return from.contains(CLUSTER + cluster) || others.stream().anyMatch(from::contains);
  }
}
