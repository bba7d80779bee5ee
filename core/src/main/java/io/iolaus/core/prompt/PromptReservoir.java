package io.iolaus.core.prompt;

import java.time.LocalDate;

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

  /// The sampled prompts, or system prompts, with their exchanges from the one day to the other,
  /// both included (UTC); later changes do not show in them.
  public SampledPrompts sampled(boolean system, LocalDate from, LocalDate to) {
    return SampledPrompts.of(
        sample(system), Math.toIntExact(from.toEpochDay()), Math.toIntExact(to.toEpochDay()));
  }

  /// The same of all days.
  public SampledPrompts sampled(boolean system) {
    return SampledPrompts.of(sample(system), Integer.MIN_VALUE, Integer.MAX_VALUE);
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
