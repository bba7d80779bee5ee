package io.iolaus.api.audit;

import org.jspecify.annotations.Nullable;

/// The body of a request that says what an audited act is done to, or why.
public interface AuditedBody {

  /// What it is done to, empty where the address says so.
  default String auditedObject() {
    return "";
  }

  /// Why, where the body says so.
  default @Nullable String auditedReason() {
    return null;
  }
}
