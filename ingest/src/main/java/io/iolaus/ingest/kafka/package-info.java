/// Reads events from a Kafka topic; how far is kept in the graph, in the transactions that write
/// them.
@NullMarked
package io.iolaus.ingest.kafka;

import org.jspecify.annotations.NullMarked;
