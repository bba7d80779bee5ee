package io.iolaus.ingest.replace;

import io.iolaus.core.event.ReasonCode;
import io.iolaus.cypher.write.GraphRow;
import io.iolaus.cypher.write.GraphTransaction;
import io.iolaus.ingest.LineCounts;
import io.iolaus.ingest.fold.Digests;
import io.iolaus.ingest.journal.BatchState;
import io.iolaus.ingest.journal.Journal;
import io.iolaus.ingest.journal.KnownPoint;
import io.iolaus.ingest.journal.Prefix;
import io.iolaus.ingest.journal.SegmentHeader;
import io.iolaus.ingest.journal.SegmentReader;
import io.iolaus.ingest.journal.SourcePosition;
import io.iolaus.ingest.reject.DeadLetter;
import io.iolaus.ingest.replace.TimedSegment.Role;
import io.iolaus.ingest.write.BatchWriter;
import io.iolaus.ingest.write.Rejections;
import io.iolaus.ingest.write.SegmentCut;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a replacement makes of the batches: the one that is replaced, and those whose lines come to
/// something else because of it.
final class BatchChanges {

  private final List<BatchState> batches;
  private final String replaced;
  private final Gathered gathered;
  private final Outcome outcome;
  private final Journal journal;
  private final LetterChanges letters;
  private final Map<String, Long> letterBytes = new HashMap<>();
  private final Map<String, Long> rejections = new HashMap<>();
  private String tail = "";

  BatchChanges(
      List<BatchState> batches,
      String replaced,
      Gathered gathered,
      Outcome outcome,
      Journal journal,
      LetterChanges letters) {
    this.batches = batches;
    this.replaced = replaced;
    this.gathered = gathered;
    this.outcome = outcome;
    this.journal = journal;
    this.letters = letters;
  }

  /// How many segments the batch will have.
  int segments() {
    return (int)
        gathered.segments().stream().filter(segment -> segment.role() == Role.COMES).count();
  }

  /// Requires that what changes in other batches can be changed.
  void check() throws IOException {
    for (Map.Entry<String, List<Integer>> entry : others().entrySet()) {
      BatchState batch = state(entry.getKey());
      letters.check(batch, collect(entry.getValue(), true));
      boolean rejected = entry.getValue().stream().anyMatch(i -> outcome.change(i).rejected() != 0);
      for (BatchState other : batches) {
        if (rejected && other.base().read() > 0) {
          throw new ReplacementRefusedException(
              "lines of batch "
                  + batch.id()
                  + " would no longer be rejected, or be so now, and batch "
                  + other.id()
                  + " counts lines that stand before its own: load the sources anew into another"
                  + " database; nothing was changed");
        }
      }
    }
  }

  /// Writes the dead letters that will be, beside those that are.
  void stage() throws IOException {
    for (Map.Entry<String, List<Integer>> entry : others().entrySet()) {
      BatchState batch = state(entry.getKey());
      List<String> gone = collect(entry.getValue(), true);
      List<String> come = collect(entry.getValue(), false);
      if (!gone.isEmpty() || !come.isEmpty()) {
        letterBytes.put(batch.id(), letters.change(batch, gone, come));
      }
    }
    List<String> lasting = new ArrayList<>();
    List<String> brokenEnd = new ArrayList<>();
    for (int i = 0; i < gathered.segments().size(); i++) {
      TimedSegment segment = gathered.segments().get(i);
      if (segment.role() == Role.COMES) {
        List<String> own = letters(segment);
        boolean broken = gathered.headers.get(i).tailBytes() > 0;
        lasting.addAll(broken ? own.subList(0, own.size() - 1) : own);
        brokenEnd = broken ? List.of(own.getLast()) : List.of();
        lasting.addAll(outcome.come(i));
        Rejections.of(gathered.headers.get(i), added(i).rejected())
            .forEach((code, count) -> rejections.merge(code, count, Long::sum));
      }
    }
    if (!brokenEnd.isEmpty()) {
      tail = DeadLetter.code(brokenEnd.getFirst());
      rejections.computeIfPresent(tail, (_, count) -> count > 1 ? count - 1 : null);
    }
    letterBytes.put(replaced, letters.write(replaced, lasting, brokenEnd));
  }

  private List<String> letters(TimedSegment segment) throws IOException {
    try (SegmentReader reader = journal.read(segment.file())) {
      for (int i = 0; i < reader.header().parts(); i++) {
        reader.nextPart();
      }
      return reader.deadLetters();
    }
  }

