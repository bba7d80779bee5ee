package io.iolaus.core.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The decisions that hold at a moment: of what one person decided about the same, the latest.
public final class Held {

  /// Nobody has decided anything.
  public static final Held NONE = new Held(List.of(), Map.of());

  /// The earlier first; of one moment those that came first.
  static final Comparator<Decision> ORDER =
      Comparator.comparing(Decision::at).thenComparingInt(Decision::number);

  /// What one person says of one subject.
  private record Say(String by, List<String> subject) {}

  private final List<Decision> all;
  private final Map<String, String> overtaken;

  private Held(List<Decision> all, Map<String, String> overtaken) {
    this.all = List.copyOf(all);
    this.overtaken = Map.copyOf(overtaken);
  }

  /// Those that hold at a moment.
  ///
  /// @param decisions all that were not withdrawn
  public static Held of(Collection<Decision> decisions, Instant asOf) {
    Map<Say, Decision> latest = new HashMap<>();
    Map<String, String> overtaken = new HashMap<>();
    decisions.stream()
        .filter(decision -> !decision.at().isAfter(asOf))
        .sorted(ORDER)
        .forEach(decision -> {
          Decision before = latest.put(new Say(decision.by(), decision.subject()), decision);
          if (before != null) {
            overtaken.put(before.id(), decision.id());
          }
        });
    return new Held(latest.values().stream().sorted(ORDER).toList(), overtaken);
  }

  /// The earlier first.
  public List<Decision> all() {
    return all;
  }

  /// The decision by which its author took another one back, empty where none did.
  public Optional<String> overtaking(String id) {
    return Optional.ofNullable(overtaken.get(id));
  }

  /// Decisions of a kind about two accounts.
  public List<Decision> pairs(DecisionKind kind) {
    return all.stream().filter(d -> d.kind() == kind && d.cluster() == null).toList();
  }

  /// Decisions of a kind about an account and a cluster.
  public List<Decision> seats(DecisionKind kind) {
    return all.stream()
        .filter(d -> d.kind() == kind && d.cluster() != null && !d.accounts().isEmpty())
        .toList();
  }

  /// Accounts that somebody says are not another's, or not of a cluster.
  public Set<String> parted() {
    return all.stream()
        .filter(d -> d.kind() == DecisionKind.DIFFERENT)
        .flatMap(d -> d.accounts().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Those who confirm a cluster, by its id as it was then; without clusters that somebody else
  /// takes for a false positive.
  public Map<String, List<Decision>> confirmed() {
    Map<String, List<Decision>> confirmed = new HashMap<>();
    List<String> disputed = new ArrayList<>();
    for (Decision decision : all) {
      String cluster = decision.cluster();
      if (cluster != null && decision.kind() == DecisionKind.CONFIRMED) {
        confirmed.computeIfAbsent(cluster, c -> new ArrayList<>()).add(decision);
      } else if (cluster != null && decision.kind() == DecisionKind.FALSE_POSITIVE) {
        disputed.add(cluster);
      }
    }
    disputed.forEach(confirmed::remove);
    return confirmed;
  }
}
