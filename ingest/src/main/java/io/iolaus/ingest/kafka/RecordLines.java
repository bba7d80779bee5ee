package io.iolaus.ingest.kafka;

import io.iolaus.core.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the lines of some records say.
///
/// @param lines accepted lines, in order
/// @param rejections rejected lines, in order
/// @param unknownFields how many lines had each field that the format does not know
record RecordLines(List<Line> lines, List<Rejection> rejections, Map<String, Long> unknownFields) {

  /// An accepted line.
  ///
  /// @param record offset of its record in the partition
  /// @param at where it begins in the record's value
  record Line(Event event, long record, int at) {}

  /// A rejected line as it is to stand in the dead letters.
  record Rejection(String code, String deadLetter) {}

  RecordLines() {
    this(new ArrayList<>(), new ArrayList<>(0), new HashMap<>(0));
  }
}
