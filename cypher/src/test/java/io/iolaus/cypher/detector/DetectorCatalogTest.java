package io.iolaus.cypher.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectorCatalogTest {
  private static final String DETECTOR =
      Detectors.text(
          """
          MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
          RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members\
          """,
          "PT60S");
  private static final String TESTS =
      """
      detector: probe
      window: {from: 2026-01-08, asOf: 2026-03-08}
      cases:
        - name: two
          shows: fires
          given: CREATE (n)
          expect: {links: 1, bits: {min: 3}}
        - name: one
          shows: just-below
          given: CREATE (n)
          expect: {links: 0}
        - name: family
          shows: false-positive
          covers: household
          given: CREATE (n)
          expect: {links: 1}
      """;

  @Test
  void loadsTheDetectorsThatComeWithTheProgram() {
    DetectorCatalog catalog = DetectorCatalog.load();
    assertThat(catalog.all())
        .extracting(DetectorFile::id)
        .contains("shared-instrument", "shared-address", "co-timing")
        .isSorted();
    assertThat(catalog.all()).extracting(DetectorFile::facet).containsAll(DetectorFile.FACETS);
    assertThat(catalog.find("shared-address")).isPresent();
  }

  @Test
  void knowsWhichDetectorsReadWhatARunWritesItself() {
    List<DetectorFile> reading =
        DetectorCatalog.load().active().stream().filter(DetectorFile::readsDerived).toList();
    assertThat(reading)
        .extracting(DetectorFile::id)
        .containsExactlyInAnyOrder(
            "co-timing",
            "creation-cohort",
            "lockstep",
            "model-pivot",
            "shared-prompt-family",
            "shared-system-prompt");
  }

  @Test
  void loadsASitesOwnBesideThem(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("payment"));
    Files.writeString(folder.resolve("payment/probe.cypher"), DETECTOR);
    Files.writeString(folder.resolve("payment/probe.test.yml"), TESTS);
    assertThat(DetectorCatalog.load(folder).find("probe")).isPresent();
  }

  @Test
  void loadsFromAJar(@TempDir Path folder) throws IOException {
    Path jar = folder.resolve("with space.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      // Without entries for folders, as some tools write jars.
      for (Map.Entry<String, String> file : good().entrySet()) {
        out.putNextEntry(new JarEntry("iolaus/cypher/detectors/" + file.getKey()));
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      DetectorFolder found = DetectorFolder.onClassPath(loader);
      assertThat(found.files()).isEqualTo(good());
      assertThat(DetectorCatalog.load(List.of(found)).all()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          detector: probe       | detector: other         | these are tests of 'other'
          shows: fires          | shows: limit            | no case fires
          shows: just-below     | shows: limit            | no case lies just below
          covers: household     | covers: campus          | no case covers the false positive 'household'
          covers: household     | covers: campus          | 'campus' is no false positive of the detector
          covers: household     | params: {x: 1}          | go together
          name: one             | name: two               | a case of this name
          links: 0              | links: 3                | lies just below finds something
          ^links: 1, bits^      | ^links: 0, bits^        | fires finds nothing
          bits: {min: 3}        | bits: {above: 3}        | unknown key 'above'
          given: CREATE (n)     | gives: CREATE (n)       | unknown key 'gives'
          ^links: 0}^           | ^links: 0, node: 1}^    | unknown key 'node'
          shows: fires          | ^shows: fires, yes^     | 'shows' cannot be
          from: 2026-01-08      | from: 2026-04-01        | the window ends before it begins
          from: 2026-01-08      | from: January           | 'from' cannot be 'January'
          detector: probe       | ^params: {minAccounts: 99}^ | minAccounts must be 2..50, was 99
          """)
  void holdsTestFilesToTheRules(String good, String bad, String what) {
    Map<String, String> files = good();
    assertThat(TESTS).contains(good);
    files.put(
        "payment/probe.test.yml",
        TESTS.replace(good, bad.startsWith("params: {min") ? good + "\n" + bad : bad));
    assertRefused(files, what);
  }

  @Test
  void refusesADetectorWithoutTests() {
    Map<String, String> files = good();
    files.remove("payment/probe.test.yml");
    assertRefused(files, "it has no tests");
  }

  @Test
  void refusesTestsWithoutADetector() {
    Map<String, String> files = good();
    files.put("payment/gone.test.yml", TESTS);
    assertRefused(files, "belong to no detector");
  }

  @Test
  void refusesAnIdThatIsTaken() {
    DetectorFolder folder = folder(good());
    assertThatThrownBy(
            () -> DetectorCatalog.load(List.of(folder, new DetectorFolder("site", folder.files()))))
        .isInstanceOf(InvalidDetectorsException.class)
        .hasMessageContaining(
            "site/payment/probe.cypher:1:1: id 'probe' is taken by detectors/payment/probe.cypher");
  }

  @Test
  void refusesAChangeUnderARecordedVersion() {
    Map<String, String> files = good();
    files.put("payment/probe.cypher", DETECTOR.replace("default: 2", "default: 3"));
    assertRefused(files, "changed under version 1");
    files.put(
        "payment/probe.cypher",
        DETECTOR.replace("default: 2", "default: 3").replace("version: 1", "version: 2"));
    assertThat(DetectorCatalog.load(List.of(folder(files))).all()).hasSize(1);
  }

  @Test
  void refusesAVersionBelowTheRecordedOne() {
    Map<String, String> files = good();
    files.computeIfPresent("versions.lock", (path, text) -> text.replace("cypher 1 ", "cypher 3 "));
    assertRefused(files, "version 1 is below the recorded 3");
  }

  @Test
  void refusesToLoseARecordedDetector() {
    Map<String, String> files = good();
    files.remove("payment/probe.cypher");
    files.remove("payment/probe.test.yml");
    assertRefused(files, "payment/probe.cypher is recorded but gone");
  }

  @Test
  void refusesALockThatCannotBeRead() {
    Map<String, String> files = good();
    files.put("versions.lock", "payment/probe.cypher one\n");
    assertRefused(files, "is no line of a lock");
  }

  private static Map<String, String> good() {
    Map<String, String> files = new TreeMap<>();
    files.put("payment/probe.cypher", DETECTOR);
    files.put("payment/probe.test.yml", TESTS);
    files.put(
        "versions.lock", VersionLock.write(DetectorCatalog.load(List.of(folder(files))).all()));
    return files;
  }

  private static DetectorFolder folder(Map<String, String> files) {
    return new DetectorFolder("detectors", new TreeMap<>(files));
  }

  private static void assertRefused(Map<String, String> files, String what) {
    assertThatThrownBy(() -> DetectorCatalog.load(List.of(folder(files))))
        .isInstanceOfSatisfying(
            InvalidDetectorsException.class,
            e ->
                assertThat(e.problems())
                    .anySatisfy(problem -> {
                      assertThat(problem.what()).contains(what);
                      assertThat(problem.remedy()).isNotBlank();
                    }));
  }
}
