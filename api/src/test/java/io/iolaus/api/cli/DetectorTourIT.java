package io.iolaus.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tour of docs/detectors.md, to the letter: every command of it, through the launcher, in a
/// folder that holds nothing but a link to it.
class DetectorTourIT {

  private static final Path ROOT =
      Path.of(System.getProperty("iolaus.root", "..")).toAbsolutePath().normalize();

  private static final Pattern COMMANDS = Pattern.compile("(?s)\n```sh\n(.*?)```\n");

  @TempDir private Path folder;

  @Test
  void whoFollowsTheTourPublishesADetectorInTenMinutes() throws Exception {
    String page = Files.readString(ROOT.resolve("docs/detectors.md"));
    String tour =
        page.substring(page.indexOf("## Ten minutes"), page.indexOf("## What a detector may be"));
    String script =
        COMMANDS.matcher(tour).results().map(m -> m.group(1)).collect(Collectors.joining());
    assertThat(script.lines().filter(l -> l.startsWith("./iolaus")).count()).isGreaterThan(15);
    Files.createSymbolicLink(folder.resolve("iolaus"), ROOT.resolve("iolaus"));

    long start = System.nanoTime();
    String out = run("set -eux\n" + script);
    System.err.println(
        "the tour took " + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s");

    assertThat(out)
        .contains("shared-referrer@1: all right, 3 cases pass")
        .contains(
            "shared-referrer can be run for some accounts alone: no, because line 18: the node that"
                + " it starts at is more than a variable and a label")
        .contains("backtest-1 of shared-referrer@1", "is recorded; publish may be asked")
        .contains("shared-referrer@1 is proposed by alice")
        .contains("shared-referrer@1 is published: written by alice, approved by bob on backtest-1")
        .contains(
            "-  maxAccounts: {type: integer, default: 60",
            "+  maxAccounts: {type: integer, default: 40")
        .contains("shared-referrer@2 is published: written by alice, approved by bob on backtest-2")
        .contains("shared-referrer@2 is retired by alice");
    assertThat(out.lines().filter(l -> l.startsWith("shared-referrer ")))
        .as("it ran, found links and took its time")
        .anyMatch(
            l -> l.matches("shared-referrer +1 +active +site +client +run-2 +complete +[1-9].*"));
    assertThat(out).endsWith("AS type, 'client' AS facet, members\n");
  }

  private String run(String script) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("tour.sh"), script);
    ProcessBuilder builder =
        new ProcessBuilder("sh", file.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("IOLAUS_NO_BUILD", "1"); // Maven is at work already
    builder.environment().remove("NEO4J_URI");
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(out).isZero();
    return out;
  }
}
