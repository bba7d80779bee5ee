package io.iolaus.api.statement;

import io.iolaus.api.paging.ListResponse;
import io.iolaus.cypher.detector.safety.StatementSafety;
import io.iolaus.cypher.statement.Statements;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The Cypher behind what is shown, as it stands in the files.
@RestController
@RequestMapping("/api/v1/statements")
@Tag(name = "statements")
class StatementController {

  /// A statement.
  ///
  /// @param name of its file, without the ending
  /// @param parameters that it reads, without `$`
  /// @param text with the comment that says what goes in and what comes out
  record Statement(String name, List<String> parameters, String text) {
    static Statement of(String name) {
      String text = Statements.load(name);
      return new Statement(name, StatementSafety.parameters(text).stream().sorted().toList(), text);
    }
  }

  /// What is shown, by its statements in the order in which they run.
  ///
  /// @param past those for a moment other than now
  record PanelStatements(String name, String route, List<Statement> now, List<Statement> past) {

    static PanelStatements of(Panel panel) {
      return new PanelStatements(
          panel.name(),
          panel.route(),
          panel.now().stream().map(Statement::of).toList(),
          panel.past().stream().map(Statement::of).toList());
    }
  }

  @GetMapping
  @Operation(
      summary = "The Cypher behind what is shown, with the names of its parameters",
      description = "`past`: what is asked with `asOf` or `knownAt`.")
  ListResponse<PanelStatements> list() {
    return ListResponse.all(Panel.all().stream().map(PanelStatements::of).toList());
  }
}
