package io.iolaus.api.audit;

import io.iolaus.core.audit.AuditAct;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A route whose use is recorded, whether it is let through or not. Where that is impossible, the
/// request ends with 503 `audit-unavailable`, and nothing is shown or done.
///
/// What it was done to is a variable or a parameter of the address; a body that says so is
/// [AuditedBody].
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Audited {

  /// What is done.
  AuditAct value();

  /// What kind of thing it is done to; `{name}` for what a variable of the address says.
  String type() default "";

  /// The variable or parameter of the address that names it.
  String id() default "";

  /// When it is recorded.
  Recording recording() default Recording.ANSWER;

  /// When something is recorded.
  enum Recording {
    /// When the answer is known, before it is given: for what only reads.
    ANSWER,
    /// Before it begins: for answers that are written as they are read.
    BEFORE,
    /// Kept as begun before it happens, recorded with what became of it.
    CHANGE,
    /// When it is done; where that is impossible, as FOLDED: for what nobody must be kept from.
    AFTERWARDS,
    /// Soon, and together with others of its kind, as a count: for what must go on while the
    /// database is away.
    FOLDED
  }
}
