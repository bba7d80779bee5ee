package io.iolaus.api.events;

import io.iolaus.api.problem.ProblemException;
import io.iolaus.cypher.batch.Batch;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.read.Page;
import io.iolaus.cypher.read.PageKey;
import io.iolaus.ingest.reject.DeadLetter;
import io.iolaus.ingest.reject.DeadLetterReader;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rejected lines of batches, from the dead letters of this home.
@Component
class Rejections {

  private final Home home;

  Rejections(Home home) {
    this.home = home;
  }

  /// One page, in the order of the file.
  Page<DeadLetter> page(Batch batch, int limit, @Nullable PageKey after) throws IOException {
    List<DeadLetter> letters = new ArrayList<>();
    @Nullable PageKey next = null;
    try (DeadLetterReader reader = open(batch)) {
      if (after != null) {
        reader.skipTo(((Double) after.value()).longValue());
      }
      DeadLetter letter = reader.next();
      while (letter != null && letters.size() < limit) {
        letters.add(letter);
        next = new PageKey((double) reader.position(), batch.id());
        letter = reader.next();
      }
      return new Page<>(letters, batch.rejected(), letter == null ? null : next);
    }
  }

  /// @throws ProblemException 404 where they are in the home of another process
  DeadLetterReader open(Batch batch) throws IOException {
    try {
      return DeadLetterReader.open(
          home.deadLetters(), batch.id(), batch.deadLetterBytes(), batch.brokenEnd());
    } catch (NoSuchFileException e) {
      throw ProblemException.notFound(
          "rejections-elsewhere",
          "The rejected lines of "
              + batch.id()
              + " are not in this home: ask in the home of the process that loaded it");
    }
  }
}
