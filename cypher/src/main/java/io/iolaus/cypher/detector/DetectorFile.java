package io.iolaus.cypher.detector;

import io.iolaus.core.evidence.Facet;
import io.iolaus.cypher.detector.safety.Narrowing;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// One detector: front matter and statement of one `.cypher` file, read and checked.
///
/// @param id unique among all detectors, the file's name without `.cypher`
/// @param path where it lives inside the folder of detectors, `payment/shared-instrument.cypher`
/// @param version rises whenever what it finds can change
/// @param facet one of [#FACETS]
/// @param params the parameters its statement reads besides `$from` and `$asOf`
/// @param every how often the schedule runs it
/// @param timeout how long one run may take
/// @param falsePositives innocent causes of such links; each has a case in the test file
/// @param misses what it does not find, and which detector does
/// @param statement one read-only statement, without the front matter
/// @param statementLine line of the file the statement starts on, from 1
/// @param digest over all that decides what it finds; comments, layout and words do not
public record DetectorFile(
    String id,
    String path,
    String title,
    int version,
    DetectorStatus status,
    String facet,
    String description,
    List<DetectorParameter> params,
    Duration every,
    Duration timeout,
    List<FalsePositive> falsePositives,
    String misses,
    String statement,
    int statementLine,
    String digest) {

  /// The independent kinds of evidence.
  public static final Set<String> FACETS =
      ordered(java.util.Arrays.stream(Facet.values()).map(Facet::id).toArray(String[]::new));

  /// The labels a link's shared thing can have.
  public static final Set<String> LINK_TYPES =
      ordered("PaymentInstrument", "IpAddress", "Network", "Identifier", "PromptFamily", "Pattern");

  private static final Pattern DERIVED =
      Pattern.compile(
          "PromptFamily|Pattern|PROMPTED|SHOWS|--|-\\[\\s*\\w*\\s*(\\*[^\\]]*)?\\]-|:\\s*[!%$(]");

  /// An innocent cause of the links a detector finds, and how it is told apart.
  public record FalsePositive(String id, String note) {}

  public DetectorFile {
    params = List.copyOf(params);
    falsePositives = List.copyOf(falsePositives);
  }

  DetectorFile withStatus(DetectorStatus other) {
    return new DetectorFile(
        id,
        path,
        title,
        version,
        other,
        facet,
        description,
        params,
        every,
        timeout,
        falsePositives,
        misses,
        statement,
        statementLine,
        digest);
  }

  /// Whether it may read families or patterns, which a run writes itself: a statement that names
  /// them, or a relationship without its type. When in doubt it may.
  public boolean readsDerived() {
    return DERIVED.matcher(statement).find();
  }

  /// Whether it can be run for some accounts alone ([DetectorRunner#runAbout]).
  public Narrowing narrowing() {
    return Narrowing.of(statement);
  }

  /// The same in words, on one line: `yes`, or `no, because line 12: …`.
  public String narrowingText() {
    return switch (narrowing()) {
      case Narrowing.Possible _ -> "yes";
      case Narrowing.Impossible no -> {
        DetectorProblem at = DetectorProblem.of(path, statementLine, statement, no.because());
        yield "no, because line " + at.line() + ": " + at.what();
      }
    };
  }

  private static Set<String> ordered(String... values) {
    return java.util.Collections.unmodifiableSet(new LinkedHashSet<>(List.of(values)));
  }
}
