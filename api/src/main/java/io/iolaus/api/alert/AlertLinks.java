package io.iolaus.api.alert;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Addresses of the screens.
///
/// @param base where people reach them, empty where nobody said
record AlertLinks(String base) {
  AlertLinks {
    base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  /// A cluster's page.
  Optional<String> cluster(String id) {
    return base.isEmpty()
        ? Optional.empty()
        : Optional.of(
            base
                + "/#/cluster/"
                + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20"));
  }
}
