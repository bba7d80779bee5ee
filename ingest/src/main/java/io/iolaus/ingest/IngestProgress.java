package io.iolaus.ingest;

/// How far one source is.
///
/// @param source name of the source
/// @param stage what is being waited for now
/// @param bytesRead bytes of the source as it is stored (compressed, where it is)
/// @param bytesTotal its size, -1 where that is not known (standard input)
/// @param lines lines read so far, blank ones not counted
/// @param rejected lines rejected so far
/// @param exchanges sum of `count` of the accepted exchange lines so far
public record IngestProgress(
    String source,
    Stage stage,
    long bytesRead,
    long bytesTotal,
    long lines,
    long rejected,
    long exchanges) {

  /// The steps a line goes through.
  public enum Stage {
    /// Finding out whether the source, or its beginning, is in the graph already.
    RECOGNISE,
    /// Reading, decompressing, splitting into lines.
    READ,
    /// Decoding lines and sketching prompts.
    DECODE,
    /// Folding events into what the graph needs.
    FOLD,
    /// Writing sealed segments to the journal.
    SEAL,
    /// Writing to the graph.
    WRITE
  }
}
