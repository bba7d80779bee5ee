package io.iolaus.api.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.api.statement.StatementController.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PanelTest {

  @Test
  void eachPanelHasItsStatementsAsTheyStandInTheFiles() {
    assertThat(Panel.all()).extracting(Panel::name).doesNotHaveDuplicates().contains("members");
    assertThat(Panel.all())
        .allSatisfy(panel -> {
          assertThat(panel.route()).startsWith("/api/v1/");
          assertThat(panel.now()).isNotEmpty();
          assertThat(Stream.concat(panel.now().stream(), panel.past().stream()))
              .allSatisfy(name -> assertThat(Statement.of(name).text()).contains("   out: "));
        });
  }

  @Test
  void parametersAreThoseThatTheStatementReads() {
    assertThat(Statement.of("queries/cluster-version").parameters()).containsExactly("id");
    assertThat(Statement.of("queries/cluster-members").parameters())
        .contains("id", "hidden", "state", "sort", "descending", "limit", "afterKey", "afterId");
  }

  /// Who may use this, what they did and what is sealed is no panel.
  @Test
  void nothingIsSaidOfSecrets() {
    assertThat(
            Panel.all().stream().flatMap(p -> Stream.concat(p.now().stream(), p.past().stream())))
        .noneMatch(name -> name.matches("queries/(access|audit|once)/.*"));
  }
}
