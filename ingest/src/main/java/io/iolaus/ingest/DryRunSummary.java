package io.iolaus.ingest;

import io.iolaus.ingest.reject.DeadLetter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a dry run found.
///
/// @param sources one entry a source, in the order they were given
public record DryRunSummary(List<SourceCheck> sources) {

  public DryRunSummary {
    sources = List.copyOf(sources);
  }

  /// Lines of all sources that would be rejected.
  public long rejected() {
    return sources.stream().mapToLong(SourceCheck::rejected).sum();
  }

  /// What one source holds.
  ///
  /// @param accepted lines that would be loaded
  /// @param exchanges sum of `count` of these
  /// @param rejections by reason code
  /// @param unknownFields how many lines had each field that the format does not know
  public record SourceCheck(
      String source,
      long accepted,
      long exchanges,
      Map<String, Rejection> rejections,
      Map<String, Long> unknownFields) {

    public SourceCheck {
      rejections = Map.copyOf(rejections);
      unknownFields = Map.copyOf(unknownFields);
    }

    /// Lines that would be rejected.
    public long rejected() {
      return rejections.values().stream().mapToLong(Rejection::lines).sum();
    }

    /// All lines, blank ones not counted.
    public long read() {
      return accepted + rejected();
    }
  }

  /// Lines rejected for one reason.
  ///
  /// @param places the first of them
  public record Rejection(long lines, List<DeadLetter> places) {

    public Rejection {
      places = List.copyOf(places);
    }

    Rejection plus(Rejection other) {
      List<DeadLetter> all = new ArrayList<>(places);
      all.addAll(other.places);
      return new Rejection(lines + other.lines, all);
    }
  }
}
