package io.iolaus.cypher.act;

import io.iolaus.core.act.CollateralForecast;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A bulk act and how far it is.
///
/// @param version goes up whenever somebody does something about it; what `If-Match` asks for
/// @param kind `confirmed` or `false-positive`
/// @param by who proposed it, and whose decisions it takes
/// @param state as [io.iolaus.core.act.BulkActState] has it
/// @param cluster of which its accounts were members, null where they were named
/// @param choice how its accounts were chosen, for people
/// @param accounts how many
/// @param hash SHA-256 of their ids in byte order, each with a line feed behind it
/// @param secondPerson whether a second person must agree
/// @param forecast who of them may be innocent, as of when it was proposed
/// @param decided about how many of them it has decided
/// @param at when it decides, by the graph's own time; null before it has begun
/// @param approvedBy who agreed, or started it
/// @param endedBy who cancelled it, null where nobody did
/// @param failure why it could not go on
public record BulkActRow(
    String id,
    long seq,
    long version,
    String kind,
    String by,
    String reason,
    String state,
    @Nullable String cluster,
    String choice,
    long accounts,
    String hash,
    boolean secondPerson,
    CollateralForecast forecast,
    long decided,
    Instant proposedAt,
    @Nullable Instant at,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt,
    @Nullable String endedBy,
    @Nullable Instant endedAt,
    @Nullable String undoneBy,
    @Nullable Instant undoneAt,
    @Nullable String undoneReason,
    @Nullable String failure) {}
