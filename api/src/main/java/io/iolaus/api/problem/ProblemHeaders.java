package io.iolaus.api.problem;

import java.util.Map;

/// What goes with each problem: nothing of it is a page, and nobody keeps it. For those that leave
/// before the headers of all answers are written, as where the container itself refuses.
final class ProblemHeaders {

  static final Map<String, String> ALL =
      Map.of(
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Cache-Control", "no-store");

  private ProblemHeaders() {}
}
