package io.iolaus.api.search;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How fresh search is.
///
/// @param poll how often the graph is asked whether there is something new, a tenth of a second or
///   more
@ConfigurationProperties("iolaus.search")
record SearchProperties(@DefaultValue("PT0.5S") Duration poll) {
  SearchProperties {
    if (poll.toMillis() < 100) {
      throw new IllegalArgumentException("iolaus.search.poll must be PT0.1S or more, was " + poll);
    }
  }
}
