package io.iolaus.cypher.audit;

import io.iolaus.core.audit.AuditAct;
import io.iolaus.core.audit.AuditActor;
import io.iolaus.core.audit.AuditEntry;
import io.iolaus.core.audit.AuditNote;
import io.iolaus.core.audit.AuditOutcome;
import io.iolaus.core.audit.SealedEntry;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.driver.types.MapAccessorWithDefaultValue;

/// Entries as properties of nodes, and back.
final class AuditRows {

  private AuditRows() {}

  static Map<String, Object> of(SealedEntry sealed) {
    AuditEntry entry = sealed.entry();
    Map<String, Object> row = of(entry.note());
    row.put("seq", entry.seq());
    row.put("at", entry.at().atZone(ZoneOffset.UTC));
    row.put("outcome", entry.note().outcome().text());
    row.put("key", entry.key());
    row.put("hash", sealed.hash());
    row.put("seal", sealed.seal());
    return row;
  }

  /// Without what became of it.
  static Map<String, Object> of(AuditNote note) {
    Map<String, Object> row = new HashMap<>();
    row.put("actor", note.actor().name());
    row.put("login", note.actor().login().text());
    row.put("address", note.actor().address());
    row.put("act", note.act().text());
    row.put("objectType", note.objectType());
    row.put("object", note.object());
    row.put("reason", note.reason());
    row.put(
        "detail",
        note.detail().entrySet().stream().map(d -> d.getKey() + "=" + d.getValue()).toList());
    return row;
  }

  /// @throws RuntimeException if it is no entry: somebody has changed it
  static SealedEntry sealed(MapAccessorWithDefaultValue row) {
    AuditOutcome outcome =
        AuditOutcome.of(row.get("outcome").asString()).orElseThrow(() -> unreadable("outcome"));
    AuditEntry entry =
        new AuditEntry(
            row.get("seq").asLong(),
            row.get("at").asZonedDateTime().toInstant(),
            note(row, outcome),
            row.get("key").asString());
    return new SealedEntry(entry, row.get("hash").asString(), row.get("seal").asString());
  }

  static AuditNote note(MapAccessorWithDefaultValue row, AuditOutcome outcome) {
    TreeMap<String, String> detail = new TreeMap<>();
    for (String one : row.get("detail").asList(v -> v.asString())) {
      int equals = one.indexOf('=');
      if (equals < 0) {
        throw unreadable("detail");
      }
      detail.put(one.substring(0, equals), one.substring(equals + 1));
    }
    AuditActor actor =
        new AuditActor(
            row.get("actor").asString(),
            AuditActor.Login.of(row.get("login").asString()).orElseThrow(() -> unreadable("login")),
            row.get("address").asString());
    return new AuditNote(
        actor,
        AuditAct.of(row.get("act").asString()).orElseThrow(() -> unreadable("act")),
        row.get("objectType").asString(),
        row.get("object").asString(),
        outcome,
        row.get("reason").asString(),
        detail);
  }

  private static IllegalArgumentException unreadable(String what) {
    return new IllegalArgumentException("its " + what + " is none that this program knows");
  }
}
