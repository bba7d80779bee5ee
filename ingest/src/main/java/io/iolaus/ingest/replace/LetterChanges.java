package io.iolaus.ingest.replace;

import io.iolaus.ingest.journal.BatchState;
import io.iolaus.ingest.reject.DeadLetter;
import io.iolaus.ingest.reject.DeadLetterFile;
import io.iolaus.ingest.reject.DeadLetterLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Changes the dead letters of batches: written beside, put in place when the graph says so.
final class LetterChanges {

  private static final String SUFFIX = ".ndjson";

  private final Path deadLetters;
  private final Path waiting;

  /// @param waiting folder for what is to come
  LetterChanges(Path deadLetters, Path waiting) {
    this.deadLetters = deadLetters;
    this.waiting = waiting;
  }

  /// Requires that letters can be taken away.
  ///
  /// @throws ReplacementRefusedException if one is not there, or was answered by a replay
  void check(BatchState batch, List<String> gone) throws IOException {
    Path file = new DeadLetterFile(deadLetters, batch.id()).path();
    Set<Long> lines =
        gone.stream().map(letter -> DeadLetter.fromJson(letter).line()).collect(Collectors.toSet());
    DeadLetterLog log = DeadLetterLog.read(file, batch.deadLetterBytes(), lines);
    for (long line : lines) {
      if (!log.line(line).replays().isEmpty()) {
        throw new ReplacementRefusedException(
            "line %d of batch %s was rejected as a conflict with what is to be replaced, and has been replayed since: it would count twice. Put it right in the source of %s, replace that batch, then this one; nothing was changed"
                .formatted(line, batch.id(), batch.id()));
      }
    }
    List<String> left = new ArrayList<>(gone);
    read(batch.id()).forEach(left::remove);
    if (!left.isEmpty()) {
      throw new ReplacementRefusedException(
          "the dead letters of batch %s (%s) are not those of this home's load: put the file back; nothing was changed"
              .formatted(batch.id(), file));
    }
  }

  /// Writes what the letters of a batch will be; returns how long they are without a broken end.
  long change(BatchState batch, List<String> gone, List<String> come) throws IOException {
    List<String> lasting = new ArrayList<>();
    List<String> brokenEnd = new ArrayList<>();
    long place = 0;
    for (String letter : read(batch.id())) {
      (place < batch.deadLetterBytes() ? lasting : brokenEnd).add(letter);
      place += letter.getBytes(StandardCharsets.UTF_8).length + 1;
    }
    gone.forEach(lasting::remove);
    lasting.addAll(come);
    return write(batch.id(), lasting, brokenEnd);
  }

  private List<String> read(String batch) throws IOException {
    Path file = new DeadLetterFile(deadLetters, batch).path();
    if (!Files.exists(file)) {
      return List.of();
    }
    try (BufferedReader in = Files.newBufferedReader(file)) {
      return in.lines().toList();
    }
  }

  /// Writes what the letters of a batch will be; returns how long they are without a broken end.
  long write(String batch, List<String> lasting, List<String> brokenEnd) throws IOException {
    Path file = waiting.resolve(batch + SUFFIX);
    Files.deleteIfExists(file);
    Files.createFile(file); // Also where there will be none: then it says that.
    DeadLetterFile letters = new DeadLetterFile(waiting, batch);
    long end = lasting.isEmpty() ? 0 : letters.append(0, lasting);
    if (!brokenEnd.isEmpty()) {
      letters.append(end, brokenEnd);
    }
    return end;
  }

  /// Puts in place what was written. Cut short, it is finished by the next call.
  void settle() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(waiting)) {
      files = all.toList();
    }
    for (Path file : files) {
      Path place = deadLetters.resolve(file.getFileName());
      if (Files.size(file) == 0) {
        Files.deleteIfExists(place);
        Files.delete(file);
      } else {
        Files.createDirectories(deadLetters);
        Files.move(
            file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
