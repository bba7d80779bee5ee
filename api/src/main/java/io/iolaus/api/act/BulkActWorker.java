package io.iolaus.api.act;

import io.iolaus.cypher.act.BulkActReader;
import io.iolaus.cypher.act.BulkActWriter;
import java.util.concurrent.locks.ReentrantLock;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Carries bulk acts out. What is to be done stands in the graph alone, so that it does not matter
/// which process does it, how many do, and which of them ends in the middle.
@Component
class BulkActWorker {

  private static final Logger log = LoggerFactory.getLogger(BulkActWorker.class);

  private final BulkActReader reader;
  private final BulkActWriter writer;
  private final BulkActProperties properties;
  private final ReentrantLock ticking = new ReentrantLock();

  BulkActWorker(BulkActReader reader, BulkActWriter writer, BulkActProperties properties) {
    this.reader = reader;
    this.writer = writer;
    this.properties = properties;
  }

  // At a rate: what has a delay shares one thread.
  @Scheduled(fixedRate = 2_000)
  void tick() {
    if (!ticking.tryLock()) {
      return;
    }
    try {
      reader.open().forEach(this::carryOut);
    } catch (Neo4jException e) {
      log.debug("bulk acts are looked for again in two seconds", e);
    } finally {
      ticking.unlock();
    }
  }

  private void carryOut(String id) {
    try {
      boolean more = true;
      while (more) {
        more = writer.step(id, properties.slice());
      }
    } catch (Neo4jException e) {
      if (e instanceof RetryableException) {
        log.warn("{} goes on in two seconds: {}", id, e.getMessage());
        return;
      }
      failed(id, e);
    } catch (IllegalStateException | IllegalArgumentException e) {
      failed(id, e);
    }
  }

  private void failed(String id, RuntimeException e) {
    log.error("{} cannot go on", id, e);
    writer.fail(
        id,
        e instanceof Neo4jException
            ? "the database refuses: the reason stands in the log"
            : String.valueOf(e.getMessage()));
  }
}
