package io.iolaus.cypher.schema;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/// Applies the files of `cypher/schema/` that a database has not seen yet.
///
/// Each applied file is a `SchemaVersion` node with its checksum. A second call does nothing. Two
/// processes that start at once are safe: one works while the other waits for a lock in the
/// database. A crash in between is safe too: every statement can run again. Neo4j does not mix
/// schema and data in one transaction, hence the separate record.
public final class SchemaMigrations {

  private static final String KEY =
      "CREATE CONSTRAINT schema_version_version IF NOT EXISTS"
          + " FOR (n:SchemaVersion) REQUIRE n.version IS UNIQUE";

  /// Version 0 stands for the lock: whoever has written to it works until its transaction ends.
  private static final String LOCK =
      "MERGE (n:SchemaVersion {version: 0}) SET n.name = 'lock', n.lockedAt = datetime()";

  private static final String APPLIED =
      "MATCH (n:SchemaVersion) WHERE n.version > 0"
          + " RETURN n.version AS version, n.name AS name, n.checksum AS checksum";

  private static final String RECORD =
      "MERGE (n:SchemaVersion {version: $version})"
          + " ON CREATE SET n.name = $name, n.checksum = $checksum, n.appliedAt = datetime()";

  private SchemaMigrations() {}

  /// Brings the database up to date; throws {@link SchemaException} when it is newer than the
  /// program or an applied file was edited.
  public static void apply(Driver driver) {
    apply(driver, SchemaFile.all());
  }

  static void apply(Driver driver, List<SchemaFile> files) {
    try (Session session = driver.session()) {
      if (isUpToDate(session, files)) {
        return;
      }
      // Processes that start together may wait for each other's locks in a circle: the driver tries
      // again.
      session.executeWriteWithoutResult(tx -> tx.run(KEY).consume());
    }
    try (Session locking = driver.session()) {
      locking.executeWriteWithoutResult(tx -> {
        tx.run(LOCK).consume();
        applyMissing(driver, files);
      });
    }
  }

  private static void applyMissing(Driver driver, List<SchemaFile> files) {
    try (Session session = driver.session()) {
      Map<Long, Record> applied = applied(session);
      check(applied, files);
      for (SchemaFile file : files) {
        if (!applied.containsKey((long) file.version())) {
          for (String statement : file.statements()) {
            session.executeWriteWithoutResult(tx -> tx.run(statement).consume());
          }
          session.executeWriteWithoutResult(tx ->
              tx.run(
                      RECORD,
                      Map.of(
                          "version", file.version(),
                          "name", file.name(),
                          "checksum", file.checksum()))
                  .consume());
        }
      }
      session.run("CALL db.awaitIndexes(600)").consume();
    }
  }

  private static boolean isUpToDate(Session session, List<SchemaFile> files) {
    Map<Long, Record> applied = applied(session);
    check(applied, files);
    return applied.size() == files.size();
  }

  private static Map<Long, Record> applied(Session session) {
    Map<Long, Record> applied = new TreeMap<>();
    for (Record row : session.executeRead(tx -> tx.run(APPLIED).list())) {
      applied.put(row.get("version").asLong(), row);
    }
    return applied;
  }

  private static void check(Map<Long, Record> applied, List<SchemaFile> files) {
    Map<Long, SchemaFile> known = new TreeMap<>();
    files.forEach(file -> known.put((long) file.version(), file));
    applied.forEach((version, row) -> {
      SchemaFile file = known.get(version);
      if (file == null) {
        throw new SchemaException(
            "the database was written by a newer Iolaus (schema "
                + version
                + ", this one knows "
                + files.getLast().version()
                + "): use that version, or another home");
      }
      if (!file.checksum().equals(row.get("checksum").asString())) {
        throw new SchemaException(
            "schema file "
                + file.name()
                + " was edited after the database had applied it: put it back and add a new file");
      }
    });
  }
}
