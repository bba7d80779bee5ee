package io.iolaus.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "serve",
        "ingest",
        "rejections",
        "detect",
        "clusters",
        "members",
        "alerts",
        "export",
        "fingerprint",
        "simulate",
        "evaluate",
        "version"
      })
  void everyCommandHasHelp(String command) {
    CommandRun run = CommandRun.of(command, "--help");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Usage: iolaus " + command, "--home=DIR");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aWrongCommandLineIsTwoLines() {
    CommandRun run = CommandRun.of("clutsers");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(3);
    assertThat(run.err()).contains("'clutsers'", "Try `iolaus --help`.");
  }

  @Test
  void aTestOfAlertsSaysWhatIsMissing() {
    CommandRun run = CommandRun.of("alerts", "test", "--home", folder.resolve("alerts").toString());
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .contains("alerts leave by no channel: set IOLAUS_ALERTS_WEBHOOK_URL")
        .hasLineCount(1);
  }

  @Test
  void errorsAreOneLineAndDebugShowsMore() {
    String missing = folder.resolve("none").toString();
    CommandRun run = CommandRun.of("members", "--home", missing);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "iolaus: there is no Iolaus home at %s: run `iolaus ingest` first, or name another with --home%n"
                .formatted(missing));
    CommandRun debug = CommandRun.of("--debug", "members", "--home", missing);
    assertThat(debug.err()).contains("CommandException", "\tat io.iolaus");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void ingestTakesFilesOrATopic() {
    assertThat(CommandRun.of("ingest").err()).contains("Missing required parameter: 'PATH', or");
    assertThat(CommandRun.of("ingest", "--kafka", "b:1").err()).contains("--topic=TOPIC");
    CommandRun both = CommandRun.of("ingest", "--kafka", "b:1", "--topic", "t", "a.ndjson");
    assertThat(both.status()).isEqualTo(2);
    assertThat(both.err()).contains("--kafka reads a topic only: leave out PATH");
  }

  @Test
  void aBrokerThatDoesNotAnswerIsOneLineBeforeAnythingIsStarted() throws IOException {
    Path settings =
        Files.writeString(
            folder.resolve("kafka.properties"),
            "default.api.timeout.ms=1500\nrequest.timeout.ms=1000\n");
    String[] command = {
      "ingest",
      "--kafka",
      "127.0.0.1:1",
      "--topic",
      "t",
      "--kafka-config",
      settings.toString(),
      "--home",
      folder.resolve("none").toString()
    };
    CommandRun run = CommandRun.of(command);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("iolaus: no Kafka broker answers at 127.0.0.1:1: check that")
        .hasLineCount(1);
    assertThat(folder.resolve("none")).doesNotExist();
    Files.writeString(settings, "group.id=mine\n");
    assertThat(CommandRun.of(command).err())
        .isEqualTo(
            "iolaus: the Kafka settings name group.id, which is not theirs to say: leave it out%n"
                .formatted());
  }

  @Test
  void aFileInUtf16IsOneLineBeforeAnythingIsStarted() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.ndjson"), "{\"type\":\"account\"}\n", StandardCharsets.UTF_16);
    String home = folder.resolve("none").toString();
    CommandRun run = CommandRun.of("ingest", file.toString(), "--home", home);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("iolaus: " + file + " is UTF-16, and UTF-8 is wanted")
        .hasLineCount(1);
    assertThat(folder.resolve("none")).doesNotExist();
    Path key = Files.writeString(folder.resolve("site.key"), "A".repeat(43) + "=");
    assertThat(CommandRun.of("fingerprint", "--key", key.toString(), file.toString()).err())
        .contains(file + " is UTF-16");
  }

  @Test
  void aPipeIsReadFromItsFirstByte() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Thread writer =
        Thread.ofVirtual()
            .start(() -> {
              try {
                Files.writeString(pipe, "{}\n{}\n{}\n");
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    String home = folder.resolve("none").toString();
    CommandRun run = CommandRun.of("ingest", "--dry-run", pipe.toString(), "--home", home);
    writer.join();
    assertThat(run.err()).contains(pipe + ": read 3 = acceptable 0 + rejected 3");
  }

  @Test
  void globalOptionsStandBeforeOrAfterTheCommand() {
    String home = folder.resolve("home").toString();
    CommandRun before =
        CommandRun.withInput("a prompt of some words", "--home", home, "fingerprint");
    CommandRun after =
        CommandRun.withInput("a prompt of some words", "fingerprint", "--home", home);
    assertThat(before.status()).isZero();
    assertThat(before.out()).startsWith("p1.").isEqualTo(after.out());
  }

  @Test
  void fingerprintTakesTheTextOutOfEvents() {
    String line =
        "{\"type\":\"exchange\",\"account\":\"a\",\"prompt\":\"secret words"
            + " here\",\"system\":\"more\"}";
    CommandRun run =
        CommandRun.withInput(
            line + "\n\n", "fingerprint", "--ndjson", "--home", folder.resolve("home").toString());
    assertThat(run.lines()).hasSize(1);
    assertThat(run.out())
        .startsWith("{\"type\":\"exchange\",\"account\":\"a\",\"fingerprint\":\"p1.")
        .doesNotContain("secret", "more");
  }

  @Test
  void aLineThatIsNoJsonIsNamedButNotQuoted() {
    CommandRun run =
        CommandRun.withInput(
            "secret words", "fingerprint", "--ndjson", "--home", folder.resolve("home").toString());
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .endsWith("iolaus: standard input, line 1 is no JSON object%n".formatted())
        .doesNotContain("secret words");
  }

  @Test
  void missingFilesAreFoundBeforeTheDatabaseStarts() throws IOException {
    Path home = folder.resolve("home");
    CommandRun run = CommandRun.of("ingest", "--home", home.toString(), "/no/such/file");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("there is no file /no/such/file");
    assertThat(home).doesNotExist();
    assertThat(CommandRun.of("ingest", "--home", home.toString(), folder.toString()).err())
        .contains("there are no event files in " + folder, "*.ndjson or *.jsonl");
  }

  @Test
  void aPortInUseIsFoundBeforeAnythingElseIsDone() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CommandRun run =
          CommandRun.of(
              "demo",
              "--port",
              Integer.toString(taken.getLocalPort()),
              "--home",
              folder.resolve("home").toString());
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err())
          .isEqualTo(
              "iolaus: port %d of 127.0.0.1 is in use: stop the program that has it, or choose another with --port%n"
                  .formatted(taken.getLocalPort()));
    }
  }

  @Test
  void aHomeThatIsAFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    CommandRun run = CommandRun.withInput("x", "fingerprint", "--home", file.toString());
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("is not a directory: choose another folder with --home");
  }

  @Test
  void rowsAreNotPrintedAsStix() {
    assertThat(CommandRun.of("clusters", "--format", "stix").err())
        .isEqualTo("iolaus: this command cannot print --format stix%n".formatted());
    assertThat(CommandRun.of("clusters", "--format", "xml").status()).isEqualTo(2);
  }
}
