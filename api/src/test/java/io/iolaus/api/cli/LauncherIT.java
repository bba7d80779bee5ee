package io.iolaus.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher at the root of the checkout.
class LauncherIT {

  private static final Path LAUNCHER =
      Path.of(System.getProperty("iolaus.root", ".."))
          .toAbsolutePath()
          .normalize()
          .resolve("iolaus");

  @TempDir private Path folder;

  @Test
  void runsThroughALinkFromAnotherFolder() throws Exception {
    Path spaced = Files.createDirectory(folder.resolve("a b"));
    Path link = Files.createSymbolicLink(spaced.resolve("iolaus"), LAUNCHER);
    assertThat(run(link, Map.of(), "version")).matches("(?s)0\niolaus \\S+\njava \\S+ .*");
  }

  @Test
  void prefersAJdkThatIsNewEnoughToTheJavaOnThePath() throws Exception {
    Path old = folder.resolve("old/bin");
    Files.createDirectories(old);
    for (String tool : new String[] {"java", "javac"}) {
      Path file =
          Files.writeString(old.resolve(tool), "#!/bin/sh\necho 'version \"17.0.1\"' >&2\n");
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    Files.writeString(folder.resolve("old/release"), "JAVA_VERSION=\"17.0.1\"\n");
    // This test's own JDK, put where the launcher looks.
    Path jvms = Files.createDirectories(folder.resolve("home/.jdks"));
    Files.createSymbolicLink(jvms.resolve("jdk-25"), Path.of(System.getProperty("java.home")));
    String out =
        run(
            LAUNCHER,
            Map.of(
                "PATH", old + ":" + System.getenv("PATH"),
                "JAVA_HOME", folder.resolve("old").toString(),
                "HOME", folder.resolve("home").toString()),
            "version");
    assertThat(out).startsWith("0\niolaus ");
  }

  @Test
  void takesTheHomeOfTheEnvironment() throws Exception {
    Path home = folder.resolve("no home");
    assertThat(run(LAUNCHER, Map.of("IOLAUS_HOME", home.toString()), "members"))
        .startsWith("1\niolaus: there is no Iolaus home at " + home);
  }

  @Test
  void theHomeOfTheShellHoldsTheHome() throws Exception {
    assertThat(run(LAUNCHER, Map.of("HOME", folder.toString(), "IOLAUS_HOME", ""), "members"))
        .startsWith("1\niolaus: there is no Iolaus home at " + folder.resolve(".iolaus"));
  }

  @Test
  void tooLittleMemoryEndsWithTheRemedy() throws Exception {
    Path out = folder.resolve("out");
    assertThat(
            run(
                LAUNCHER,
                Map.of("IOLAUS_HEAP", "24m"),
                "simulate",
                "--scenario",
                "proving",
                "--seed",
                "1",
                "--scale",
                "M",
                "--out",
                out.toString()))
        .startsWith("1\n")
        .endsWith(
            "iolaus: not enough memory: the program may take 24 MB, give it more with"
                + " IOLAUS_HEAP, for example 6g\n");
  }

  @Test
  void aWorkerTakesAGigabyteOfHeapAndWhatDetectsTakesTwo() throws Exception {
    assertThat(heapMegabytes(Map.of(), "ingest", "--help")).isEqualTo(1024);
    assertThat(heapMegabytes(Map.of(), "--home", "detect", "--debug", "ingest", "--help"))
        .isEqualTo(1024);
    for (String command : new String[] {"demo", "serve", "detect"}) {
      assertThat(heapMegabytes(Map.of(), "--home", "ingest", command, "--help")).isEqualTo(2048);
    }
    assertThat(heapMegabytes(Map.of("IOLAUS_HEAP", "300m"), "ingest", "--help")).isEqualTo(300);
  }

  private long heapMegabytes(Map<String, String> environment, String... args) throws Exception {
    Map<String, String> printing = new HashMap<>(environment);
    printing.put("JDK_JAVA_OPTIONS", "-XX:+PrintCommandLineFlags");
    Matcher bytes = Pattern.compile("MaxHeapSize=(\\d+)").matcher(run(LAUNCHER, printing, args));
    assertThat(bytes.find()).isTrue();
    return Long.parseLong(bytes.group(1)) >> 20;
  }

  private String run(Path program, Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    String[] command = new String[args.length + 1];
    command[0] = program.toString();
    System.arraycopy(args, 0, command, 1, args.length);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("IOLAUS_NO_BUILD", "1"); // Maven is at work already
    builder.environment().remove("NEO4J_URI");
    builder.environment().putAll(environment);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return process.exitValue() + "\n" + out;
  }
}
