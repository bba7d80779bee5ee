package io.iolaus.cypher.detector.safety;

import java.util.ArrayList;
import java.util.HashSet;
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
/// they depend on what the planner makes of a text, on this graph, with these indexes. An operator
/// that is on no list of harmless ones is refused, so that one that a later database brings is not
/// let through unseen.
///
/// What multiplies is told by how many rows each operator brings: what is done for each of many
/// rows must begin with that row, at an index or by a relationship. A label scanned anew for each
/// row is a Cartesian product under another name.
public final class PlanSafety {

  /// How many rows an operator brings for one row that it is given.
  private enum Rows {
    /// At most one.
    ONE,
    /// As many as the text has, whatever is in the graph.
    FEW,
    /// As many as there are.
    MANY
  }

  private static final String START =
      "start at one label or type and reach the rest along relationships";

  /// Do something on the right for each row on the left, and bring the rows of both.
  private static final Set<String> APPLY =
      Set.of(
          "Apply", "ConditionalApply", "AntiConditionalApply", "TriadicSelection", "TriadicBuild");

  /// The same, bringing the rows of the left alone.
  private static final Set<String> SEMI_APPLY =
      Set.of(
          "SemiApply",
          "AntiSemiApply",
          "LetSemiApply",
          "LetAntiSemiApply",
          "SelectOrSemiApply",
          "SelectOrAntiSemiApply",
          "LetSelectOrSemiApply",
          "LetSelectOrAntiSemiApply",
          "RollUpApply");

  /// Bring more rows than they are given.
  private static final Set<String> EXPANDING =
      Set.of("Expand", "OptionalExpand", "VarLengthExpand", "ProcedureCall");

  /// Joins on a node or on rows, which the statement ties together.
  private static final Set<String> JOINS =
      Set.of(
          "NodeHashJoin",
          "NodeLeftOuterHashJoin",
          "NodeRightOuterHashJoin",
          "AssertSameNode",
          "AssertSameRelationship",
          "Union",
          "OrderedUnion");

  /// Bring as many rows as they are given, or fewer.
  private static final Set<String> PASSING =
      Set.of(
          "ProduceResults",
          "Projection",
          "Filter",
          "Optional",
          "ProjectEndpoints",
          "Distinct",
          "OrderedDistinct",
          "Sort",
          "PartialSort",
          "Skip",
          "CacheProperties",
          "Eager",
          "PreserveOrder",
          "NonFuseable",
          "TriadicFilter",
          "EmptyResult");

  private static final Set<String> LIMITS = Set.of("Limit", "ExhaustiveLimit", "Top", "PartialTop");

  private static final Set<String> AGGREGATIONS = Set.of("EagerAggregation", "OrderedAggregation");

  private static final Set<String> ONE_ROW =
      Set.of("Argument", "EmptyRow", "NodeCountFromCountStore", "RelationshipCountFromCountStore");

  /// All nodes of a label, or all relationships of a type.
  private static final Pattern SCAN =
      Pattern.compile(
          "(Partitioned)?((NodeByLabel|(Union|Intersection|Subtraction)NodeByLabels)Scan"
              + "|(Directed|Undirected)(Union)?RelationshipTypes?Scan"
              + "|(Node|DirectedRelationship|UndirectedRelationship)Index(Contains|EndsWith)?Scan)");

  private static final Pattern SEEK =
      Pattern.compile(
          "(Partitioned|Multi)?(Node|DirectedRelationship|UndirectedRelationship)"
              + "(Unique)?IndexSeek(ByRange)?|NodeFulltextIndexSearch|NodeVectorIndexSearch");

