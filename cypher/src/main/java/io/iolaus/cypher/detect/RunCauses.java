package io.iolaus.cypher.detect;

import io.iolaus.core.decision.Decision;
import io.iolaus.core.decision.Held;
import io.iolaus.cypher.detector.LinkResult;
import io.iolaus.cypher.suppression.Suppressed;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Why a run may find something else than the one before: what differs between what the two read,
/// and how.
final class RunCauses {

  private RunCauses() {}

  /// How much a run reads.
  ///
  /// @param lines of all batches
  /// @param replaced how often batches were replaced
  /// @param newest when the newest batch was recorded; null without one
  record Loaded(long lines, long replaced, @Nullable Instant newest) {}

  /// For people, one a cause; none where both read the same in the same way.
  static List<String> of(
      Past past,
      Loaded loaded,
      Instant asOf,
      DetectionOptions options,
      Held held,
      Suppressed suppressed,
      List<LinkResult> results) {
    if (past.run().isEmpty()) {
      return List.of("first run");
    }
    Past.PastRun before = past.run().get();
    List<String> causes = new ArrayList<>();
    long more = loaded.lines() - before.lines();
    if (more > 0) {
      causes.add(
          String.format(Locale.ROOT, more == 1 ? "%,d line came in" : "%,d lines came in", more));
    }
    if (loaded.replaced() != before.replaced()) {
      causes.add("a batch was replaced");
    } else if (more < 0) {
      causes.add("lines were withdrawn");
    }
    Duration on = Duration.between(before.asOf(), asOf).truncatedTo(ChronoUnit.HOURS);
    if (on.isPositive()) {
      causes.add("the window went on by " + time(on));
    }
    if (!options.window().equals(before.window())) {
      causes.add("the window is " + time(options.window()) + ", was " + time(before.window()));
    }
    ignoring(before, options, causes);
    decisions(before, held, causes);
    suppressions(before, suppressed, causes);
    detectors(before, results, causes);
    return causes;
  }

  private static void ignoring(Past.PastRun before, DetectionOptions options, List<String> causes) {
    Set<String> now = new TreeSet<>();
    options.ignoring().forEach(thing -> now.add(thing.toString()));
    Set<String> then = new TreeSet<>(before.ignoring());
    now.stream()
        .filter(thing -> !then.contains(thing))
        .forEach(thing -> causes.add(thing + " is ignored"));
    then.stream()
        .filter(thing -> !now.contains(thing))
        .forEach(thing -> causes.add(thing + " is not ignored any more"));
  }

  private static void suppressions(
      Past.PastRun before, Suppressed suppressed, List<String> causes) {
    List<String> now = suppressed.texts();
    now.stream()
        .filter(text -> !before.suppressions().contains(text))
        .forEach(text -> causes.add("suppression " + text + " holds"));
    before.suppressions().stream()
        .filter(text -> !now.contains(text))
        .forEach(text -> causes.add("suppression " + text + " holds no more"));
  }

  /// Decisions as a set of their numbers.
  static BitSet numbers(Held held) {
    BitSet numbers = new BitSet();
    held.all().forEach(d -> Decision.number(d.id()).ifPresent(numbers::set));
    return numbers;
  }

  private static void decisions(Past.PastRun before, Held held, List<String> causes) {
    BitSet now = numbers(held);
    held.all().stream()
        .filter(d -> Decision.number(d.id()).filter(n -> !before.decisions().get(n)).isPresent())
        .forEach(d -> causes.add("decision " + d.id() + " holds (" + d.phrase() + ")"));
    before.decisions().stream()
        .filter(number -> !now.get(number))
        .forEach(number -> causes.add("decision " + Decision.id(number) + " holds no more"));
  }

  private static void detectors(
      Past.PastRun before, List<LinkResult> results, List<String> causes) {
    Set<String> gone = new TreeSet<>(before.detectors().keySet());
    for (LinkResult result : results) {
      String name = "detector " + result.detector();
      Past.PastDetector then = before.detectors().get(result.detector());
      gone.remove(result.detector());
      if (then == null) {
        causes.add(name + " is new");
        continue;
      }
      if (then.version() != result.version()) {
        causes.add(name + " is version " + result.version() + ", was " + then.version());
      }
      if (!then.status().equals(result.status().text())) {
        causes.add(name + " is " + result.status().text() + ", was " + then.status());
      }
    }
    gone.forEach(detector -> causes.add("detector " + detector + " is not run any more"));
  }

  private static String time(Duration duration) {
    long days = duration.toDays();
    return days > 0
        ? days + (days == 1 ? " day" : " days")
        : duration.toHours() + (duration.toHours() == 1 ? " hour" : " hours");
  }
}
