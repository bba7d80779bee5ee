package io.iolaus.api.cli.output;

import io.iolaus.cypher.detector.DetectorVersion;
import io.iolaus.cypher.detector.SiteDetectors;
import io.iolaus.cypher.run.DetectorRunRow;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Detectors, a row a version that stands or waits.
public final class DetectorTable {

  private static final List<String> COLUMNS =
      List.of(
          "detector",
          "version",
          "status",
          "origin",
          "facet",
          "run",
          "outcome",
          "links",
          "millis",
          "title");

  private DetectorTable() {}

  /// Prints those that stand, then those that wait to be approved.
  ///
  /// @param runs the latest run of each, by id
  public static void print(
      List<SiteDetectors.Standing> standing,
      List<DetectorVersion> versions,
      Map<String, DetectorRunRow> runs,
      OutputStream out,
      OutputFormat format)
      throws IOException {
    try (RowWriter rows = RowWriter.to(out, format, COLUMNS)) {
      for (SiteDetectors.Standing one : standing) {
        DetectorRunRow run = runs.get(one.file().id());
        row(
            rows,
            one.file().id(),
            one.file().version(),
            one.file().status().text(),
            one.origin().text(),
            one.file().facet(),
            run != null && run.version().equals(String.valueOf(one.file().version())) ? run : null,
            one.file().title());
      }
      for (DetectorVersion version : versions) {
        if (version.status() == DetectorVersion.State.PROPOSED) {
          row(
              rows,
              version.detector(),
              version.version(),
              version.status().text(),
              version.origin().text(),
              "",
              null,
              "waits for somebody other than " + version.author());
        }
      }
    }
  }

  private static void row(
      RowWriter rows,
      String id,
      int version,
      String status,
      String origin,
      String facet,
      @Nullable DetectorRunRow run,
      String title)
      throws IOException {
    rows.row(
        List.of(
            new Cell.Text(id),
            new Cell.Count(version),
            new Cell.Text(status),
            new Cell.Text(origin),
            new Cell.Text(facet),
            new Cell.Text(run == null ? null : run.run()),
            new Cell.Text(run == null ? null : run.status()),
            new Cell.Measure(run == null ? Double.NaN : run.links()),
            new Cell.Measure(run == null ? Double.NaN : run.millis()),
            new Cell.Text(title)));
  }
}
