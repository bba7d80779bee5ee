package io.iolaus.api.signon;

import java.util.Locale;

/// Why somebody who came by the identity provider is not let in. What went wrong in full stands in
/// the log: the page that people come back to says no more than this.
final class SignOnRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  /// What people are told.
  enum Reason {
    /// The provider cannot be asked.
    UNAVAILABLE,
    /// It took too long, was begun in another browser, or came back twice.
    EXPIRED,
    /// The provider did not let them in, or they did not want to.
    DECLINED,
    /// What the provider says cannot be believed.
    INVALID,
    /// It was not the kind of login that is asked for here.
    LEVEL,
    /// Nobody goes by that name here.
    UNKNOWN,
    /// Somebody else does.
    TAKEN,
    /// They are in no group that has a role here.
    ROLES,
    /// They are kept out here.
    DISABLED,
    /// Too many came from that address and were not let in.
    ATTEMPTS;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Reason reason;

  SignOnRefusal(Reason reason, String detail) {
    super(oneLine(detail));
    this.reason = reason;
  }

  SignOnRefusal(Reason reason, String detail, Throwable cause) {
    super(oneLine(detail), cause);
    this.reason = reason;
  }

  /// Strangers write some of it, and it goes into the log.
  private static String oneLine(String detail) {
    return detail.replaceAll("\\p{Cntrl}", "?");
  }

  Reason reason() {
    return reason;
  }
}
