package io.iolaus.api.inbox;

import io.iolaus.ingest.inbox.InboxOptions;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How much may wait for the graph.
///
/// @param queue how many bodies
/// @param queueBytes no further body is taken while this much waits
/// @param diskReserve how much of the home's disk stays free
/// @param keepKeys how long an idempotency key is remembered, a day or more
@ConfigurationProperties("iolaus.events")
record InboxProperties(
    @DefaultValue("1000") int queue,
    @DefaultValue("4GB") DataSize queueBytes,
    @DefaultValue("1GB") DataSize diskReserve,
    @DefaultValue("P2D") Duration keepKeys) {

  InboxProperties {
    new InboxOptions(queue, queueBytes.toBytes(), diskReserve.toBytes(), keepKeys);
  }

  InboxOptions inbox() {
    return new InboxOptions(queue, queueBytes.toBytes(), diskReserve.toBytes(), keepKeys);
  }
}
