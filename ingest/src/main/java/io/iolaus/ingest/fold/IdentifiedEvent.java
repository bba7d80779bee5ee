package io.iolaus.ingest.fold;

import io.iolaus.core.event.Event;

/// An event that carries an `eventId`. Whether it counts is known only when the account's earlier ids
/// are read in the transaction that writes it, so it stays apart until then.
///
/// @param event an exchange or an identifier
/// @param tag its line within the segment
/// @param line its line in the source, from 1
/// @param offset where that line begins in the decompressed source
public record IdentifiedEvent(Event event, int tag, long line, long offset) {}
