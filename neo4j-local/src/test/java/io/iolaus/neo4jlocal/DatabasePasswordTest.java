package io.iolaus.neo4jlocal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/// The user is what the password file says after every start, and only touched where it must be.
class DatabasePasswordTest {

  @TempDir private Path folder;

  /// While a user is replaced there is a moment without it, in which whoever waited for the
  /// database would be refused.
  @Test
  void aStartWithTheSamePasswordLeavesTheUserAsItIs() throws IOException {
    String first = credentialsAfterStart("the-first-one");
    assertThat(credentialsAfterStart("the-first-one")).isEqualTo(first);
  }

  @Test
  void aStartWithAnotherPasswordChangesTheUser() throws IOException {
    String first = credentialsAfterStart("the-first-one");
    String second = credentialsAfterStart("another-one");
    assertThat(second).isNotEqualTo(first);
    assertThat(credentialsAfterStart("another-one")).isEqualTo(second);
  }

  /// What the store keeps of the password: a salted hash, another one each time the user is made.
  private String credentialsAfterStart(String password) throws IOException {
    Path data = folder.resolve("data");
    Path file = Files.writeString(folder.resolve("password"), password + "\n");
    Database.start(
            Arguments.parse(
                "--data", data.toString(),
                "--password-file", file.toString(),
                "--page-cache", "16m"))
        .close();
    DatabaseManagementService store = new DatabaseManagementServiceBuilder(data).build();
    try (Transaction read = store.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME).beginTx()) {
      Node user = read.findNode(Label.label("User"), "name", "neo4j");
      return (String) user.getProperty("credentials");
    } finally {
      store.shutdown();
    }
  }
}
