package io.iolaus.ingest.replace;

import io.iolaus.core.event.Event;
import io.iolaus.ingest.fold.AccountFold;
import io.iolaus.ingest.fold.EntityFold;
import io.iolaus.ingest.fold.IdentifiedEvent;
import io.iolaus.ingest.fold.Target;
import io.iolaus.ingest.journal.AccountShelf;
import io.iolaus.ingest.journal.EncodedPart;
import io.iolaus.ingest.journal.Journal;
import io.iolaus.ingest.journal.Part;
import io.iolaus.ingest.journal.SegmentHeader;
import io.iolaus.ingest.journal.SegmentReader;
import io.iolaus.ingest.replace.TimedSegment.Role;
import io.iolaus.ingest.write.FactSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What all segments of the home say of what may change, in one pass over them: accounts on a
/// shelf, the rest in memory.
final class Gathered {

  /// What a segment says of an entity.
  record Said(int segment, EntityFold fold) {}

  private final List<TimedSegment> segments;
  private final String keyPrefix;
  private final Touched touched = new Touched();
  final List<SegmentHeader> headers = new ArrayList<>();
  final Map<EntityKey, List<Said>> entities = new HashMap<>();
  // What will be true of instruments, capabilities and organizations.
  final Map<String, FactSet> instruments = new HashMap<>();
  final Set<String> capabilities = new HashSet<>();
  final Set<String> mentioned = new HashSet<>();

  private Gathered(List<TimedSegment> segments, String keyPrefix) {
    this.segments = segments;
    this.keyPrefix = keyPrefix;
  }

  /// @param segments in their order
  /// @param keyPrefix what references under the present site secret begin with
  /// @throws ReplacementRefusedException if what may change holds references under an earlier one:
  ///   the graph has renewed them
  static Gathered of(
      Journal journal, List<TimedSegment> segments, String keyPrefix, AccountShelf shelf)
      throws IOException {
    Gathered gathered = new Gathered(segments, keyPrefix);
    for (TimedSegment segment : segments) {
      if (segment.role() != Role.STAYS) {
        try (SegmentReader reader = journal.read(segment.file())) {
          for (int i = 0; i < reader.header().parts(); i++) {
            gathered.touched.add(reader.nextPart().decode());
          }
        }
      }
    }
    gathered.touched.instruments.forEach(id -> gathered.instruments.put(id, new FactSet()));
    for (int i = 0; i < segments.size(); i++) {
      try (SegmentReader reader = journal.read(segments.get(i).file())) {
        gathered.headers.add(reader.header());
        for (int part = 0; part < reader.header().parts(); part++) {
          gathered.take(i, part, reader.nextPart(), shelf);
        }
      }
    }
    shelf.fill();
    return gathered;
  }

  private void take(int segment, int number, EncodedPart encoded, AccountShelf shelf)
      throws IOException {
    Part part = encoded.decode();
    boolean after = segments.get(segment).after();
    for (AccountFold account : part.accounts()) {
      if (touched.hasAccount(account.id())) {
        requirePresentKey(segments.get(segment).batch(), account);
        shelf.put(segment, number, account);
      } else if (after) {
        // What they come to does not change: each was counted, or is like one that was.
        Capabilities.of(account, capabilities::add);
      }
      if (after) {
        Touched.mentions(account, mentioned);
      }
    }
    for (EntityFold entity : part.entities()) {
      if (touched.entities.contains(EntityKey.of(entity))) {
        entities
            .computeIfAbsent(EntityKey.of(entity), _ -> new ArrayList<>())
            .add(new Said(segment, entity));
      }
      if (after) {
        Touched.mentions(entity, mentioned);
      }
    }
    if (after) {
      capabilities.addAll(part.capabilities());
      part.instruments()
          .forEach((id, said) -> {
            FactSet facts = instruments.get(id);
            if (facts != null) {
              said.facts().forEach(facts::addLatest);
            }
          });
    }
  }

  private void requirePresentKey(String batch, AccountFold account) throws IOException {
    boolean earlier =
        Stream.concat(
                account.otherTargets().stream(),
                account.identified().stream()
                    .map(IdentifiedEvent::event)
                    .filter(Event.Identifier.class::isInstance)
                    .map(event -> Target.of((Event.Identifier) event)))
            .anyMatch(target ->
                target instanceof Target.Identifier identifier
                    && identifier.keyed()
                    && !identifier.value().startsWith(keyPrefix));
    if (earlier) {
      throw new ReplacementRefusedException(
          "batch "
              + batch
              + " was loaded under an earlier site key, and what it says of account "
              + account.id()
              + " cannot be put together again under the present one: load the sources anew into"
              + " another database; nothing was changed");
    }
  }

  List<TimedSegment> segments() {
    return segments;
  }

  Touched touched() {
    return touched;
  }
}
