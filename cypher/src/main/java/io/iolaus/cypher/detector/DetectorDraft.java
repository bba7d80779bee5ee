package io.iolaus.cypher.detector;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;

/// A detector that somebody wrote: the text of its file and of its tests, read and held to the
/// rules of both.
///
/// @param digest over both texts, to the letter: what was tested is what is published
public record DetectorDraft(DetectorFile file, String text, String tests, String digest) {

  /// Reads a `.cypher` file and the `.test.yml` file beside it.
  ///
  /// @throws InvalidDetectorsException with everything that is wrong
  /// @throws IOException if the first of them cannot be read
  public static DetectorDraft read(Path path) throws IOException {
    Path tests = Path.of(path.toString().replaceFirst("\\.cypher$", ".test.yml"));
    String name = path.toString();
    return of(
        name,
        Files.readString(path),
        tests.equals(path) || !Files.exists(tests) ? "" : Files.readString(tests));
  }

  /// Reads the two texts.
  ///
  /// @param name how messages call the file, ending in its id and `.cypher`
  /// @param tests empty where there are none, which is a problem like others
  /// @throws InvalidDetectorsException with everything that is wrong
  public static DetectorDraft of(String name, String text, String tests) {
    String plain = text.replace("\r\n", "\n");
    String plainTests = tests.replace("\r\n", "\n");
    Problems problems = new Problems(name);
    String fileName = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
    Optional<DetectorFile> file = DetectorFileReader.read(fileName, plain, problems);
    List<DetectorProblem> all = new ArrayList<>(problems.found());
    if (plainTests.isBlank()) {
      all.add(
          new DetectorProblem(
              name, 1, "it has no tests", "write " + testsOf(fileName) + " beside it"));
    } else {
      readTests(testsOf(name), plainTests, file.orElse(null), all);
    }
    if (file.isEmpty() || !all.isEmpty()) {
      throw new InvalidDetectorsException(all);
    }
    return new DetectorDraft(file.get(), plain, plainTests, digest(plain, plainTests));
  }

  private static void readTests(
      String name, String text, @Nullable DetectorFile file, List<DetectorProblem> all) {
    Problems problems = new Problems(name);
    DetectorTestFile tests = DetectorTestReader.read(name, text, problems);
    if (problems.none() && file != null) {
      CatalogChecks.check(file, tests, problems);
    }
    all.addAll(problems.found());
  }

  private static String testsOf(String name) {
    return name.replaceFirst("\\.cypher$", "") + ".test.yml";
  }

  /// What the database says against it.
  public List<DetectorProblem> problems(Driver driver, String name) {
    return new DetectorJudge(driver).problems(name, file);
  }

  DetectorTestFile testFile() {
    return DetectorTestReader.read(testsOf(file.path()), tests, new Problems(file.path()));
  }

  /// `shared-x@2`.
  public String id() {
    return idOf(file.id(), file.version());
  }

  static String idOf(String detector, int version) {
    return detector + "@" + version;
  }

  /// Of a text and its tests.
  static String digest(String text, String tests) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update((text.length() + "\n" + text + tests).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
