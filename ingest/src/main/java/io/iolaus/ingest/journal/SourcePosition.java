package io.iolaus.ingest.journal;

/// A place in a source.
///
/// @param prefix the bytes before it
/// @param newlines how many line ends are among them
public record SourcePosition(Prefix prefix, long newlines) {}
