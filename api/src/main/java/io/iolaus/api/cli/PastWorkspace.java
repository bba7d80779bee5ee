package io.iolaus.api.cli;

import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.detector.SiteDetectors;
import io.iolaus.cypher.home.FileTree;
import io.iolaus.cypher.home.Home;
import io.iolaus.ingest.KnownThen;
import io.iolaus.ingest.bulk.BulkMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// A workspace of its own that knows what a home knew at a moment, thrown away in the end. It takes
/// as long as loading the journal anew.
final class PastWorkspace implements AutoCloseable {

  private final Path folder;
  private final Workspace workspace;
  private final DetectorCatalog detectors;

  private PastWorkspace(Path folder, Workspace workspace, DetectorCatalog detectors) {
    this.folder = folder;
    this.workspace = workspace;
    this.detectors = detectors;
  }

  static PastWorkspace open(IolausCommand options, Instant knownAt) throws IOException {
    Path folder;
    Home home;
    int segments;
    DetectorCatalog detectors;
    // Closed before the other opens: there is memory for one database.
    try (Workspace present = Workspace.openExisting(options)) {
      folder = Files.createTempDirectory(present.home().run(), "known-");
      home = Home.at(folder.resolve("home"));
      detectors = new SiteDetectors(present.driver()).catalog();
      segments = new KnownThen(present.home(), present.driver()).layInto(home, knownAt);
    }
    if (segments == 0) {
      FileTree.delete(folder);
      throw new CommandException("nothing was known at " + knownAt + " yet");
    }
    Workspace workspace = Workspace.openOwn(home);
    try {
      Ingesting.run(workspace, List.of(), BulkMode.AUTO);
      return new PastWorkspace(folder, workspace, detectors);
    } catch (IOException | RuntimeException e) {
      workspace.close();
      FileTree.delete(folder);
      throw e;
    }
  }

  Workspace workspace() {
    return workspace;
  }

  /// The detectors that the site runs today.
  DetectorCatalog detectors() {
    return detectors;
  }

  @Override
  public void close() throws IOException {
    workspace.close();
    FileTree.delete(folder);
  }
}
