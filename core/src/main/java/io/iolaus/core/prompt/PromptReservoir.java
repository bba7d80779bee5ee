package io.iolaus.core.prompt;

import io.iolaus.core.days.DayCounts;
import java.time.LocalDate;
import java.util.List;

/// What an account prompted, in bounded space: a sample of up to [#CAPACITY] of its distinct
/// prompts and as many of its system prompts, each with its exchanges by day.
///
/// The sample is the same part of the distinct prompts whatever the order and the batches they came
/// in: merging is commutative and associative, and equal contents have equal bytes. Merging
/// disjoint folds adds their counts, so the same fold must not be merged twice. Samples of
/// different accounts are coordinated: a prompt that several accounts sent is either likely in all
/// their samples or in none. Not safe for use by several threads.
public final class PromptReservoir {

  /// The largest number of prompts, and of system prompts, a reservoir keeps.
  public static final int CAPACITY = 64;

  private final PromptSample prompts;
  private final PromptSample systems;

  /// An empty reservoir.
  public PromptReservoir() {
    this(new PromptSample(), new PromptSample());
  }

  PromptReservoir(PromptSample prompts, PromptSample systems) {
    this.prompts = prompts;
    this.systems = systems;
  }

  /// One sampled prompt: its sketch and the exchanges that used it, by day, ascending.
  ///
  /// @param days days since 1970-01-01, UTC
  /// @param counts exchanges on each of these days, at least 1
  public record Entry(PromptSketch sketch, int[] days, long[] counts) {

    /// Exchanges over all days.
    public long total() {
      long sum = 0;
      for (long count : counts) {
        sum = DayCounts.plus(sum, count);
      }
      return sum;
    }
  }

  /// Adds `count` exchanges (at least 1) with this prompt, or system prompt, on this day (UTC).
  public void add(boolean system, PromptSketch sketch, LocalDate day, long count) {
    add(system, sketch, Math.toIntExact(day.toEpochDay()), count);
  }

  /// Adds `count` exchanges (at least 1) on this day since 1970-01-01 (UTC).
  public void add(boolean system, PromptSketch sketch, int day, long count) {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, was " + count);
    }
    sample(system).add(sketch, day, count);
  }

  /// Takes in what another reservoir counted; that one stays as it is.
  public void merge(PromptReservoir other) {
    prompts.merge(other.prompts);
    systems.merge(other.systems);
  }

  /// The sampled prompts, or system prompts, in a fixed order.
  public List<Entry> entries(boolean system) {
    return sample(system).kept().stream()
        .map(kept -> new Entry(kept.sketch(), kept.allDays(), kept.allCounts()))
        .toList();
  }

  /// How many prompts, or system prompts, are in the sample.
  public int size(boolean system) {
    return sample(system).size();
  }

  /// Exchanges with a prompt, or a system prompt, sampled or not.
  public long total(boolean system) {
    return sample(system).total();
  }

  /// How many distinct prompts, or system prompts, were added: exact below [#CAPACITY], an estimate
  /// with a relative standard error of 13 % from there on.
  public double distinct(boolean system) {
    return sample(system).distinct();
  }

  /// A portable form; equal contents give equal bytes. The layout is in `PromptReservoirCodec`.
  public byte[] toBytes() {
    return PromptReservoirCodec.write(this);
  }

  /// The reservoir in these bytes.
  ///
  /// @throws IllegalArgumentException if they are damaged or of an unknown version
  public static PromptReservoir fromBytes(byte[] bytes) {
    return PromptReservoirCodec.read(bytes);
  }

  PromptSample sample(boolean system) {
    return system ? systems : prompts;
  }
}
