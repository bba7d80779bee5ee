package io.iolaus.neo4jlocal;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.internal.kernel.api.procs.ProcedureSignature;
import org.neo4j.internal.kernel.api.procs.QualifiedName;
import org.neo4j.kernel.api.QueryLanguage;
import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/// Takes away the procedures that nobody here needs.
///
/// Community Edition has no privileges, and its allow list is for procedures of others: its own,
/// which read and change the server's settings, would be open to every statement.
final class Procedures {

  /// What the schema waits with, what finds a server for a driver, and the searches of an index
  /// that a detector may ask for.
  private static final Set<String> KEPT =
      Set.of(
          "db.awaitIndexes",
          "db.index.fulltext.queryNodes",
          "db.index.vector.queryNodes",
          "db.ping",
          "dbms.components",
          "dbms.routing.getRoutingTable");

  private Procedures() {}

  static void restrict(GraphDatabaseService database) {
    GlobalProcedures all =
        ((GraphDatabaseAPI) database)
            .getDependencyResolver()
            .resolveDependency(GlobalProcedures.class);
    List<QualifiedName> unneeded =
        Arrays.stream(QueryLanguage.values())
            .flatMap(language -> all.getCurrentView().getAllProcedures(language))
            .map(ProcedureSignature::name)
            .filter(name -> !KEPT.contains(name.toString()))
            .distinct()
            .toList();
    unneeded.forEach(all::unregister);
  }
}
