package io.iolaus.api.alert;

import io.iolaus.cypher.alert.AlertRaiser;
import java.util.concurrent.locks.ReentrantLock;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/// Raises alerts for what runs recorded, whichever process or command made them.
class AlertFollower {

  private static final Logger log = LoggerFactory.getLogger(AlertFollower.class);

  private final AlertRaiser raiser;
  private final ReentrantLock following = new ReentrantLock();

  AlertFollower(AlertRaiser raiser) {
    this.raiser = raiser;
  }

  @Scheduled(fixedRate = 2_000)
  void follow() {
    if (!following.tryLock()) {
      return;
    }
    try {
      int raised = raiser.raise();
      if (raised > 0) {
        log.info("{} alerts raised", raised);
      }
    } catch (Neo4jException e) {
      log.warn("no alerts raised, the database does not answer: {}", e.getMessage());
    } finally {
      following.unlock();
    }
  }
}
