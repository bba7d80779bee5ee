package io.iolaus.ingest.kafka;

import io.iolaus.ingest.StageTimes;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// Looks every few seconds how far the graph is behind the topic, and says when brokers or the
/// database do not answer.
final class LagWatch {

  private static final long EVERY = Duration.ofSeconds(3).toNanos();
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final long REMIND = Duration.ofMinutes(1).toNanos();

  private final TopicAdmin topics;
  private final GraphThread graph;
  private final StageTimes times;
  private final KafkaListener listener;
  private final Silence database = new Silence("the database");
  private final Silence brokers = new Silence("the Kafka broker");
  private @Nullable KafkaFuture<Map<TopicPartition, ListOffsetsResultInfo>> asked;
  private long askedAt = System.nanoTime() - EVERY;

  LagWatch(TopicAdmin topics, GraphThread graph, StageTimes times, KafkaListener listener) {
    this.times = times;
    this.topics = topics;
    this.graph = graph;
    this.listener = listener;
  }

  /// Called often.
  void step(Collection<PartitionLoad> loads) {
    database.lasts(graph.busy());
    long now = System.nanoTime();
    if (asked != null && asked.isDone()) {
      answer(asked, loads);
      asked = null;
    } else if (asked == null && now - askedAt >= EVERY && !loads.isEmpty()) {
      askedAt = now;
      asked = topics.ends(loads.stream().map(PartitionLoad::partition).toList());
    }
    brokers.lasts(asked == null ? Duration.ZERO : Duration.ofNanos(now - askedAt));
  }

  private void answer(
      KafkaFuture<Map<TopicPartition, ListOffsetsResultInfo>> answer,
      Collection<PartitionLoad> loads) {
    try {
      Map<TopicPartition, Long> ends = TopicAdmin.offsets(answer.get());
      Map<String, Long> lag = new TreeMap<>();
      for (PartitionLoad load : loads) {
        Long end = ends.get(load.partition());
        if (end != null) {
          load.graph().ifPresent(known -> lag.put(load.name(), Math.max(0, end - known.offset())));
        }
      }
      listener.lag(lag);
      listener.busy(times.busy());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      // No answer in time; the next question is asked at once, so that the silence goes on.
      askedAt -= EVERY;
    }
  }

  /// Somebody who does not answer, and whether that was said.
  private final class Silence {

    private final String who;
    private long saidAt;
    private boolean said;

    Silence(String who) {
      this.who = who;
    }

    void lasts(Duration silence) {
      long now = System.nanoTime();
      if (silence.compareTo(LONG) >= 0) {
        if (!said || now - saidAt >= REMIND) {
          listener.notice(
              who
                  + " has not answered for "
                  + silence.toSeconds()
                  + " s: waiting; nothing is lost, the records stay in the topic");
          said = true;
          saidAt = now;
        }
      } else if (said) {
        listener.notice(who + " answers again");
        said = false;
      }
    }
  }
}
