package io.iolaus.cypher.cases;

import io.iolaus.core.cases.CaseClock;
import io.iolaus.core.cases.CaseOutcome;
import io.iolaus.core.cases.CasePriority;
import io.iolaus.core.cases.CaseProgress;
import io.iolaus.core.cases.CaseStatus;
import io.iolaus.cypher.lineage.Heirs;
import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.read.GraphReader;
import io.iolaus.cypher.read.Page;
import io.iolaus.cypher.read.PageKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;

/// Reads cases. May be shared by threads.
public final class CaseReader {

  private final GraphReader graph;

  public CaseReader(Driver driver) {
    this.graph = new GraphReader(driver);
  }

  /// One page of the cases, the latest first.
  ///
  /// @param allowed how long a case of each priority may take
  public Page<CaseRow> list(CaseQuery query, Map<CasePriority, Duration> allowed, Instant now) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("status", query.status() == null ? null : query.status().text());
    parameters.put("assignee", query.assignee());
    parameters.put("priority", query.priority() == null ? null : query.priority().text());
    parameters.put("tag", query.tag());
    parameters.put("of", query.of());
    parameters.put("overdue", query.overdue());
    parameters.put("now", now.atZone(ZoneOffset.UTC));
    parameters.put(
        "allowed",
        allowed.entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey().text(), e -> e.getValue().toMillis())));
    return graph.page(
        "queries/case/list",
        parameters,
        query.limit(),
        query.after(),
        CaseReader::key,
        CaseReader::row);
  }

  /// One case.
  public Optional<CaseRow> one(String id) {
    return graph.first("queries/case/one", Map.of("id", id), r -> row(r.get("file")));
  }

  /// What is in a case, the latest first, with what became of it.
  ///
  /// @param type `account`, `cluster`, null for both
  /// @param removed whether also what was taken out
  public Page<CaseItemRow> items(
      String id, @Nullable String type, boolean removed, int limit, @Nullable PageKey after) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("case", id);
    parameters.put("type", type);
    parameters.put("removed", removed);
    Heirs heirs =
        new Heirs(
            graph.list("queries/decision/heirs", Map.of(), r -> r).stream()
                .collect(
                    Collectors.toMap(r -> r.get("id").asString(), r -> r.get("into").asString())));
    return graph.page(
        "queries/case/items", parameters, limit, after, CaseReader::key, row -> item(row, heirs));
  }

  /// What was written in a case, the earliest first.
  public Page<CaseCommentRow> comments(String id, int limit, @Nullable PageKey after) {
    return graph.page(
        "queries/case/comments",
        Map.of("case", id),
        limit,
        after,
        CaseReader::key,
        CaseReader::comment);
  }

  /// One comment.
  public Optional<CaseCommentRow> comment(String id, long number) {
    return graph.first(
        "queries/case/comment", Map.of("id", id + "/" + number), r -> comment(r.get("comment")));
  }

  /// What is attached to a case, the earliest first, and what was.
  public Page<CaseAttachmentRow> attachments(String id, int limit, @Nullable PageKey after) {
    return graph.page(
        "queries/case/attachments",
        Map.of("case", id),
        limit,
        after,
        CaseReader::key,
        CaseReader::attachment);
  }

  /// One attachment, taken away or not.
  public Optional<CaseAttachmentRow> attachment(String id, long number) {
    return graph.first(
        "queries/case/attachment",
        Map.of("id", id + "/" + number),
        r -> attachment(r.get("attachment")));
  }

  /// What happened to a case, the latest first.
  public Page<CaseEventRow> history(String id, int limit, @Nullable PageKey after) {
    return graph.page(
        "queries/case/history",
        Map.of("case", id),
        limit,
        after,
        CaseReader::key,
        CaseReader::event);
  }

  private static PageKey key(Value row) {
    return new PageKey(row.get("seq").asNumber().doubleValue(), row.get("id").asString());
  }

  private static CaseRow row(Value file) {
    return new CaseRow(
        file.get("id").asString(),
        file.get("seq").asLong(),
        file.get("version").asLong(),
        file.get("title").asString(),
        CasePriority.of(file.get("priority").asString()).orElseThrow(),
        Fields.text(file.get("assignee")),
        Fields.texts(file.get("tags")),
        new CaseProgress(
            CaseStatus.of(file.get("status").asString()).orElseThrow(),
            file.get("outcome").isNull()
                ? null
                : CaseOutcome.of(file.get("outcome").asString()).orElseThrow(),
            new CaseClock(
                moment(file.get("openedAt")),
                Duration.ofMillis(file.get("stoodMillis").asLong()),
                Fields.instant(file.get("standsSince")))),
        file.get("openedBy").asString(),
        moment(file.get("changedAt")),
        file.get("changedBy").asString(),
        file.get("accounts").asLong(),
        file.get("clusters").asLong(),
        file.get("comments").asLong());
  }

  private static CaseItemRow item(Value item, Heirs heirs) {
    String into = Fields.text(item.get("into"));
    return new CaseItemRow(
        item.get("type").asString(),
        item.get("entity").asString(),
        moment(item.get("addedAt")),
        item.get("addedBy").asString(),
        item.get("reason").asString(),
        Fields.instant(item.get("removedAt")),
        Fields.text(item.get("removedBy")),
        Fields.text(item.get("removedReason")),
        item.get("there").asBoolean(),
        Fields.text(item.get("state")),
        Fields.text(item.get("standing")),
        into == null ? null : heirs.of(into),
        item.get("members").asLong(),
        item.get("left").asLong(),
        Fields.list(
            item.get("parts"),
            p -> new CaseItemRow.Part(p.get("id").asString(), p.get("accounts").asLong())));
  }

  private static CaseCommentRow comment(Value comment) {
    return new CaseCommentRow(
        comment.get("seq").asLong(),
        comment.get("version").asLong(),
        comment.get("by").asString(),
        moment(comment.get("at")),
        Fields.text(comment.get("text")),
        Fields.instant(comment.get("editedAt")),
        Fields.instant(comment.get("deletedAt")));
  }

  private static CaseAttachmentRow attachment(Value attachment) {
    return new CaseAttachmentRow(
        attachment.get("seq").asLong(),
        attachment.get("name").asString(),
        attachment.get("bytes").asLong(),
        attachment.get("sha256").asString(),
        attachment.get("by").asString(),
        moment(attachment.get("at")),
        Fields.instant(attachment.get("removedAt")),
        Fields.text(attachment.get("removedBy")),
        Fields.text(attachment.get("removedReason")));
  }

  private static CaseEventRow event(Value event) {
    List<String> fields = Fields.texts(event.get("fields"));
    List<String> before = Fields.texts(event.get("before"));
    List<String> after = Fields.texts(event.get("after"));
    return new CaseEventRow(
        event.get("seq").asLong(),
        event.get("kind").asString(),
        event.get("by").asString(),
        moment(event.get("at")),
        Fields.text(event.get("reason")),
        IntStream.range(0, fields.size())
            .mapToObj(n -> new CaseEventRow.Change(fields.get(n), before.get(n), after.get(n)))
            .toList(),
        Fields.texts(event.get("items")),
        number(event.get("comment")),
        number(event.get("attachment")));
  }

  private static @Nullable Long number(Value value) {
    return value.isNull() ? null : value.asLong();
  }

  private static Instant moment(Value value) {
    return value.asZonedDateTime().toInstant();
  }
}