  /// A grouping key is no aggregate; aggregates come behind them.
  private static final Pattern AGGREGATE_FIRST =
      Pattern.compile(
          "(count|collect|collect_distinct|sum|min|max|avg|stdevp?|percentile(Cont|Disc))\\(.*",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /// A list that stands in the text.
  private static final Pattern WRITTEN_LIST =
      Pattern.compile("(\\$autolist_\\d+|\\[(?!.* IN ).*]) AS .*", Pattern.DOTALL);

  /// `(a)-[:X*2..]-(b)`: from, dots, to.
  private static final Pattern STEPS = Pattern.compile("\\*(\\d+)?(\\.\\.)?(\\d+)?]");

  /// `(a) (...){1, 3} (b)`: from, to.
  private static final Pattern REPEATS = Pattern.compile("\\{\\d*, ?(\\d*)}");

  /// An index asked for something that is not the same for every row.
  private static final Pattern BY_ROW = Pattern.compile(" (=|IN|STARTS WITH) (?!\\$)");

  /// A join by an id, of which there is one: it brings no more rows than the other side has.
  private static final Pattern BY_KEY = Pattern.compile("(^|= )(cache\\[)?\\w+\\.id]?( =|$)");

  /// The two nodes of a relationship.
  private static final Pattern ENDS = Pattern.compile("\\((\\w+)\\)");

  private static final Pattern FROM = Pattern.compile(" >=? ");
  private static final Pattern TO = Pattern.compile(" <=? ");
  private static final Pattern BOUND_BY_ROW = Pattern.compile(" [<>]=? (?!\\$)");

  private final List<Finding> findings = new ArrayList<>();

  private PlanSafety() {}

  /// Everything that speaks against running what this summary of an `EXPLAIN` describes; empty when
  /// it may run.
  public static List<Finding> check(ResultSummary explained) {
    PlanSafety safety = new PlanSafety();
    if (explained.queryType() != QueryType.READ_ONLY) {
      safety.refuse("the database says the statement does not only read", "leave out what writes");
    }
    explained
        .queryPlan()
        .ifPresentOrElse(
            plan -> safety.walk(plan, false, Set.of()),
            () -> safety.refuse("the database shows no plan for it", "write a query that reads"));
    return List.copyOf(safety.findings);
  }

  /// @param again whether it is done for each of many rows
  /// @param outer what those rows bring along
  private Rows walk(Plan plan, boolean again, Set<String> outer) {
    String operator = operator(plan);
    // A name in backticks could look like anything.
    String details = NestedPatterns.withoutBackticks(details(plan));
    checkNested(plan, details);
    List<? extends Plan> inputs = plan.children();
    if ((APPLY.contains(operator) || SEMI_APPLY.contains(operator)) && inputs.size() == 2) {
      Rows left = walk(inputs.get(0), again, outer);
      Rows right =
          walk(inputs.get(1), again || left == Rows.MANY, Set.copyOf(inputs.get(0).identifiers()));
      return SEMI_APPLY.contains(operator) ? left : max(left, right);
    }
    if (operator.equals("Repeat") || operator.equals("BidirectionalRepeat")) {
      checkRepeat(details);
      for (int i = 0; i < inputs.size(); i++) {
        walk(inputs.get(i), again || i == inputs.size() - 1, outer);
      }
      return Rows.MANY;
    }
    Rows input = inputs.isEmpty() ? Rows.ONE : Rows.FEW;
    List<Rows> sides = new ArrayList<>();
    boolean tied = again && ties(plan.operatorType(), details, outer);
    for (Plan one : inputs) {
      sides.add(walk(one, again && !tied, outer));
      input = inputs.size() == 1 ? sides.getFirst() : max(input, sides.getLast());
    }
    return of(operator, details, input, sides, again);
  }

  /// Whether an operator ties what is below it to a row of outside: then the planner had the choice
  /// to begin with that row, and took what is cheaper on this graph.
  private static boolean ties(String operator, String details, Set<String> outer) {
    if (operator.contains("(Into")) {
      return ENDS.matcher(details).results().limit(2).anyMatch(end -> outer.contains(end.group(1)));
    }
    return operator.startsWith("NodeHashJoin") && outer.contains(details.strip());
  }

  private Rows of(String operator, String details, Rows input, List<Rows> sides, boolean again) {
    if (ONE_ROW.contains(operator)) {
      return Rows.ONE;
    } else if (PASSING.contains(operator) || JOINS.contains(operator)) {
      return input;
    } else if (LIMITS.contains(operator)) {
      return details.equals("1") || details.endsWith(" LIMIT 1") ? Rows.ONE : input;
    } else if (AGGREGATIONS.contains(operator)) {
      return AGGREGATE_FIRST.matcher(details).matches() ? Rows.ONE : input;
    } else if (operator.equals("Unwind") || operator.equals("PartitionedUnwind")) {
      return WRITTEN_LIST.matcher(details).matches() ? max(Rows.FEW, input) : Rows.MANY;
    } else if (EXPANDING.contains(operator)) {
      checkExpanding(operator, details);
      return Rows.MANY;
    } else if (SCAN.matcher(operator).matches()) {
      if (again) {
        refuse(
            "the plan has " + operator + " " + details + " anew for each row: all with all",
            "reach it along a relationship or by an equal value of an index, or collect it once,"
                + " before");
      }
      return Rows.MANY;
    } else if (SEEK.matcher(operator).matches()) {
      return seek(operator, details, again);
    } else if (operator.startsWith("Value")) {
      if (!BY_KEY.matcher(details).find() && sides.stream().allMatch(rows -> rows == Rows.MANY)) {
        refuse(
            "the plan joins all with all by a value: " + operator + " " + details,
            "match one of them and group it: WITH a.value AS key, collect(a) AS members");
      }
      return Rows.MANY;
    }
    refuse(("the plan has " + operator + " " + details).strip(), START);
    return Rows.MANY;
  }

  private Rows seek(String operator, String details, boolean again) {
    int at = details.indexOf(" WHERE ");
    String condition = at < 0 ? "" : details.substring(at).split(", cache\\[", 2)[0];
    boolean unique = operator.equals("NodeUniqueIndexSeek") && condition.contains(" = ");
    boolean between =
        FROM.matcher(condition).find()
            && TO.matcher(condition).find()
            && BOUND_BY_ROW.matcher(condition).find();
    if (again && !unique && !between && !BY_ROW.matcher(condition).find()) {
      refuse(
          "the plan has " + operator + " " + details + " anew for each row: all with many",
          "ask the index for an equal value, or for one between two, of the row");
    }
    return unique ? Rows.ONE : Rows.MANY;
  }

  private void checkExpanding(String operator, String details) {
    if (operator.equals("ProcedureCall")) {
      int end = details.indexOf('(');
      String name = (end < 0 ? details : details.substring(0, end)).toLowerCase(Locale.ROOT);
      if (!Vocabulary.PROCEDURES.contains(name)) {
        refuse("the plan calls procedure " + name, "use clauses instead");
      }
    } else if (operator.equals("VarLengthExpand")) {
      Matcher steps = STEPS.matcher(details);
      boolean found = steps.find();
      String bound = found ? steps.group(steps.group(2) == null ? 1 : 3) : null;
      checkSteps(bound, details);
    }
  }

  private void checkRepeat(String details) {
    Matcher repeats = REPEATS.matcher(details);
    checkSteps(repeats.find() ? repeats.group(1) : "", details);
  }

  private void checkSteps(@Nullable String bound, String details) {
    if (!PatternLength.isNear(bound)) {
      refuse("the plan repeats " + details + " without a near end", PatternLength.REMEDY);
    }
  }

  /// The plan of a subquery in the middle of an expression is not shown: its text is.
  private void checkNested(Plan plan, String details) {
    Set<String> bound = new HashSet<>();
    plan.children().forEach(child -> bound.addAll(child.identifiers()));
    for (String what : NestedPatterns.check(details, bound)) {
      refuse(
          what, "ask for it in a clause before, where the plan shows it: WITH a, COUNT { … } AS n");
    }
  }

  /// `VarLengthExpand(All)@neo4j` without what is behind the name.
  private static String operator(Plan plan) {
    return plan.operatorType().split("[@(]", 2)[0];
  }

  private static String details(Plan plan) {
    return plan.arguments().containsKey("Details")
        ? plan.arguments().get("Details").asString("")
        : "";
  }

  private static Rows max(Rows a, Rows b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private void refuse(String what, String remedy) {
    Finding finding = new Finding(0, what, remedy);
    if (!findings.contains(finding)) {
      findings.add(finding);
    }
  }
}
