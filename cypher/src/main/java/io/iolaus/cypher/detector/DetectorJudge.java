package io.iolaus.cypher.detector;

import io.iolaus.cypher.detector.safety.Finding;
import io.iolaus.cypher.detector.safety.Narrowing;
import io.iolaus.cypher.detector.safety.PlanSafety;
import io.iolaus.cypher.detector.safety.StatementSafety;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Query;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;

/// Says whether a detector may run on a database: by its text, then by the plan that the database
/// makes of it. Whoever loads, saves or runs one asks here.
final class DetectorJudge {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// `… (line 3, column 14 (offset: 96))`, from 1.
  private static final Pattern PLACE = Pattern.compile("\\(line (\\d+), column (\\d+)");

  /// Lines that the engine's own words take before the author's.
  private static final int WRAPPED_BY = 1;

  private final Driver driver;

  DetectorJudge(Driver driver) {
    this.driver = driver;
  }

  /// Everything that speaks against it; empty when it may run.
  ///
  /// @param file how messages call the file
  List<DetectorProblem> problems(String file, DetectorFile detector) {
    try (Session session = driver.session(reading())) {
      return findings(session, detector, PATIENCE).stream()
          .map(f -> DetectorProblem.of(file, detector.statementLine(), detector.statement(), f))
          .toList();
    }
  }

  /// The same in a session that is open already; the plan is asked for only where nothing is wrong
  /// with the text.
  static List<Finding> findings(Session session, DetectorFile detector, Duration patience) {
    List<Finding> ofText = ofText(detector);
    return ofText.isEmpty() ? ofPlan(session, detector, detector.statement(), patience) : ofText;
  }

  /// What speaks against the plan of the same detector for some keys alone.
  static List<Finding> findings(
      Session session, DetectorFile detector, Narrowing.Possible narrowed, Duration patience) {
    return ofPlan(session, detector, narrowed.statement(), patience);
  }

  private static List<Finding> ofText(DetectorFile detector) {
    return ofText(detector.statement(), detector.params(), detector.facet());
  }

  static List<Finding> ofText(String statement, List<DetectorParameter> params, String facet) {
    Set<String> names = new HashSet<>(DetectorParameters.OF_THE_WINDOW);
    params.forEach(p -> names.add(p.name()));
    return StatementSafety.check(statement, names, facet, DetectorFile.LINK_TYPES);
  }

  /// @param statement the detector's own, or that for some keys alone
  private static List<Finding> ofPlan(
      Session session, DetectorFile detector, String statement, Duration patience) {
    DetectorWindow window = DetectorWindow.endingAt(Instant.EPOCH, Duration.ofDays(1));
    Map<String, Object> params = DetectorParameters.resolve(detector, window, Map.of());
    params.put(Narrowing.KEYS, List.of());
    Query query = query("EXPLAIN ", statement, params, DetectorBudget.DEFAULT);
    try {
      return session.executeRead(
          tx -> PlanSafety.check(tx.run(query).consume()),
          TransactionConfig.builder().withTimeout(patience).build());
    } catch (ClientException e) {
      if (e.code().startsWith("Neo.ClientError.Statement")) {
        return List.of(refused(detector.statement(), e));
      }
      throw e;
    }
  }

  private static Finding refused(String statement, Neo4jException e) {
    String said = String.valueOf(e.getMessage());
    Matcher place = PLACE.matcher(said);
    int offset = 0;
    if (place.find()) {
      int line = Integer.parseInt(place.group(1)) - WRAPPED_BY;
      for (int l = 1; l < line && offset >= 0; l++) {
        offset = statement.indexOf('\n', offset) + 1;
      }
      offset += line < 1 ? 0 : Integer.parseInt(place.group(2)) - 1;
      said = said.substring(0, place.start()).strip();
    }
    return new Finding(
        Math.min(offset, statement.length()),
        "the database does not take it: " + said.lines().findFirst().orElse(""),
        "correct the statement");
  }

  /// The statement as it runs: around the author's, which hands over nodes, one that lets only ids
  /// travel.
  ///
  /// Cypher 25 is named so that a server's default cannot change what a detector means. All ids
  /// travel, whatever the cap: sorting them there costs the database a copy of the list for each of
  /// them. Of a link that alone is beyond the budget only its size does.
  static Query query(
      String mode, String statement, Map<String, Object> params, DetectorBudget budget) {
    Map<String, Object> all = new TreeMap<>(params);
    all.put("engineMaxRows", budget.maxLinks() + 1); // one more shows that there are more
    all.put("engineMaxMembers", budget.maxMembers());
    return new Query("CYPHER 25 " + mode + wrap(statement), all);
  }

  private static String wrap(String statement) {
    return """
    CALL () {
    %s
    }
    RETURN key, type, facet, size(members) AS total,
      all(m IN members WHERE m:Account) AS accounts,
      CASE WHEN size(members) > $engineMaxMembers THEN [] ELSE [m IN members | m.id] END AS members
    LIMIT $engineMaxRows\
    """
        .formatted(statement);
  }

  static SessionConfig reading() {
    return SessionConfig.builder()
        .withDefaultAccessMode(AccessMode.READ)
        .withFetchSize(FETCH_SIZE)
        .build();
  }

  private static final int FETCH_SIZE = 500;
}
