package io.iolaus.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.database.Database;
import io.iolaus.cypher.database.DatabaseOptions;
import io.iolaus.cypher.database.Databases;
import io.iolaus.cypher.home.Home;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever sits at the machine manages users without a login.
class UsersCommandIT {

  @TempDir private Path folder;

  private CommandRun users(String... more) {
    List<String> command = new ArrayList<>(List.of("users"));
    command.addAll(List.of(more));
    command.addAll(List.of("--home", folder.resolve("home").toString()));
    return CommandRun.of(command.toArray(String[]::new));
  }

  @Test
  void makesChangesAndListsUsersAndPrintsPasswordsOnce() {
    Home home = Home.at(folder.resolve("home"));
    DatabaseOptions options =
        new DatabaseOptions("256m", "16m", Duration.ofMinutes(1), true, line -> {});
    try (Database shared = Databases.open(home, options)) {
      assertThat(shared.owned()).isTrue();
      CommandRun last = users("disable", "admin");
      assertThat(last.status()).isEqualTo(1);
      assertThat(last.err()).contains("the last active administrator");

      CommandRun added = users("add", "ann", "--roles", "analyst,administrator");
      assertThat(added.err()).contains("ann is active, with analyst, administrator");
      assertThat(added.out()).matches("([a-z2-7]{4}-){4}[a-z2-7]{4}\n");
      assertThat(users("disable", "admin").status()).isZero();
      CommandRun reset = users("reset-password", "ann");
      assertThat(reset.out()).matches("([a-z2-7]{4}-){4}[a-z2-7]{4}\n").isNotEqualTo(added.out());
      assertThat(users("second-factor-off", "ann").status()).isZero();
      assertThat(users("enable", "admin").status()).isZero();
      assertThat(users("roles", "ann", "viewer,lead").err()).contains("with viewer, lead");
      CommandRun wrong = users("roles", "ann", "root");
      assertThat(wrong.err()).contains("must be of viewer, analyst,").contains("was root");

      String listed = users().out();
      assertThat(listed)
          .contains("name,roles,state", "admin,administrator,active", "ann,viewer lead,active,yes")
          .doesNotContain(reset.out().strip(), "s1.");
    }
  }
}
