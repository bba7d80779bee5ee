package io.iolaus.api.search;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How fresh search is.
///
/// @param poll how often the graph is asked whether it has changed, a second or more
@ConfigurationProperties("iolaus.search")
record SearchProperties(@DefaultValue("PT5S") Duration poll) {
  SearchProperties {
    if (poll.toMillis() < 1_000) {
      throw new IllegalArgumentException(
          "iolaus.search.poll must be a second or more, was " + poll);
    }
  }
}
