package io.iolaus.core.audit;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is to be recorded of an act: never a payload, never a secret.
///
/// @param objectType what kind of thing it was done to, as `cluster`; empty where to nothing
/// @param object its id
/// @param reason that was given, empty where none was
/// @param detail at most {@link #MAX_DETAILS} short texts by lower-case names; unmodifiable
public record AuditNote(
    AuditActor actor,
    AuditAct act,
    String objectType,
    String object,
    AuditOutcome outcome,
    String reason,
    SortedMap<String, String> detail) {

  /// How many details an entry may have.
  public static final int MAX_DETAILS = 12;

  private static final int MAX_TYPE = 40;
  private static final int MAX_OBJECT = 800;
  private static final int MAX_REASON = 2_000;
  private static final int MAX_DETAIL = 200;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  public AuditNote {
    AuditText.require("object type", objectType, MAX_TYPE);
    AuditText.require("object", object, MAX_OBJECT);
    AuditText.require("reason", reason, MAX_REASON);
    detail = Collections.unmodifiableSortedMap(new TreeMap<>(detail));
    if (detail.size() > MAX_DETAILS) {
      throw new IllegalArgumentException(
          "an entry may have " + MAX_DETAILS + " details, had " + detail.size());
    }
    detail.forEach((name, value) -> {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("a detail is named like read-from, was " + name);
      }
      AuditText.require("detail " + name, value, MAX_DETAIL);
    });
  }

  /// A note of texts that may come from outside: what cannot stand in an entry is replaced, what is
  /// too long is cut.
  public static AuditNote of(
      AuditActor actor,
      AuditAct act,
      String objectType,
      String object,
      AuditOutcome outcome,
      @Nullable String reason,
      Map<String, String> detail) {
    TreeMap<String, String> clean = new TreeMap<>();
    detail.forEach((name, value) -> clean.put(name, AuditText.clean(value, MAX_DETAIL)));
    return new AuditNote(
        actor,
        act,
        AuditText.clean(objectType, MAX_TYPE),
        AuditText.clean(object, MAX_OBJECT),
        outcome,
        reason == null ? "" : AuditText.clean(reason, MAX_REASON),
        clean);
  }

  /// The same act with another outcome.
  public AuditNote with(AuditOutcome other) {
    return new AuditNote(actor, act, objectType, object, other, reason, detail);
  }

  /// The same with one detail more.
  public AuditNote with(String name, String value) {
    TreeMap<String, String> more = new TreeMap<>(detail);
    more.put(name, AuditText.clean(value, MAX_DETAIL));
    return new AuditNote(actor, act, objectType, object, outcome, reason, more);
  }
}
