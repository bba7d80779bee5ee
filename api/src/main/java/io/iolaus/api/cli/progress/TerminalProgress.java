package io.iolaus.api.cli.progress;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// A bar with rate and time left.
final class TerminalProgress extends Progress {

  private static final int WIDTH = 100;

  private final PrintStream out;
  private @Nullable ProgressBar bar;

  TerminalProgress(PrintStream out) {
    this.out = out;
  }

  @Override
  void show(State state) {
    ProgressBar shown = bar;
    if (shown == null) {
      ProgressBarBuilder builder =
          new ProgressBarBuilder()
              .setTaskName(state.task())
              .setInitialMax(state.total() > 0 ? state.total() : -1)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(250)
              .startsFrom(0, state.elapsed())
              .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH));
      if (!state.unit().isEmpty()) {
        builder.setUnit(" " + state.unit(), 1).showSpeed();
      }
      shown = builder.build();
      bar = shown;
    }
    if (state.total() > 0) {
      shown.maxHint(state.total());
    }
    shown.setExtraMessage(state.more().isEmpty() ? "" : " " + state.more());
    shown.stepTo(Math.max(0, state.done()));
  }

  @Override
  void end(String name) {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
