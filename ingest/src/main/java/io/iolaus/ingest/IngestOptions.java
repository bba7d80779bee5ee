package io.iolaus.ingest;

import io.iolaus.cypher.write.RetryLimits;

/// Bounds of a load.
///
/// @param decoders threads that decode and sketch
/// @param foldBytes a fold is full when it is estimated at this many bytes of heap
/// @param partBytes a part, one write transaction, holds about this many bytes
/// @param spillBytes a fold that is full goes to disk, and its segment goes on, until it takes so
///   many bytes there; 0 seals a full fold at once. Never more than a quarter of the free space
/// @param keepJournal keep segments that are in the graph: what replacing and erasing will need
/// @param retries how long a database is waited for that does not answer
public record IngestOptions(
    int decoders,
    long foldBytes,
    long partBytes,
    long spillBytes,
    boolean keepJournal,
    RetryLimits retries) {

  private static final long MIB = 1 << 20;
  private static final long GIB = 1 << 30;

  public IngestOptions {
    requireRange("decoders", decoders, 1, 64);
    requireRange("foldBytes", foldBytes, 1, 1L << 40);
    requireRange("partBytes", partBytes, 1, 1L << 30);
    requireRange("spillBytes", spillBytes, 0, 1L << 50);
  }

  /// Bounds with which every full fold is sealed; a database is waited for as the environment says.
  public IngestOptions(int decoders, long foldBytes, long partBytes, boolean keepJournal) {
    this(decoders, foldBytes, partBytes, 0, keepJournal, RetryLimits.ofEnvironment());
  }

  /// The same, with full folds going to disk up to so many bytes.
  public IngestOptions withSpillBytes(long other) {
    return new IngestOptions(decoders, foldBytes, partBytes, other, keepJournal, retries);
  }

  /// The same with other bounds of waiting.
  public IngestOptions withRetries(RetryLimits other) {
    return new IngestOptions(decoders, foldBytes, partBytes, spillBytes, keepJournal, other);
  }

  /// As many decoders as processors (at most 4); a fold of a quarter of the heap, 32 to 512 MiB.
  public static IngestOptions defaults() {
    Runtime runtime = Runtime.getRuntime();
    long fold = Math.clamp(runtime.maxMemory() / 4, 32 * MIB, 512 * MIB);
    int decoders = Math.clamp(runtime.availableProcessors(), 1, 4);
    return new IngestOptions(decoders, fold, 8 * MIB, 16 * GIB, true, RetryLimits.ofEnvironment());
  }

  /// How many parts of a segment are written at the same time: as many as decode, at most 4.
  int sessions() {
    return Math.min(decoders, 4);
  }

  /// How many bytes of decoded lines may wait for being folded.
  long waitingBytes() {
    return foldBytes / 8;
  }

  /// How many bytes of lines are decoded at a time: a segment ends where such a piece ends.
  int chunkBytes() {
    return (int) Math.clamp(foldBytes / 64, 1L << 10, 1L << 18);
  }

  private static void requireRange(String name, long value, long from, long to) {
    if (value < from || value > to) {
      throw new IllegalArgumentException(name + " must be " + from + ".." + to + ", was " + value);
    }
  }
}
