package io.iolaus.api.cli.output;

import io.iolaus.core.audit.AuditEntry;
import io.iolaus.core.audit.AuditNote;
import io.iolaus.core.audit.SealedEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Entries of the audit as rows, one at a time. Whoever reads them in a spreadsheet is kept from
/// what strangers wrote: in CSV a text that begins like a formula begins with an apostrophe. NDJSON
/// has everything as it was hashed.
public final class AuditTable {

  private static final List<String> COLUMNS =
      List.of(
          "seq",
          "at",
          "actor",
          "login",
          "address",
          "act",
          "objectType",
          "object",
          "outcome",
          "reason",
          "detail",
          "key",
          "hash",
          "seal");

  private AuditTable() {}

  /// What hands over entries, in their order.
  @FunctionalInterface
  public interface Entries {
    /// Hands over all.
    void forEach(Consumer<SealedEntry> consumer);
  }

  /// Prints the entries in their order.
  public static void print(Entries entries, OutputStream out, OutputFormat format)
      throws IOException {
    UnaryOperator<String> safe =
        format == OutputFormat.CSV ? Formulas::neutral : UnaryOperator.identity();
    try (RowWriter rows = RowWriter.to(out, format, COLUMNS)) {
      entries.forEach(entry -> {
        try {
          rows.row(cells(entry, safe));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    } catch (UncheckedIOException e) {
      throw e.getCause() == null ? new IOException(e) : e.getCause();
    }
  }

  private static List<Cell> cells(SealedEntry sealed, UnaryOperator<String> safe) {
    AuditEntry entry = sealed.entry();
    AuditNote note = entry.note();
    return List.of(
        new Cell.Count(entry.seq()),
        new Cell.Time(entry.at()),
        new Cell.Text(safe.apply(note.actor().name())),
        new Cell.Text(note.actor().login().text()),
        new Cell.Text(safe.apply(note.actor().address())),
        new Cell.Text(note.act().text()),
        new Cell.Text(safe.apply(note.objectType())),
        new Cell.Text(safe.apply(note.object())),
        new Cell.Text(note.outcome().text()),
        new Cell.Text(safe.apply(note.reason())),
        new Cell.Texts(
            note.detail().entrySet().stream().map(d -> d.getKey() + "=" + d.getValue()).toList()),
        new Cell.Text(entry.key()),
        new Cell.Text(sealed.hash()),
        new Cell.Text(sealed.seal()));
  }
}
