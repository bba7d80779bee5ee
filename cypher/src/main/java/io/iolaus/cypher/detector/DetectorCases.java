package io.iolaus.cypher.detector;

import io.iolaus.cypher.detector.DetectorTestFile.Bits;
import io.iolaus.cypher.detector.DetectorTestFile.Case;
import io.iolaus.cypher.detector.DetectorTestFile.Expectation;
import io.iolaus.cypher.statement.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.Neo4jException;

/// Runs the cases of detectors' test files, each in an empty graph. **The database is emptied.**
public final class DetectorCases {

  private final Driver scratch;
  private final DetectorRunner runner;
  private final Optional<LinkWeigher> weigher = ServiceLoader.load(LinkWeigher.class).findFirst();

  /// @param scratch a database that holds nothing anybody wants
  public DetectorCases(Driver scratch) {
    this.scratch = scratch;
    this.runner = new DetectorRunner(scratch);
  }

  /// What came of the cases of one detector.
  ///
  /// @param cases how many there are
  /// @param unweighed how many want to know what links weigh, which nothing here can say
  public record Outcome(int cases, int unweighed, List<DetectorProblem> problems) {
    public Outcome {
      problems = List.copyOf(problems);
    }
  }

  /// Runs all cases of a draft.
  ///
  /// @param name how messages call the test file
  public Outcome run(DetectorDraft draft, String name) {
    DetectorTestFile tests = draft.testFile();
    List<DetectorProblem> problems = new ArrayList<>();
    for (Case one : tests.cases()) {
      for (String wrong : wrong(draft.file(), one)) {
        problems.add(
            new DetectorProblem(
                name,
                one.line(),
                "case '" + one.name() + "': " + wrong,
                "correct the case, or the statement"));
      }
    }
    long unweighed =
        weigher.isPresent()
            ? 0
            : tests.cases().stream().filter(c -> c.expect().bits().isPresent()).count();
    return new Outcome(tests.cases().size(), (int) unweighed, problems);
  }

  /// What differs from what one case expects.
  List<String> wrong(DetectorFile detector, Case one) {
    try (Session session = scratch.session()) {
      session.run(Statements.load("writes/detector/scratch-empty")).consume();
      session.run(one.given()).consume();
    } catch (Neo4jException e) {
      return List.of("its graph cannot be made: " + e.getMessage());
    }
    LinkResult result = runner.run(detector, one.window(), one.params());
    Expectation expect = one.expect();
    Differences found = new Differences();
    if (result.status() != expect.status()) {
      found.compare("status", expect.status().text(), said(result));
    }
    found.compare("links", expect.links(), result.links().size());
    if (!found.texts.isEmpty()) {
      return found.texts; // all else follows from that
    }
    expect
        .keys()
        .ifPresent(keys ->
            found.compare(
                "keys", sorted(keys), sorted(result.links().stream().map(Link::key).toList())));
    expect
        .types()
        .ifPresent(types ->
            found.compare(
                "types",
                sorted(types),
                sorted(result.links().stream().map(Link::type).distinct().toList())));
    List<String> accounts =
        result.links().stream().flatMap(l -> l.members().stream()).distinct().sorted().toList();
    expect.members().ifPresent(members -> found.compare("members", members, accounts.size()));
    expect.accounts().ifPresent(ids -> found.compare("accounts", sorted(ids), accounts));
    expect
        .totals()
        .forEach((key, total) ->
            found.compare(
                "total of " + key,
                List.of(total),
                result.links().stream()
                    .filter(l -> l.key().equals(key))
                    .map(Link::total)
                    .toList()));
    expect.bits().ifPresent(bits -> weigh(detector, result, bits, found));
    return found.texts;
  }

  private static String said(LinkResult result) {
    String status = result.status().text();
    return result.reason().map(reason -> status + " (" + reason + ")").orElse(status);
  }

  private void weigh(DetectorFile detector, LinkResult result, Bits bits, Differences found) {
    if (weigher.isEmpty()) {
      return;
    }
    for (Link link : result.links()) {
      double weight = weigher.get().bits(scratch, detector, result, link);
      if (weight < bits.min() || weight > bits.max()) {
        found.texts.add(
            "link "
                + link.key()
                + " weighs "
                + weight
                + " bits, not "
                + bits.min()
                + ".."
                + bits.max());
      }
    }
  }

  private static List<String> sorted(List<String> texts) {
    return texts.stream().sorted().toList();
  }

  /// Collects what is not as it should be.
  private static final class Differences {
    private final List<String> texts = new ArrayList<>();

    void compare(String what, Object expected, Object found) {
      if (!expected.equals(found)) {
        texts.add(what + " should be " + expected + ", found " + found);
      }
    }
  }
}
