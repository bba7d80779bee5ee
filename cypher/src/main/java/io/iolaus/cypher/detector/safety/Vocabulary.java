package io.iolaus.cypher.detector.safety;

import java.util.Set;

/// The words a detector may use, and those it may not.
final class Vocabulary {
  private Vocabulary() {}

  /// What a read-only query can begin with.
  static final Set<String> OPENINGS = Set.of("MATCH", "OPTIONAL", "UNWIND", "WITH", "CALL", "LET");

  /// Clauses that change something, reach outside the graph, or chain another statement on.
  static final Set<String> FORBIDDEN =
      Set.of(
          "CREATE",
          "INSERT",
          "MERGE",
          "SET",
          "DELETE",
          "DETACH",
          "NODETACH",
          "REMOVE",
          "FOREACH",
          "LOAD",
          "CSV",
          "USE",
          "DROP",
          "ALTER",
          "RENAME",
          "GRANT",
          "DENY",
          "REVOKE",
          "SHOW",
          "TERMINATE",
          "ENABLE",
          "DISABLE",
          "START",
          "STOP",
          "EXECUTE",
          "TRANSACTIONS",
          "COMMIT",
          "PERIODIC",
          "EXPLAIN",
          "PROFILE",
          "CYPHER",
          "NEXT",
          "FINISH");

  /// Procedures: searching an index is the one thing that no clause can do.
  static final Set<String> PROCEDURES =
      Set.of("db.index.fulltext.querynodes", "db.index.vector.querynodes");

  /// Functions of plain computation, in lower case. None reads the clock, chance, files, other
  /// databases or the database's internal ids: the same graph must give the same links.
  static final Set<String> FUNCTIONS =
      Set.of(
          "abs",
          "all",
          "any",
          "avg",
          "btrim",
          "ceil",
          "char_length",
          "character_length",
          "coalesce",
          "collect",
          "count",
          "date",
          "date.truncate",
          "datetime",
          "datetime.fromepoch",
          "datetime.fromepochmillis",
          "datetime.truncate",
          "duration",
          "duration.between",
          "duration.indays",
          "duration.inmonths",
          "duration.inseconds",
          "endnode",
          "exists",
          "exp",
          "floor",
          "head",
          "isempty",
          "isnan",
          "keys",
          "labels",
          "last",
          "left",
          "length",
          "localdatetime",
          "log",
          "log10",
          "lower",
          "ltrim",
          "max",
          "min",
          "nodes",
          "none",
          "nullif",
          "percentilecont",
          "percentiledisc",
          "range",
          "reduce",
          "relationships",
          "replace",
          "reverse",
          "right",
          "round",
          "rtrim",
          "sign",
          "single",
          "size",
          "split",
          "sqrt",
          "startnode",
          "stdev",
          "stdevp",
          "substring",
          "sum",
          "tail",
          "toboolean",
          "tobooleanornull",
          "tofloat",
          "tofloatornull",
          "tointeger",
          "tointegerornull",
          "tolower",
          "tostring",
          "tostringornull",
          "toupper",
          "trim",
          "type",
          "upper");

  /// Functions that read the clock when they are not told a time.
  static final Set<String> TEMPORAL =
      Set.of("date", "datetime", "localdatetime", "date.truncate", "datetime.truncate");

  /// Keywords that an opening parenthesis may follow.
  static final Set<String> BEFORE_PARENTHESIS =
      Set.of(
          "ALL",
          "AND",
          "ANY",
          "AS",
          "ASC",
          "BY",
          "CALL",
          "CASE",
          "CONTAINS",
          "DESC",
          "DISTINCT",
          "ELSE",
          "FILTER",
          "IN",
          "LIMIT",
          "MATCH",
          "NOT",
          "OFFSET",
          "OR",
          "RETURN",
          "SKIP",
          "THEN",
          "UNWIND",
          "WHEN",
          "WHERE",
          "WITH",
          "XOR");
}
