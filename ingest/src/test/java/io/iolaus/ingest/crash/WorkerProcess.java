package io.iolaus.ingest.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A {@link Worker} that can be killed, and what it told so far.
final class WorkerProcess implements AutoCloseable {

  private final Process process;
  private final Path errors;
  private final Thread reader;
  private final List<Step> steps = new ArrayList<>();

  private WorkerProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    reader = Thread.ofPlatform().daemon().name("worker-steps").start(this::read);
  }

  /// Starts a worker.
  ///
  /// @param archive where the first worker to end by itself leaves what makes the next start sooner
  /// @param errors where it writes what goes wrong
  static WorkerProcess start(String classPath, Path archive, Path errors, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Xlog:disable",
            "-XX:+AutoCreateSharedArchive",
            "-XX:SharedArchiveFile=" + archive,
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(List.of("-cp", classPath, Worker.class.getName()));
    command.addAll(arguments);
    return new WorkerProcess(
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
            .start(),
        errors);
  }

  private void read() {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        add(Step.read(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      ended();
    }
  }

  private synchronized void add(Step step) {
    steps.add(step);
    notifyAll();
  }

  private synchronized void ended() {
    notifyAll();
  }

  /// Waits until this many steps were told; false if the worker ends first.
  synchronized boolean awaitSteps(int count) throws InterruptedException {
    while (steps.size() < count && reader.isAlive() && process.isAlive()) {
      wait(20);
    }
    return steps.size() >= count;
  }

  /// What was told so far.
  synchronized List<Step> steps() {
    return List.copyOf(steps);
  }

  /// SIGKILL; returns when the process is gone and everything it told was read.
  void kill() throws InterruptedException {
    process.destroyForcibly();
    awaitEnd();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// Waits for the end; the exit status.
  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      throw new AssertionError("the worker hangs, see " + errors);
    }
    reader.join(Duration.ofMinutes(1));
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
