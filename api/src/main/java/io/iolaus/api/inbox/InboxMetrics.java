package io.iolaus.api.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/// How much waits, for a monitoring system.
@Component
class InboxMetrics {

  InboxMetrics(MeterRegistry registry, Deliveries deliveries) {
    Gauge.builder("iolaus.ingest.queue.bodies", deliveries, d -> d.pending().size())
        .description("Bodies that wait or are being loaded")
        .register(registry);
    Gauge.builder("iolaus.ingest.queue.bytes", deliveries, Deliveries::bytes)
        .description("Their bytes, and those of bodies on their way in")
        .register(registry);
    Gauge.builder("iolaus.ingest.waiting", deliveries, d -> d.waiting().isPresent() ? 1 : 0)
        .description("1 while something keeps this process from loading")
        .register(registry);
  }
}
