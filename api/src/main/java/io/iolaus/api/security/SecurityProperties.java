package io.iolaus.api.security;

import io.iolaus.core.access.UserRole;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who is let in by which name, and for how long.
///
/// @param allowedHosts names, without port, that browsers may reach this server under besides
///   localhost
/// @param sessionLongest a session ends after this long however busy it is, from a minute to 30
///   days
/// @param secondFactorRoles users with one of these roles need a second factor
@ConfigurationProperties("iolaus.security")
record SecurityProperties(
    @DefaultValue List<String> allowedHosts,
    @DefaultValue("12h") Duration sessionLongest,
    @DefaultValue Set<UserRole> secondFactorRoles) {
  SecurityProperties {
    allowedHosts = List.copyOf(allowedHosts);
    secondFactorRoles = secondFactorRoles.stream().collect(Collectors.toUnmodifiableSet());
    if (sessionLongest.compareTo(Duration.ofMinutes(1)) < 0
        || sessionLongest.compareTo(Duration.ofDays(30)) > 0) {
      throw new IllegalArgumentException(
          "IOLAUS_SESSION_LONGEST must be PT1M..P30D, was " + sessionLongest);
    }
  }
}