  /// Gives all batches their new counts; within the transaction that ends the replacement.
  void write(GraphTransaction transaction, Clock clock) {
    for (Map.Entry<String, List<Integer>> entry : others().entrySet()) {
      writeOther(transaction, entry.getKey(), entry.getValue());
    }
    BatchState after =
        new BatchState(
            replaced,
            state(replaced).seq(),
            nothing(),
            new SourcePosition(nothing(), 0),
            List.of(),
            0,
            LineCounts.NONE,
            LineCounts.NONE,
            0,
            0,
            false);
    Map<String, Object> more = new HashMap<>();
    for (int i = 0; i < gathered.segments().size(); i++) {
      if (gathered.segments().get(i).role() == Role.COMES) {
        SegmentHeader header = gathered.headers.get(i);
        after = after.advanced(header, added(i), letterBytes.getOrDefault(replaced, 0L));
        more.putAll(SegmentCut.of(header).properties());
        more.put("source", header.source());
      }
    }
    Map<String, Object> properties = BatchWriter.properties(after);
    properties.putAll(more);
    properties.put("recordedAt", clock.instant().atOffset(ZoneOffset.UTC));
    new Rejections(rejections, tail).put(properties);
    transaction.run("replace/batch", Map.of("id", replaced, "properties", properties));
  }

  private static Prefix nothing() {
    return new Prefix(0, Digests.sha256().digest());
  }

  private LineCounts added(int segment) {
    long rejected = gathered.headers.get(segment).rejected();
    return outcome.after(segment).plus(new LineCounts(rejected, 0, 0, 0, rejected, 0));
  }

  private void writeOther(GraphTransaction transaction, String id, List<Integer> segments) {
    BatchState is = BatchWriter.state(transaction.run("batch-lock", Map.of("id", id)).getFirst());
    LineCounts change =
        segments.stream().map(outcome::change).reduce(LineCounts.NONE, LineCounts::plus);
    BatchState willBe =
        new BatchState(
            is.id(),
            is.seq(),
            is.head(),
            is.end(),
            is.earlier().stream().map(point -> moved(point, segments)).toList(),
            is.segments(),
            is.base(),
            is.counts().plus(change),
            is.tailBytes(),
            letterBytes.getOrDefault(id, is.deadLetterBytes()),
            is.complete());
    Map<String, Object> properties = BatchWriter.properties(willBe);
    putConflicts(transaction, id, change.rejected(), properties);
    transaction.run("batch-advance", Map.of("id", id, "properties", properties));
  }

  /// What an earlier end of a batch says of the lines before it.
  private KnownPoint moved(KnownPoint point, List<Integer> segments) {
    long rejected = point.rejected();
    for (int i : segments) {
      if (gathered.headers.get(i).end().newlines() <= point.end().newlines()
          && gathered.headers.get(i).end().prefix().bytes() <= point.end().prefix().bytes()) {
        rejected += outcome.change(i).rejected();
      }
    }
    return new KnownPoint(point.end(), point.read(), rejected);
  }

  private static void putConflicts(
      GraphTransaction transaction, String id, long change, Map<String, Object> properties) {
    if (change == 0) {
      return;
    }
    GraphRow row = transaction.run("batch-rejections", Map.of("id", id)).getFirst();
    Map<String, Long> counts = new TreeMap<>();
    List<String> codes = row.texts("codes");
    long[] lines = row.numbers("counts");
    for (int i = 0; i < lines.length; i++) {
      counts.put(codes.get(i), lines[i]);
    }
    counts.merge(ReasonCode.CONFLICT.id(), change, Long::sum);
    counts.values().removeIf(count -> count == 0);
    properties.put("rejectionCodes", List.copyOf(counts.keySet()));
    properties.put("rejectionCounts", List.copyOf(counts.values()));
  }

  /// The segments of other batches in which lines come to something else, by batch.
  private Map<String, List<Integer>> others() {
    Map<String, List<Integer>> others = new TreeMap<>();
    for (int i = 0; i < gathered.segments().size(); i++) {
      TimedSegment segment = gathered.segments().get(i);
      boolean changes =
          !outcome.change(i).equals(LineCounts.NONE)
              || !outcome.gone(i).isEmpty()
              || !outcome.come(i).isEmpty();
      if (segment.role() == Role.STAYS && changes) {
        others.computeIfAbsent(segment.batch(), _ -> new ArrayList<>()).add(i);
      }
    }
    return others;
  }

  private List<String> collect(List<Integer> segments, boolean gone) {
    return segments.stream()
        .flatMap(i -> (gone ? outcome.gone(i) : outcome.come(i)).stream())
        .toList();
  }

  private BatchState state(String id) {
    return batches.stream().filter(batch -> batch.id().equals(id)).findFirst().orElseThrow();
  }
}
