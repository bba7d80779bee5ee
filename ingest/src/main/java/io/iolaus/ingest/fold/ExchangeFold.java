package io.iolaus.ingest.fold;

import io.iolaus.core.activity.ActivityProfile;
import io.iolaus.core.days.DayCounts;
import io.iolaus.core.event.Event;
import io.iolaus.core.prompt.PromptReservoir;
import io.iolaus.core.prompt.PromptSketch;
import org.jspecify.annotations.Nullable;

/// The exchanges of one account in a fold.
public final class ExchangeFold {

  private static final int BYTES_DAY = 650;
  private static final int BYTES_PROMPT = 400;

  private final DayCounts days;
  private final ActivityProfile activity;
  private final PromptReservoir prompts;
  private long inputTokens;
  private long outputTokens;
  private long firstMillis;
  private long lastMillis;

  /// No exchanges.
  public ExchangeFold() {
    this(
        new DayCounts(),
        new ActivityProfile(),
        new PromptReservoir(),
        0,
        0,
        Long.MAX_VALUE,
        Long.MIN_VALUE);
  }

  /// Exchanges as a segment or the graph holds them.
  public ExchangeFold(
      DayCounts days,
      ActivityProfile activity,
      PromptReservoir prompts,
      long inputTokens,
      long outputTokens,
      long firstMillis,
      long lastMillis) {
    this.days = days;
    this.activity = activity;
    this.prompts = prompts;
    this.inputTokens = inputTokens;
    this.outputTokens = outputTokens;
    this.firstMillis = firstMillis;
    this.lastMillis = lastMillis;
  }

  /// Adds one line; returns about how many bytes of heap that took.
  int add(Event.Exchange exchange, long millis, int day) {
    boolean newDay = days.add(day, exchange.count());
    inputTokens = DayCounts.plus(inputTokens, exchange.inputTokens());
    outputTokens = DayCounts.plus(outputTokens, exchange.outputTokens());
    firstMillis = Math.min(firstMillis, millis);
    lastMillis = Math.max(lastMillis, millis);
    activity.add(exchange);
    return (newDay ? BYTES_DAY : 0)
        + sketch(false, exchange.prompt(), day, exchange.count())
        + sketch(true, exchange.system(), day, exchange.count());
  }

  private int sketch(boolean system, @Nullable PromptSketch sketch, int day, long count) {
    if (sketch == null) {
      return 0;
    }
    int before = prompts.size(system);
    prompts.add(system, sketch, day, count);
    return BYTES_PROMPT * (prompts.size(system) - before);
  }

  /// About how many bytes of heap it takes.
  long bytes() {
    return (long) BYTES_DAY * days.size()
        + (long) BYTES_PROMPT * (prompts.size(false) + prompts.size(true));
  }

  /// Takes in the exchanges of another fold; that one stays as it is.
  public void merge(ExchangeFold other) {
    days.addAll(other.days);
    inputTokens = DayCounts.plus(inputTokens, other.inputTokens);
    outputTokens = DayCounts.plus(outputTokens, other.outputTokens);
    firstMillis = Math.min(firstMillis, other.firstMillis);
    lastMillis = Math.max(lastMillis, other.lastMillis);
    activity.merge(other.activity);
    prompts.merge(other.prompts);
  }

  /// Exchanges by day.
  public DayCounts days() {
    return days;
  }

  /// When and in what mix.
  public ActivityProfile activity() {
    return activity;
  }

  /// What was prompted.
  public PromptReservoir prompts() {
    return prompts;
  }

  public long inputTokens() {
    return inputTokens;
  }

  public long outputTokens() {
    return outputTokens;
  }

  /// Earliest exchange.
  public long firstMillis() {
    return firstMillis;
  }

  /// Latest exchange.
  public long lastMillis() {
    return lastMillis;
  }
}
