package io.iolaus.cypher.read;

/// The last row of a page: its sort value (a `Double` or a `String`) and its id. Pages go on after
/// it, so that rows which come or go in the meantime neither repeat nor hide others.
public record PageKey(Object value, String id) {
  public PageKey {
    if (!(value instanceof Double) && !(value instanceof String)) {
      throw new IllegalArgumentException("value must be a Double or a String, was " + value);
    }
  }
}
