package io.iolaus.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.sharing.archive.ArchiveWriter;
import io.iolaus.sharing.sign.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody does who got an archive: there is no home, and no database.
class CasesCommandTest {

  @TempDir private Path folder;
  private Path archive;
  private final SigningKey key = SigningKey.generate();

  @BeforeEach
  void write() throws IOException {
    archive = folder.resolve("case-1.zip");
    try (ArchiveWriter writer = new ArchiveWriter(archive)) {
      writer.add("case/case.json", "{}".getBytes(StandardCharsets.UTF_8));
      writer.seal(Map.of("case", "case-1", "by", "ann", "at", "2026-11-23T12:00:00Z"), key);
    }
  }

  private CommandRun verify(String... more) {
    String[] words = new String[5 + more.length];
    words[0] = "--home";
    words[1] = folder.resolve("no-home").toString();
    words[2] = "cases";
    words[3] = "verify";
    words[4] = archive.toString();
    System.arraycopy(more, 0, words, 5, more.length);
    return CommandRun.of(words);
  }

  @Test
  void archiveThatIsWholeIsToldWithWhoseItIs() {
    CommandRun run = verify();
    assertThat(run.status()).isZero();
    assertThat(run.lines())
        .containsExactly(
            "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a,2,case/case.json");
    assertThat(run.err())
        .contains("case-1, handed over by ann at 2026-11-23T12:00:00Z: whole")
        .contains(key.verification().thumbprint());
    assertThat(folder.resolve("no-home")).doesNotExist();
  }

  @Test
  void keyThatIsAskedForMustBeIt() throws IOException {
    Path file = Files.writeString(folder.resolve("site.jwk"), key.verification().json());
    assertThat(verify("--key", file.toString()).status()).isZero();
    assertThat(verify("--key", key.verification().thumbprint()).status()).isZero();
    CommandRun other = verify("--key", SigningKey.generate().verification().thumbprint());
    assertThat(other.status()).isEqualTo(1);
    assertThat(other.out()).isEmpty();
    assertThat(other.err()).contains("refused").contains(key.verification().thumbprint());
    Files.writeString(file, "no key");
    assertThat(verify("--key", file.toString()).err()).contains("not a P-256 key");
  }

  @Test
  void archiveThatWasChangedIsRefusedWithThePlace() throws IOException {
    byte[] bytes = Files.readAllBytes(archive);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("{}");
    bytes[at] = '[';
    Files.write(archive, bytes);
    CommandRun run = verify();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("refused: ");
    Files.delete(archive);
    assertThat(verify().err()).contains("there is no file");
  }

  @Test
  void keyOfAHomeIsPrintedWithoutItsPrivatePart() {
    String home = folder.resolve("home").toString();
    CommandRun first = CommandRun.of("--home", home, "cases", "key");
    CommandRun second = CommandRun.of("--home", home, "cases", "key");
    assertThat(first.status()).isZero();
    assertThat(first.out()).isEqualTo(second.out()).contains("\"crv\":\"P-256\"");
    assertThat(first.out()).doesNotContain("\"d\"");
    assertThat(first.err()).contains("thumbprint ");
  }
}
