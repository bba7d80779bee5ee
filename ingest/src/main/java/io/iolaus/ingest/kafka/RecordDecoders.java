package io.iolaus.ingest.kafka;

import io.iolaus.core.event.EventDecoder;
import io.iolaus.core.event.SharedValues;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import io.iolaus.ingest.IngestProgress.Stage;
import io.iolaus.ingest.StageTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// The threads that decode records and sketch prompts.
final class RecordDecoders implements AutoCloseable {

  private static final int SLICE = 500;

  private final ExecutorService threads;
  private final ThreadLocal<RecordDecoder> decoder;
  private final StageTimes times;

  RecordDecoders(SiteSecret secret, int threads, StageTimes times) {
    this.threads =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().name("kafka-decode-", 0).daemon().factory());
    this.times = times;
    SharedValues shared = new SharedValues();
    decoder =
        ThreadLocal.withInitial(
            () -> new RecordDecoder(new EventDecoder(secret, new PromptSketcher(secret), shared)));
  }

  /// Decodes records, some at a time; the results come in the order of the records.
  List<Future<RecordLines>> decode(String source, List<ConsumerRecord<byte[], byte[]>> records) {
    List<Future<RecordLines>> slices = new ArrayList<>();
    for (int from = 0; from < records.size(); from += SLICE) {
      List<ConsumerRecord<byte[], byte[]>> slice =
          records.subList(from, Math.min(records.size(), from + SLICE));
      slices.add(
          threads.submit(() -> {
            long start = System.nanoTime();
            try {
              return decoder.get().decode(source, slice);
            } finally {
              times.add(Stage.DECODE, start);
            }
          }));
    }
    return slices;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
