package io.iolaus.cypher.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.cypher.test.Neo4jTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

@Neo4jTest
class SchemaMigrationsIT {

  private static final SchemaFile FIRST =
      SchemaFile.of(
          "V0001__first",
          "// keys\nCREATE CONSTRAINT test_id IF NOT EXISTS FOR (n:Test) REQUIRE n.id IS UNIQUE;\n");
  private static final SchemaFile SECOND =
      SchemaFile.of(
          "V0002__second", "CREATE INDEX test_day IF NOT EXISTS FOR (n:Test) ON (n.day);\n");

  private final Driver driver;

  SchemaMigrationsIT(Driver driver) {
    this.driver = driver;
  }

  @BeforeEach
  @AfterEach
  void dropSchema() {
    try (Session session = driver.session()) {
      session.run("MATCH (n:SchemaVersion|Test) DELETE n").consume();
      session
          .run("SHOW CONSTRAINTS YIELD name RETURN name")
          .list(row -> row.get("name").asString())
          .forEach(name -> session.run("DROP CONSTRAINT " + name).consume());
      session
          .run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name")
          .list(row -> row.get("name").asString())
          .forEach(name -> session.run("DROP INDEX " + name).consume());
    }
  }

  @Test
  void createsTheSchemaOfTheProgram() {
    SchemaMigrations.apply(driver);
    assertThat(names()).contains("account_id", "cluster_id", "ip_address_prefix", "batch_seq");
    assertThat(versions()).containsExactlyElementsOf(versionsOfTheProgram());
  }

  @Test
  void secondRunChangesNothing() {
    SchemaMigrations.apply(driver, List.of(FIRST));
    SchemaMigrations.apply(driver, List.of(FIRST));
    assertThat(names()).containsExactlyInAnyOrder("schema_version_version", "test_id");
  }

  @Test
  void appliesOnlyWhatIsNew() {
    SchemaMigrations.apply(driver, List.of(FIRST));
    try (Session session = driver.session()) {
      session.run("DROP CONSTRAINT test_id").consume(); // would be seen to come back
    }
    SchemaMigrations.apply(driver, List.of(FIRST, SECOND));
    assertThat(names()).contains("test_day").doesNotContain("test_id");
  }

  @Test
  void refusesADatabaseThatIsNewerThanTheProgram() {
    SchemaMigrations.apply(driver, List.of(FIRST, SECOND));
    assertThatThrownBy(() -> SchemaMigrations.apply(driver, List.of(FIRST)))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("newer Iolaus (schema 2, this one knows 1)");
  }

  @Test
  void refusesAnAppliedFileThatWasEdited() {
    SchemaMigrations.apply(driver, List.of(FIRST));
    SchemaFile edited = SchemaFile.of("V0001__first", "CREATE INDEX other FOR (n:Test) ON (n.x);");
    assertThatThrownBy(() -> SchemaMigrations.apply(driver, List.of(edited)))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("V0001__first was edited");
  }

  @Test
  void manyProcessesMayStartAtOnce() throws Exception {
    Callable<Void> start =
        () -> {
          SchemaMigrations.apply(driver);
          return null;
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (Future<Void> done : threads.invokeAll(Stream.generate(() -> start).limit(6).toList())) {
        done.get();
      }
    }
    assertThat(versions()).containsExactlyElementsOf(versionsOfTheProgram());
  }

  private List<String> names() {
    try (Session session = driver.session()) {
      return Stream.of(
              "SHOW CONSTRAINTS YIELD name RETURN name",
              "SHOW INDEXES YIELD name, type, owningConstraint"
                  + " WHERE type <> 'LOOKUP' AND owningConstraint IS NULL RETURN name")
          .flatMap(query -> session.run(query).list(row -> row.get("name").asString()).stream())
          .toList();
    }
  }

  private List<Long> versions() {
    try (Session session = driver.session()) {
      return session
          .run("MATCH (n:SchemaVersion) RETURN n.version AS version ORDER BY version")
          .list(row -> row.get("version").asLong());
    }
  }

  /// 0 marks the schema of the versions themselves, then one for each file.
  private static List<Long> versionsOfTheProgram() {
    return LongStream.concat(
            LongStream.of(0), SchemaFile.all().stream().mapToLong(SchemaFile::version))
        .boxed()
        .toList();
  }
}
