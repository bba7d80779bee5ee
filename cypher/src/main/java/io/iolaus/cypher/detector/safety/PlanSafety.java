package io.iolaus.cypher.detector.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.summary.Plan;
import org.neo4j.driver.summary.QueryType;
import org.neo4j.driver.summary.ResultSummary;

/// Whether a statement may run, judged by the plan that `EXPLAIN` shows.
///
/// The database itself says here whether it would write. Costs that have no end are found here too:
/// they depend on what the planner makes of a text, on this graph, with these indexes.
public final class PlanSafety {
  private static final Set<String> REFUSED =
      Set.of(
          "CartesianProduct",
          "AllNodesScan",
          "DirectedAllRelationshipsScan",
          "UndirectedAllRelationshipsScan",
          "PartitionedAllNodesScan",
          "PartitionedDirectedAllRelationshipsScan",
          "PartitionedUndirectedAllRelationshipsScan",
          "DynamicLabelNodeLookup",
          "LoadCSV",
          "Foreach",
          "TransactionApply",
          "TransactionForeach",
          "ShortestPath");

  /// `(a)-[:X*2..]-(b)`: from, dots, to.
  private static final Pattern STEPS = Pattern.compile("\\*(\\d+)?(\\.\\.)?(\\d+)?]");

  /// `(a) (...){1, 3} (b)`: from, to.
  private static final Pattern REPEATS = Pattern.compile("\\{\\d*, ?(\\d*)}");

  private final List<Finding> findings = new ArrayList<>();

  private PlanSafety() {}

  /// Everything that speaks against running what this summary of an `EXPLAIN` describes; empty when
  /// it may run.
  public static List<Finding> check(ResultSummary explained) {
    PlanSafety safety = new PlanSafety();
    if (explained.queryType() != QueryType.READ_ONLY) {
      safety.refuse("the database says the statement does not only read", "leave out what writes");
    }
    explained.queryPlan().ifPresent(safety::walk);
    return List.copyOf(safety.findings);
  }

  private void walk(Plan plan) {
    int suffix = plan.operatorType().indexOf('@'); // NodeByLabelScan@neo4j
    String operator = suffix < 0 ? plan.operatorType() : plan.operatorType().substring(0, suffix);
    String details =
        plan.arguments().containsKey("Details") ? plan.arguments().get("Details").asString("") : "";
    if (REFUSED.contains(operator) || operator.startsWith("StatefulShortestPath")) {
      refuse(
          "the plan has " + operator + " " + details,
          "start at one label or type and reach the rest along relationships");
    } else if (operator.startsWith("ProcedureCall")) {
      checkProcedure(details);
    } else if (operator.contains("VarLengthExpand")) {
      Matcher steps = STEPS.matcher(details);
      if (steps.find()) {
        checkSteps(steps.group(2) == null ? steps.group(1) : steps.group(3), details);
      }
    } else if (operator.startsWith("Repeat")) {
      Matcher repeats = REPEATS.matcher(details);
      checkSteps(repeats.find() ? repeats.group(1) : "", details);
    }
    plan.children().forEach(this::walk);
  }

  private void checkProcedure(String details) {
    int end = details.indexOf('(');
    String name = (end < 0 ? details : details.substring(0, end)).toLowerCase(Locale.ROOT);
    if (!Vocabulary.PROCEDURES.contains(name)) {
      refuse("the plan calls procedure " + name, "use clauses instead");
    }
  }

  private void checkSteps(@Nullable String bound, String details) {
    // More than nine digits is no bound either.
    if (bound == null
        || bound.isEmpty()
        || bound.length() > 9
        || Integer.parseInt(bound) > PatternLength.MAX_STEPS) {
      refuse("the plan repeats " + details + " without a near end", PatternLength.REMEDY);
    }
  }

  private void refuse(String what, String remedy) {
    findings.add(new Finding(0, what, remedy));
  }
}
