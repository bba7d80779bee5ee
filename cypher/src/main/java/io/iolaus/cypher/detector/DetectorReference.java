package io.iolaus.cypher.detector;

import io.iolaus.cypher.detector.DetectorFile.FalsePositive;
import java.util.List;

/// Writes the reference of all detectors, `docs/detectors.md`, from their own files.
final class DetectorReference {
  private static final String HEAD =
      """
      # Detectors

      <!-- Generated from cypher/detectors. Do not edit: change a detector's file, then run
           {command} -->

      A detector says what accounts share. It is one `.cypher` file with its tests in a `.test.yml` file beside it; adding one
      takes no Java. What a link is worth is not for the detector to say: the engine weighs links, resolves accounts into
      clusters and labels them. Each has a page (*more*) that says what it costs, which innocent causes show in it and what it
      takes to stay below it.

      """;

  private static final String AUTHORS =
      """
      ## Writing one

      1. Copy the nearest pair of files in `cypher/detectors/<facet>/` under a new name, and edit both. The id is the file's name.
      2. The statement gets the days `$from` and `$asOf`, both included, and the parameters it declares. It returns, a row for
         each shared thing, `key` (the id of its node), `type` (one of {types}), `facet`
         (as in the front matter) and `members` (the `Account` nodes, each once). It may return `edges`; they are not read yet.
      3. Run `mvn -pl cypher -am verify -Ddetector=<id>`: it checks the files and runs the cases, each in an empty graph.
      4. Record it with `{command}`, which also writes this page. Raise `version` whenever what it finds can change: a
         changed statement under a recorded version is refused. (A detector that nobody has run yet may be recorded anew:
         delete its line in `versions.lock` first.)
      5. Write its page, `docs/detectors/<id>.md`, after the pattern of its neighbours.
      6. To take one out of use, write `status: retired`; the file stays, so that old results can be explained.

      A statement is refused unless it only reads: no write, no `LOAD CSV`, no `USE`, no `CALL … IN TRANSACTIONS`, no procedure but
      a search of an index, no function that reads the clock, chance, files or internal ids, no label computed at run time, no
      pattern that repeats without a near end, no `LIMIT` on what it returns, one statement, no unicode escape. The
      database's plan is judged too: read-only, no Cartesian product, no scan of all nodes or relationships. A word that is refused
      but only a name can be put in backticks.

      A test case has a `name` that states a fact, what it `shows` (`fires`, `just-below`, `false-positive` with `covers`, or
      `limit`), one statement in `given` that makes its graph, and in `expect` the number of `links` and, where it matters, their
      `keys`, `types`, `totals` by key, `accounts`, number of `members`, the run's `status`, and `bits: {min, max}`. There must be a case that
      fires, one just below the threshold, and one for each false positive. `window` and `params` stand at the top or in a case.
      """;

  private DetectorReference() {}

  static String write(DetectorCatalog catalog) {
    StringBuilder page = new StringBuilder(HEAD.replace("{command}", VersionLock.COMMAND));
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
    return page.append('\n')
        .append(
            AUTHORS
                .replace("{types}", "`" + String.join("`, `", DetectorFile.LINK_TYPES) + "`")
                .replace("{command}", VersionLock.COMMAND))
        .toString();
  }

  private static List<DetectorFile> of(String facet, DetectorCatalog catalog) {
    return catalog.all().stream().filter(d -> d.facet().equals(facet)).toList();
  }

  private static void section(DetectorFile d, StringBuilder page) {
    page.append("\n## ")
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
