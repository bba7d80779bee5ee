package io.iolaus.api.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who is let in by which name.
///
/// @param allowedHosts names, without port, that browsers may reach this server under besides
///   localhost
@ConfigurationProperties("iolaus.security")
record SecurityProperties(@DefaultValue List<String> allowedHosts) {
  SecurityProperties {
    allowedHosts = List.copyOf(allowedHosts);
  }
}
