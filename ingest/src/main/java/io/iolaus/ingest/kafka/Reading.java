package io.iolaus.ingest.kafka;

import org.apache.kafka.clients.consumer.Consumer;

/// What the partitions of one worker share. Used by the reading thread.
final class Reading {

  // Far below what a fold can number, and enough for any window.
  private static final long MOST_LINES = 50_000_000;
  private static final long SMALLEST_WINDOW = 1 << 16;

  private final Consumer<byte[], byte[]> consumer;
  private final GraphThread graph;
  private final LiveOptions options;
  private final KafkaListener listener;
  private final LoadTotals totals;
  private long windowBytes;

  Reading(
      Consumer<byte[], byte[]> consumer,
      GraphThread graph,
      LiveOptions options,
      KafkaListener listener,
      LoadTotals totals) {
    this.consumer = consumer;
    this.graph = graph;
    this.options = options;
    this.listener = listener;
    this.totals = totals;
    windowBytes = options.windowBytes();
  }

  Consumer<byte[], byte[]> consumer() {
    return consumer;
  }

  GraphThread graph() {
    return graph;
  }

  LiveOptions options() {
    return options;
  }

  KafkaListener listener() {
    return listener;
  }

  LoadTotals totals() {
    return totals;
  }

  long mostLines() {
    return MOST_LINES;
  }

  /// How large a window may grow where so many partitions are read: each has one that grows and one
  /// that is being written.
  long windowBytes(int partitions) {
    return Math.min(windowBytes, options.foldBytes() / (2L * Math.max(1, partitions)));
  }

  /// The database could not take a window in one transaction.
  void halveWindows() {
    windowBytes = Math.max(SMALLEST_WINDOW, windowBytes / 2);
    listener.notice(
        "the database ran out of memory for one transaction: windows are half as large from now on;"
            + " give it more with IOLAUS_DB_HEAP, for example 4g");
  }
}
