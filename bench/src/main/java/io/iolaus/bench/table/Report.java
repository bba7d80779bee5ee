package io.iolaus.bench.table;

import io.iolaus.simulate.scoring.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Rows for people and figures for programs, in the order in which they come.
final class Report {

  /// One line of the table.
  record Row(String measure, String asked, String reached, Outcome outcome) {

    /// As a line of the table.
    String print() {
      return line(measure, asked, outcome.text(), reached);
    }

    private static String line(String measure, String asked, String outcome, String reached) {
      return String.format(Locale.ROOT, "%-54s %-22s %-8s %s%n", measure, asked, outcome, reached);
    }
  }

  private final List<Row> rows = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();
  private final StringBuilder appendix = new StringBuilder();
  private final Consumer<Row> listener;

  Report() {
    this(row -> {});
  }

  /// @param listener hears of each row at once: all of them take an hour
  Report(Consumer<Row> listener) {
    this.listener = listener;
  }

  void row(String measure, String asked, Outcome outcome, String reached) {
    Row row = new Row(measure, asked, reached, outcome);
    rows.add(row);
    listener.accept(row);
  }

  void figure(String measure, String of, double value) {
    figures.add(new Figure(measure, of, value));
  }

  // An overload, so that counts become doubles in one place.
  void figure(String measure, String of, long count) {
    figure(measure, of, (double) count);
  }

  /// Figures of one part of the populations.
  void figures(String part, List<Figure> all) {
    all.forEach(f -> figure(f.measure(), (part + " " + f.of()).strip(), f.value()));
  }

  /// What stands below the table.
  void below(String text) {
    appendix.append('\n').append(text);
  }

  List<Row> rows() {
    return List.copyOf(rows);
  }

  List<Figure> figures() {
    return List.copyOf(figures);
  }

  /// The table.
  String print() {
    StringBuilder text = new StringBuilder();
    text.append(Row.line("measure", "asked", "", "reached"));
    rows.forEach(row -> text.append(row.print()));
    long missed = rows.stream().filter(r -> r.outcome == Outcome.MISSED).count();
    long open = rows.stream().filter(r -> r.outcome == Outcome.OPEN).count();
    long met = rows.stream().filter(r -> r.outcome == Outcome.MET).count();
    text.append(
        String.format(
            Locale.ROOT, "%d met, %d not met, %d with too few to say%n", met, missed, open));
    return text.append(appendix).toString();
  }

  /// Writes all figures as `measure,of,value`.
  void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder("measure,of,value\n");
    for (Figure figure : figures) {
      text.append(figure.measure())
          .append(',')
          .append(figure.of())
          .append(',')
          .append(figure.value())
          .append('\n');
    }
    Files.writeString(file, text);
  }
}
