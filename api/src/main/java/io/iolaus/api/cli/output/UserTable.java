package io.iolaus.api.cli.output;

import io.iolaus.core.access.UserRole;
import io.iolaus.cypher.access.UserRow;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;

/// Who may use the installation, a row a user.
public final class UserTable {

  private static final List<String> COLUMNS =
      List.of(
          "name",
          "roles",
          "state",
          "passwordDue",
          "secondFactor",
          "version",
          "createdAt",
          "createdBy",
          "changedAt",
          "changedBy");

  private UserTable() {}

  /// Prints the rows in their order.
  public static void print(List<UserRow> users, OutputStream out, OutputFormat format)
      throws IOException {
    try (RowWriter rows = RowWriter.to(out, format, COLUMNS)) {
      for (UserRow user : users) {
        rows.row(
            List.of(
                new Cell.Text(user.name()),
                new Cell.Text(
                    user.roles().stream()
                        .sorted()
                        .map(UserRole::text)
                        .collect(Collectors.joining(" "))),
                new Cell.Text(user.state().text()),
                new Cell.Text(user.passwordDue() ? "yes" : "no"),
                new Cell.Text(user.secondFactor() ? "yes" : "no"),
                new Cell.Count(user.version()),
                new Cell.Time(user.createdAt()),
                new Cell.Text(user.createdBy()),
                new Cell.Time(user.changedAt()),
                new Cell.Text(user.changedBy())));
      }
    }
  }
}
