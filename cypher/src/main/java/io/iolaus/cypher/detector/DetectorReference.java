package io.iolaus.cypher.detector;

import io.iolaus.cypher.detector.DetectorFile.FalsePositive;
import java.util.List;

/// Writes the reference of all detectors, the end of `docs/detectors.md`, from their own files.
final class DetectorReference {
  /// What is above this line of the page people write.
  static final String MARK =
      """
      <!-- Generated from cypher/detectors from here on. Do not edit: change a detector's file, then run
           {command} -->
      """
          .replace("{command}", VersionLock.COMMAND);

  private static final String HEAD =
      """

      ## All detectors

      Each has a page (*more*) that says what it costs, which innocent causes show in it and what it takes to stay below it.

      """;

  private DetectorReference() {}

  static String write(DetectorCatalog catalog) {
    StringBuilder page = new StringBuilder(MARK).append(HEAD);
    page.append("| facet | detector | finds | version | status |\n|---|---|---|---|---|\n");
    for (String facet : DetectorFile.FACETS) {
      for (DetectorFile d : of(facet, catalog)) {
        page.append(
            "| %s | [%s](#%s) | %s | %d | %s |\n"
                .formatted(facet, d.id(), d.id(), d.title(), d.version(), d.status().text()));
      }
    }
    for (String facet : DetectorFile.FACETS) {
      of(facet, catalog).forEach(d -> section(d, page));
    }
    return page.toString();
  }

  private static List<DetectorFile> of(String facet, DetectorCatalog catalog) {
    return catalog.all().stream().filter(d -> d.facet().equals(facet)).toList();
  }

  private static void section(DetectorFile d, StringBuilder page) {
    page.append("\n### ")
        .append(d.id())
        .append("\n\n**")
        .append(d.title())
        .append(".** ")
        .append(d.description())
        .append("\n\n");
    page.append("Facet ")
        .append(d.facet())
        .append(", version ")
        .append(d.version())
        .append(", ")
        .append(d.status().text())
        .append("; runs every ")
        .append(d.every())
        .append(" for at most ")
        .append(d.timeout())
        .append("; for some accounts alone: ")
        .append(d.narrowingText())
        .append(". [More](detectors/")
        .append(d.id())
        .append(".md), [statement](../cypher/detectors/")
        .append(d.path())
        .append("), [tests](../cypher/detectors/")
        .append(d.path().replace(".cypher", ".test.yml"))
        .append(").\n");
    if (!d.params().isEmpty()) {
      page.append("\n| parameter | type | default | from | to | |\n|---|---|---|---|---|---|\n");
      for (DetectorParameter p : d.params()) {
        page.append(
            "| `%s` | %s | %s | %s | %s | %s |\n"
                .formatted(
                    p.name(),
                    p.type().text(),
                    p.defaultValue(),
                    p.min().map(Object::toString).orElse(""),
                    p.max().map(Object::toString).orElse(""),
                    p.doc()));
      }
    }
    page.append("\nInnocent causes:\n");
    for (FalsePositive f : d.falsePositives()) {
      page.append("- *").append(f.id()).append("*: ").append(f.note()).append('\n');
    }
    page.append("\nMisses: ").append(d.misses()).append('\n');
  }
}
