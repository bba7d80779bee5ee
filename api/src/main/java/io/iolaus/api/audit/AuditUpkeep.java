package io.iolaus.api.audit;

import io.iolaus.cypher.audit.AuditLog;
import io.iolaus.cypher.audit.AuditUnavailableException;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Records, every ten minutes, acts whose process died before it could say what became of them.
@Component
class AuditUpkeep {

  private static final Logger log = LoggerFactory.getLogger(AuditUpkeep.class);

  private final AuditLog audit;

  AuditUpkeep(AuditLog audit) {
    this.audit = audit;
  }

  @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
  void giveUp() {
    try {
      int given = audit.giveUp();
      if (given > 0) {
        log.warn("of {} acts nobody knows what became of them: see the audit", given);
      }
    } catch (AuditUnavailableException | Neo4jException e) {
      log.debug("acts that have not ended are looked for again in ten minutes", e);
    }
  }
}
