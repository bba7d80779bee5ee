package io.iolaus.cypher.detect;

import io.iolaus.core.decision.Held;
import io.iolaus.cypher.detector.LinkResult;
import io.iolaus.cypher.entity.EntityRef;
import io.iolaus.cypher.lease.HeldLease;
import io.iolaus.cypher.lease.LeaseLostException;
import io.iolaus.cypher.statement.Statements;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.Neo4jException;
import tools.jackson.databind.json.JsonMapper;

/// Keeps the record of a run: that it began, how it ended, what each detector did.
final class RunBook {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Driver driver;
  private final HeldLease lease;

  RunBook(Driver driver, HeldLease lease) {
    this.driver = driver;
    this.lease = lease;
  }

  /// Opens a run and returns its id.
  String open(Instant asOf, DetectionOptions options, RunCauses.Loaded loaded, Instant recordedAt) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("asOf", asOf.atZone(ZoneOffset.UTC));
    parameters.put("window", options.window().toString());
    parameters.put(
        "ignoring", options.ignoring().stream().sorted().map(EntityRef::toString).toList());
    parameters.put("lines", loaded.lines());
    parameters.put("replaced", loaded.replaced());
    parameters.put(
        "newest", loaded.newest() == null ? null : loaded.newest().atZone(ZoneOffset.UTC));
    parameters.put("recordedAt", recordedAt.atZone(ZoneOffset.UTC));
    try (var session = driver.session()) {
      return session.executeWrite(tx -> {
        String id =
            tx.run(Statements.load("writes/detect/run-start"), parameters)
                .single()
                .get("id")
                .asString();
        lease.check(tx);
        return id;
      });
    }
  }

  /// Closes a run, in the transaction that writes what it found.
  static void close(
      TransactionContext tx,
      String run,
      DetectionService.Findings found,
      List<String> causes,
      Instant known,
      long millis) {
    for (LinkResult result : found.links().results()) {
      Map<String, Object> row = new HashMap<>();
      row.put("id", run + "/" + result.detector());
      row.put("detector", result.detector());
      row.put("version", result.version());
      row.put("params", JSON.writeValueAsString(result.params()));
      row.put("status", result.status().text());
      row.put("reason", result.reason().orElse(null));
      row.put("links", result.links().size());
      row.put("members", result.members());
      row.put("millis", result.millis());
      tx.run(
              Statements.load("writes/detect/detector-run"),
              Map.of("run", run, "row", row, "recordedAt", known.atZone(ZoneOffset.UTC)))
          .consume();
    }
    tx.run(Statements.load("writes/suppression/counts"), Map.of("run", run, "rows", leftOut(found)))
        .consume();
    Map<String, Object> end = new HashMap<>();
    end.put("run", run);
    end.put("knownFrom", known.atZone(ZoneOffset.UTC));
    end.put("status", found.status());
    end.put("since", found.reading().since().map(Reading.Since::run).orElse(null));
    end.put("touched", found.reading().touched());
    end.put("accounts", found.population().size());
    end.put("clusters", found.clusters().size());
    end.put("lowered", found.evidence().bounds().lowered());
    end.put("causes", causes);
    end.put("decisions", longs(found.held()));
    end.put("suppressions", found.suppressed().texts());
    end.put("millis", millis);
    tx.run(Statements.load("writes/detect/run-end"), end).consume();
  }

  private static List<Map<String, Object>> leftOut(DetectionService.Findings found) {
    return found.suppressed().scopes().keySet().stream()
        .map(id -> {
          LinkCollector.LeftOut out =
              found.links().leftOut().getOrDefault(id, new LinkCollector.LeftOut());
          return Map.<String, Object>of(
              "id", id, "links", out.links().get(), "accounts", out.accounts().size());
        })
        .toList();
  }

  /// The numbers of decisions: bit n of them all stands for decision n.
  static List<Long> longs(Held held) {
    return Arrays.stream(RunCauses.numbers(held).toLongArray()).boxed().toList();
  }

  /// Says of a run that it failed, so that it is not taken for one that was cut off. What lost its
  /// lease counts as cut off: it did not fail by itself, and is done anew.
  void failed(String run, Throwable failure) {
    if (failure instanceof LeaseLostException) {
      return;
    }
    try (var session = driver.session()) {
      session.run(Statements.load("writes/detect/run-failed"), Map.of("run", run)).consume();
    } catch (Neo4jException e) {
      failure.addSuppressed(e);
    }
  }
}
