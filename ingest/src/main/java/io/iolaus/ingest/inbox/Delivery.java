package io.iolaus.ingest.inbox;

import java.time.Instant;

/// A body that was taken in and is not known to be in the graph yet.
///
/// @param id the id its batch will have; ids ascend with time
/// @param receivedAt when the last byte was in
/// @param bytes its size as it came
/// @param key digest of the idempotency key it came under, empty for none
/// @param content digest of what it holds where it came under a key, else empty
public record Delivery(String id, Instant receivedAt, long bytes, String key, String content) {}
