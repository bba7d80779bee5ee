package io.iolaus.ingest.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.ingest.crash.Kill.Victim;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// One load that is killed again and again until it is through.
final class CrashLoad {

  private static final int LONGEST_RUN = 5;
  private static final int LONGEST_WAIT_MICROS = 12_000;
  private static final Duration TOLD = Duration.ofMillis(50);

  private final DatabaseProcess database;
  private final String classPath;
  private final Path work;
  private final List<String> arguments;
  private final Random random;
  private final List<Step> steps = new ArrayList<>();
  private final List<Kill> kills = new ArrayList<>();

  /// @param work folder for what workers share and complain about
  /// @param random decides when to kill
  CrashLoad(
      DatabaseProcess database,
      String classPath,
      Path work,
      Path home,
      CrashWorld world,
      Random random) {
    this.database = database;
    this.classPath = classPath;
    this.work = work;
    this.random = random;
    arguments =
        Stream.concat(
                Stream.of(
                    database.uri(), DatabaseProcess.PASSWORD, home.toString(), "60000", "15000"),
                world.files().stream().map(Path::toString))
            .toList();
  }

  /// Loads undisturbed.
  void run() throws IOException, InterruptedException {
    try (WorkerProcess worker = worker()) {
      assertThat(worker.awaitEnd()).as("exit status, see %s", errors()).isZero();
      steps.addAll(worker.steps());
    }
  }

  /// Kills at most this often, then lets the load come to its end.
  void runKilling(int most) throws IOException, InterruptedException {
    while (kills.size() < most) {
      try (WorkerProcess worker = worker()) {
        if (killAll(worker, most)) {
          return;
        }
      }
    }
    run();
  }

  /// Kills until this worker is gone; true if it ends by itself.
  private boolean killAll(WorkerProcess worker, int most) throws IOException, InterruptedException {
    int told = 0;
    while (kills.size() < most) {
      told += 1 + random.nextInt(LONGEST_RUN);
      boolean reached = worker.awaitSteps(told);
      Thread.sleep(Duration.ofNanos(1000L * random.nextInt(LONGEST_WAIT_MICROS)));
      if (!reached || !worker.isAlive()) {
        break;
      }
      Victim victim = victim();
      kill(victim, worker);
      if (victim != Victim.DATABASE) {
        return false;
      }
      told = worker.steps().size();
    }
    assertThat(worker.awaitEnd()).as("exit status, see %s", errors()).isZero();
    steps.addAll(worker.steps());
    return true;
  }

  private Victim victim() {
    // The start of a database costs far more than that of a worker.
    return switch (kills.size() % 12) {
      case 4 -> Victim.DATABASE;
      case 9 -> Victim.BOTH;
      default -> Victim.WORKER;
    };
  }

  private void kill(Victim victim, WorkerProcess worker) throws IOException, InterruptedException {
    boolean databaseFirst = random.nextBoolean();
    if (victim == Victim.DATABASE || (victim == Victim.BOTH && databaseFirst)) {
      database.kill();
    }
    if (victim != Victim.DATABASE) {
      worker.kill();
    }
    if (victim == Victim.BOTH && !databaseFirst) {
      database.kill();
    }
    // With the victims gone no commit can follow what has been told by now.
    Thread.sleep(TOLD);
    List<Step> before = worker.steps();
    kills.add(
        new Kill(
            victim,
            before.isEmpty() ? Step.Kind.END : before.getLast().kind(),
            steps.size() + before.size()));
    if (victim != Victim.DATABASE) {
      steps.addAll(before);
    }
    if (victim != Victim.WORKER) {
      database.restart();
    }
  }

  private WorkerProcess worker() throws IOException {
    return WorkerProcess.start(classPath, work.resolve("worker.jsa"), errors(), arguments);
  }

  private Path errors() {
    return work.resolve("worker-errors.log");
  }

  List<Step> steps() {
    return steps;
  }

  List<Kill> kills() {
    return kills;
  }
}
