package io.iolaus.api.act;

import io.iolaus.core.act.AccountSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How bulk acts are carried out.
///
/// @param secondPerson about more accounts than this two people must decide; 0 to 20,000, 0: always
/// @param slice about how many accounts one transaction decides, 1 to 5,000; it can be stopped
///   between two of them
@ConfigurationProperties("iolaus.act")
record BulkActProperties(@DefaultValue("500") int secondPerson, @DefaultValue("500") int slice) {

  private static final int MAX_SLICE = 5_000;

  BulkActProperties {
    if (secondPerson < 0 || secondPerson > AccountSet.MAX) {
      throw new IllegalArgumentException(
          "iolaus.act.second-person must be 0.." + AccountSet.MAX + ", was " + secondPerson);
    }
    if (slice < 1 || slice > MAX_SLICE) {
      throw new IllegalArgumentException(
          "iolaus.act.slice must be 1.." + MAX_SLICE + ", was " + slice);
    }
  }
}
