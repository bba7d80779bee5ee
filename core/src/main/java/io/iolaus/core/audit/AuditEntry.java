package io.iolaus.core.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// One entry of the audit.
///
/// @param seq its number: 1, 2, 3 … without gaps
/// @param at when, in whole milliseconds; never before the entry before it
/// @param key id of the key its seal is made with
public record AuditEntry(long seq, Instant at, AuditNote note, String key) {

  /// Says how the bytes are laid out.
  private static final String FORM = "iolaus-audit-1";

  public AuditEntry {
    if (seq < 1) {
      throw new IllegalArgumentException("entries are numbered from 1, was " + seq);
    }
    if (!at.equals(at.truncatedTo(ChronoUnit.MILLIS))) {
      throw new IllegalArgumentException("the time must be in whole milliseconds, was " + at);
    }
    AuditText.require("key", key, 64);
  }

  /// The bytes that are hashed. Numbers are big-endian; a text is the number of its UTF-8 bytes (4
  /// bytes) and these. In this order:
  ///
  /// the text `iolaus-audit-1`; `seq` (8 bytes); `at` in milliseconds since 1970 UTC (8 bytes); the
  /// texts key, actor's name, login, address, act, object type, object, outcome, reason; the number
  /// of details (4 bytes); name and value of each, in byte order of the names.
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      text(out, FORM);
      out.writeLong(seq);
      out.writeLong(at.toEpochMilli());
      text(out, key);
      text(out, note.actor().name());
      text(out, note.actor().login().text());
      text(out, note.actor().address());
      text(out, note.act().text());
      text(out, note.objectType());
      text(out, note.object());
      text(out, note.outcome().text());
      text(out, note.reason());
      out.writeInt(note.detail().size());
      for (var detail : note.detail().entrySet()) {
        text(out, detail.getKey());
        text(out, detail.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail so
    }
    return bytes.toByteArray();
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }
}
