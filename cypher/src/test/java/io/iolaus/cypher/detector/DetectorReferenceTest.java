package io.iolaus.cypher.detector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// With `-Ddetectors.write` this writes what it otherwise compares.
class DetectorReferenceTest {
  private static final Path ROOT = Path.of(System.getProperty("iolaus.root", ".."));

  private final DetectorCatalog catalog = DetectorCatalog.load();

  @Test
  void theReferenceIsUpToDate() throws IOException {
    Path page = ROOT.resolve("docs/detectors.md");
    String text = Files.readString(page);
    int written = text.indexOf(DetectorReference.MARK);
    assertThat(written).as("%s has the line below which it is generated", page).isPositive();
    compareOrWrite(page, text.substring(0, written) + DetectorReference.write(catalog));
  }

  @Test
  void everyDetectorHasItsPage() {
    Assumptions.assumeTrue(System.getProperty("detector") == null, "-Ddetector is given");
    assertThat(catalog.active())
        .allSatisfy(
            d -> assertThat(ROOT.resolve("docs/detectors/" + d.id() + ".md")).isNotEmptyFile());
  }

  @Test
  void everyVersionIsRecorded() throws IOException {
    compareOrWrite(
        ROOT.resolve("cypher/detectors/versions.lock"), VersionLock.write(catalog.all()));
  }

  private static void compareOrWrite(Path file, String expected) throws IOException {
    // Somebody at work on one detector records it when it is done.
    Assumptions.assumeTrue(System.getProperty("detector") == null, "-Ddetector is given");
    if (System.getProperty("detectors.write") != null) {
      Files.writeString(file, expected);
    }
    assertThat(Files.exists(file) ? Files.readString(file) : "")
        .as("%s is out of date; write it with: %s", file, VersionLock.COMMAND)
        .isEqualTo(expected);
  }
}
