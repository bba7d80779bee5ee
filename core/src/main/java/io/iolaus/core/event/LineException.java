package io.iolaus.core.event;

/// Leaves the reading of a line from whatever depth the fault was found at. It never leaves this
/// package, where it becomes a {@link Decoded.Rejected}; it has no stack trace, since bad lines may
/// come by the million.
final class LineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String field;
  private final ReasonCode code;
  private final String detail;

  LineException(String field, ReasonCode code, String detail) {
    super(detail, null, false, false);
    this.field = field;
    this.code = code;
    this.detail = detail;
  }

  LineException(Field field, ReasonCode code, String detail) {
    this(field.jsonName, code, detail);
  }

  Decoded.Rejected outcome() {
    return new Decoded.Rejected(field, code, detail);
  }
}
