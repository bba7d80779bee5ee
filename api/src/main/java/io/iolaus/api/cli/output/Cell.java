package io.iolaus.api.cli.output;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One value of a row. {@link #text} is its form in CSV and tables, as the event format fixes it.
public sealed interface Cell {

  String text();

  record Text(@Nullable String value) implements Cell {
    @Override
    public String text() {
      return value == null ? "" : value;
    }
  }

  record Count(long value) implements Cell {
    @Override
    public String text() {
      return Long.toString(value);
    }
  }

  /// A number in 0..1, with four decimals.
  record Share(double value) implements Cell {
    @Override
    public String text() {
      return String.format(Locale.ROOT, "%.4f", value);
    }
  }

  /// Any number: a whole one without decimals, others with six; empty where there is none.
  record Measure(double value) implements Cell {
    @Override
    public String text() {
      if (!Double.isFinite(value)) {
        return "";
      }
      return value == Math.rint(value)
          ? String.format(Locale.ROOT, "%.0f", value)
          : String.format(Locale.ROOT, "%.6f", value);
    }
  }

  /// Evidence in bits, with two decimals.
  record Bits(double value) implements Cell {
    @Override
    public String text() {
      // no minus before a zero
      return String.format(Locale.ROOT, "%.2f", Math.abs(value) < 0.005 ? 0.0 : value);
    }
  }

  record Time(@Nullable Instant value) implements Cell {
    @Override
    public String text() {
      return value == null ? "" : value.toString();
    }
  }

  /// Joined by `+`, in the order given.
  record Texts(List<String> values) implements Cell {
    public Texts {
      values = List.copyOf(values);
    }

    @Override
    public String text() {
      return String.join("+", values);
    }
  }
}
