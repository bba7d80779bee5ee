package io.iolaus.api.cases;

import io.iolaus.api.export.Pages;
import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.api.status.Release;
import io.iolaus.cypher.cases.CaseAttachmentRow;
import io.iolaus.cypher.cases.CaseItemRow;
import io.iolaus.cypher.cases.CaseReader;
import io.iolaus.cypher.cases.CaseRow;
import io.iolaus.cypher.decision.DecisionQuery;
import io.iolaus.cypher.decision.DecisionReader;
import io.iolaus.cypher.decision.DecisionRow;
import io.iolaus.cypher.entity.EntityReader;
import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.read.View;
import io.iolaus.cypher.statement.Statements;
import io.iolaus.sharing.archive.ArchiveWriter;
import io.iolaus.sharing.sign.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Puts a case and all that it stands on into one archive that proves by itself that it was not
/// changed: what people did, the clusters with members and evidence as of a moment, decisions,
/// detectors as they ran, and the statements that all of this was read with.
@Component
final class HandOver {

  /// What goes into an archive is read with statements of these folders, without those below.
  private static final Set<String> STATEMENTS =
      Set.of("queries", "queries/case", "queries/decision", "queries/history");

  private final CaseReader cases;
  private final CaseProperties properties;
  private final DecisionReader decisions;
  private final EntityReader entities;
  private final HandOverClusters clusters;
  private final AttachmentFiles files;
  private final SigningKey key;
  private final JsonMapper json;
  private final Clock clock;

  HandOver(
      CaseReader cases,
      CaseProperties properties,
      DecisionReader decisions,
      EntityReader entities,
      HandOverClusters clusters,
      AttachmentFiles files,
      Home home,
      JsonMapper json,
      Clock clock) {
    this.cases = cases;
    this.properties = properties;
    this.decisions = decisions;
    this.entities = entities;
    this.clusters = clusters;
    this.files = files;
    this.key = SigningKey.parse(home.signingKey(() -> SigningKey.generate().json()));
    this.json = json;
    this.clock = clock;
  }

  /// Writes the archive of a case.
  ///
  /// @param file which is written anew
  /// @param view as of when the graph is told; the case itself is told as it is now
  /// @throws ProblemException 409 where bytes of an attachment are not here or were changed
  void write(Path file, CaseRow row, View view, String by, String reason) throws IOException {
    Instant now = clock.instant();
    try (ArchiveWriter archive = new ArchiveWriter(file)) {
      List<CaseItemRow> items = all(after -> cases.items(row.id(), null, true, Pages.SIZE, after));
      one(archive, "case/case.json", CaseResponse.of(row, properties, now));
      lines(archive, "case/items.ndjson", items);
      lines(
          archive,
          "case/comments.ndjson",
          all(after -> cases.comments(row.id(), Pages.SIZE, after)));
      lines(
          archive, "case/history.ndjson", all(after -> cases.history(row.id(), Pages.SIZE, after)));
      attachments(archive, row.id());
      List<CaseItemRow> there =
          items.stream().filter(item -> item.removedAt() == null && item.there()).toList();
      Map<String, String> versions = new TreeMap<>();
      Set<String> runs = new LinkedHashSet<>();
      for (CaseItemRow item : there) {
        if ("cluster".equals(item.type())) {
          clusters
              .write(archive, item.id(), view)
              .ifPresent(written -> {
                versions.put(item.id(), written.version());
                runs.add(written.run());
              });
        }
      }
      accounts(archive, there, view);
      decisions(archive, there, view);
      clusters.detectors(archive, runs);
      statements(archive);
      archive.seal(about(row, view, by, reason, now, versions, runs), key);
    }
  }

  private static Map<String, Object> about(
      CaseRow row,
      View view,
      String by,
      String reason,
      Instant now,
      Map<String, String> versions,
      Set<String> runs) {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("kind", "case");
    about.put("case", row.id());
    about.put("version", row.version());
    about.put("title", row.title());
    about.put("by", by);
    about.put("reason", reason);
    about.put("at", now.toString());
    about.put("asOf", view.asOf() == null ? "" : view.asOf().toString());
    about.put("knownAt", view.knownAt() == null ? "" : view.knownAt().toString());
    about.put("program", "iolaus " + Release.version());
    about.put("runs", List.copyOf(runs));
    about.put("clusters", versions);
    return about;
  }

  private void attachments(ArchiveWriter archive, String id) throws IOException {
    List<CaseAttachmentRow> rows = all(after -> cases.attachments(id, Pages.SIZE, after));
    lines(archive, "case/attachments.ndjson", rows);
    for (CaseAttachmentRow row : rows) {
      if (row.removedAt() != null) {
        continue;
      }
      if (!files.has(row.sha256()) || !files.matches(row.sha256())) {
        throw new ProblemException(
            new Problem(
                HttpStatus.CONFLICT,
                files.has(row.sha256()) ? "attachment-damaged" : "attachment-elsewhere",
                ("The bytes of attachment %d are not in the home of this server as they were"
                        + " attached; take the attachment away, or ask the server that took it in")
                    .formatted(row.number())));
      }
      archive.add("case/attachments/" + row.number(), files.file(row.sha256()));
    }
  }

  private void accounts(ArchiveWriter archive, List<CaseItemRow> items, View view)
      throws IOException {
    List<Object> found = new ArrayList<>();
    for (CaseItemRow item : items) {
      if ("account".equals(item.type())) {
        entities.one(EntityType.ACCOUNT, item.id(), view).ifPresent(found::add);
      }
    }
    lines(archive, "accounts.ndjson", found);
  }

  private void decisions(ArchiveWriter archive, List<CaseItemRow> items, View view)
      throws IOException {
    Map<String, DecisionRow> rows = new TreeMap<>();
    for (CaseItemRow item : items) {
      boolean cluster = "cluster".equals(item.type());
      all(after ->
              decisions.list(
                  new DecisionQuery(
                      null,
                      null,
                      cluster ? null : item.id(),
                      cluster ? item.id() : null,
                      null,
                      Pages.SIZE,
                      after),
                  view))
          .forEach(row -> rows.put(row.id(), row));
    }
    lines(archive, "decisions.ndjson", rows.values());
  }

  private static void statements(ArchiveWriter archive) throws IOException {
    for (String name : Statements.names("queries")) {
      if (STATEMENTS.contains(name.substring(0, name.lastIndexOf('/')))) {
        archive.add(name + ".cypher", Statements.load(name).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private void one(ArchiveWriter archive, String name, Object value) throws IOException {
    archive.add(name, json.writeValueAsBytes(value));
  }

  private void lines(ArchiveWriter archive, String name, Iterable<?> values) throws IOException {
    archive.add(name, Lines.of(json, values));
  }

  /// All rows of a list.
  static <T> List<T> all(Pages<T> pages) throws IOException {
    return pages.all();
  }
}
