package io.iolaus.api.audit;

import io.iolaus.core.audit.AuditNote;
import io.iolaus.core.audit.SealedEntry;
import java.time.Instant;
import java.util.SortedMap;

/// One entry of the audit.
///
/// @param hash SHA-256 over it and the hash before it
record AuditEntryResponse(
    long seq,
    Instant at,
    String actor,
    String login,
    String address,
    String act,
    String objectType,
    String object,
    String outcome,
    String reason,
    SortedMap<String, String> detail,
    String hash) {

  static AuditEntryResponse of(SealedEntry sealed) {
    AuditNote note = sealed.entry().note();
    return new AuditEntryResponse(
        sealed.entry().seq(),
        sealed.entry().at(),
        note.actor().name(),
        note.actor().login().text(),
        note.actor().address(),
        note.act().text(),
        note.objectType(),
        note.object(),
        note.outcome().text(),
        note.reason(),
        note.detail(),
        sealed.hash());
  }
}
