package io.iolaus.cypher.test;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Where there is a Docker engine the build runs every `@Neo4jTest` once more against Neo4j's own
/// image (profile `testcontainers`); where there is none this says so.
class DockerEngineIT {

  @Test
  void graphTestsRunAgainstNeo4jsOwnImageToo() {
    boolean engine = Files.exists(Path.of("/var/run/docker.sock"));
    if (!engine) {
      System.err.println(
          "*** SKIPPED: no Docker engine here, so the graph tests ran against the local Neo4j only, not through"
              + " Testcontainers ***");
    }
    assumeTrue(engine, "no Docker engine: not run through Testcontainers");
  }
}
