package io.iolaus.ingest.crash;

import io.iolaus.cypher.home.Home;
import io.iolaus.ingest.IngestListener;
import io.iolaus.ingest.IngestOptions;
import io.iolaus.ingest.IngestService;
import io.iolaus.ingest.IngestSession;
import io.iolaus.ingest.Source;
import io.iolaus.ingest.TestIngest;
import io.iolaus.ingest.write.WriteHook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/// A worker in a JVM of its own: loads files and tells each step on standard output, one line each,
/// as soon as it is done.
final class Worker {

  private static final Logger DRIVER = Logger.getLogger("org.neo4j.driver");

  /// Before the batch that the one file is to replace.
  static final String REPLACE = "replace:";

  private Worker() {}

  /// @param args address and password of the database, home, bytes of a fold and of a part, files
  public static void main(String[] args) throws IOException {
    DRIVER.setLevel(Level.OFF);
    List<Source> files =
        Arrays.stream(args).skip(5).map(file -> Source.file(Path.of(file))).toList();
    IngestOptions options =
        new IngestOptions(1, Long.parseLong(args[3]), Long.parseLong(args[4]), true);
    String first = files.getFirst().name();
    try (Driver driver = GraphDatabase.driver(args[0], AuthTokens.basic("neo4j", args[1]))) {
      IngestService service =
          TestIngest.service(driver, Home.at(Path.of(args[2])), options, new Steps());
      if (first.startsWith(REPLACE)) {
        try (IngestSession session = service.open(IngestListener.NONE)) {
          session.replace(first.substring(REPLACE.length()), files.getLast());
        }
      } else {
        service.ingest(files, IngestListener.NONE);
      }
      Steps.tell(Step.Kind.END, "", 0);
    }
  }

  private static final class Steps implements WriteHook {

    // One write to the pipe for a line: a line that was told is whole however the worker ends.
    static synchronized void tell(Step.Kind kind, String batch, int segment) {
      System.out.print(new Step(kind, batch, segment).line() + "\n");
      System.out.flush();
    }

    @Override
    public void sealed(String batch, int segment) {
      tell(Step.Kind.SEALED, batch, segment);
    }

    @Override
    public void partWritten(String part) {
      String[] names = part.split("/");
      tell(Step.Kind.PART, names[0], Integer.parseInt(names[1]));
    }

    @Override
    public void segmentWritten(String batch, int segment) {
      tell(Step.Kind.ADVANCED, batch, segment);
    }
  }
}
