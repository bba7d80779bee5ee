package io.iolaus.api.audit;

import io.iolaus.core.audit.AuditActor;
import io.iolaus.core.audit.AuditNote;
import io.iolaus.cypher.audit.AuditLog;
import io.iolaus.cypher.audit.AuditUnavailableException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Records what may come in any number, and from strangers: alike acts become one entry with a
/// count, at most [#MOST] entries a minute, further ones of an act another entry that names nobody.
/// The first is recorded within a second, the next a minute later; while the database is away they
/// wait and are counted on. May be shared by threads.
@Component
public final class AuditFold implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(AuditFold.class);

  static final int MOST = 50;

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final AuditLog audit;
  private final Map<AuditNote, Long> waiting = new LinkedHashMap<>();
  private boolean running;
  private boolean closed;

  AuditFold(AuditLog audit) {
    this.audit = audit;
  }

  /// Counts an act.
  public synchronized void add(AuditNote note) {
    AuditNote kept = waiting.containsKey(note) || waiting.size() < MOST ? note : nameless(note);
    waiting.merge(kept, 1L, Long::sum);
    if (!running && !closed) {
      running = true;
      Thread.ofVirtual().name("audit-fold").start(this::run);
    }
  }

  private static AuditNote nameless(AuditNote note) {
    return AuditNote.of(
        AuditActor.of("-", AuditActor.Login.NONE, ""),
        note.act(),
        "",
        "",
        note.outcome(),
        null,
        Map.of("folded", "of many"));
  }

  private void run() {
    try {
      Thread.sleep(SOON);
      while (more()) {
        write();
        Thread.sleep(PERIOD);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean more() {
    running = !waiting.isEmpty() && !closed;
    return running;
  }

  private void write() {
    Map<AuditNote, Long> taken = new LinkedHashMap<>();
    synchronized (this) {
      taken.putAll(waiting);
      waiting.clear();
    }
    while (!taken.isEmpty()) {
      AuditNote note = taken.keySet().iterator().next();
      long count = taken.getOrDefault(note, 1L);
      try {
        audit.append(count == 1 ? note : note.with("count", Long.toString(count)));
        taken.remove(note);
      } catch (AuditUnavailableException e) {
        log.warn("{} kinds of acts wait to be recorded: {}", taken.size(), e.getMessage());
        putBack(taken);
        return;
      }
    }
  }

  private synchronized void putBack(Map<AuditNote, Long> taken) {
    taken.forEach((note, count) ->
        waiting.merge(
            waiting.containsKey(note) || waiting.size() < MOST ? note : nameless(note),
            count,
            Long::sum));
  }

  /// Records what waits.
  @Override
  public void destroy() {
    synchronized (this) {
      closed = true;
    }
    write();
  }
}
