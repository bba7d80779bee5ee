package io.iolaus.simulate.scoring;

import io.iolaus.core.event.Decoded;
import io.iolaus.core.event.Event;
import io.iolaus.core.event.EventDecoder;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import io.iolaus.simulate.events.EventFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Results of runs at moments of the past: files as `iolaus members` prints them, `*.csv`, with the
/// moment in their names. `members-2026-05-03.csv` is of a run as of 2026-05-03T00:00:00Z,
/// `members-2026-05-03T12.csv` of one twelve hours later.
public final class RunSeries {

  private static final Pattern MOMENT =
      Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T([0-9]{2}))?");

  private RunSeries() {}

  /// Reads a folder.
  ///
  /// @throws IllegalArgumentException if it holds no such file
  public static SortedMap<Instant, Result> read(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
    SortedMap<Instant, Result> series = new TreeMap<>();
    for (Path file : files) {
      Matcher moment = MOMENT.matcher(file.getFileName().toString());
      if (moment.find()) {
        series.put(instant(file, moment), Result.read(file, null));
      }
    }
    if (series.isEmpty()) {
      throw new IllegalArgumentException(
          folder + " holds no members with a day in their name, as members-2026-05-03.csv");
    }
    return series;
  }

  private static Instant instant(Path file, Matcher moment) {
    try {
      int hour = moment.group(2) == null ? 0 : Integer.parseInt(moment.group(2));
      return LocalDate.parse(moment.group(1)).atTime(hour, 0).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no such day: " + file + "; name it by its run", e);
    }
  }

  /// Judges a series.
  ///
  /// @param world folder with event files and truth
  /// @param series folder with results
  public static Timeliness judge(Path world, Path series) throws IOException {
    Truth truth = Truth.read(world);
    SortedMap<Instant, Result> results = read(series);
    ExchangeCalendar calendar = new ExchangeCalendar(truth);
    SiteSecret secret = SiteSecret.of(new byte[SiteSecret.KEY_BYTES]);
    EventDecoder decoder = new EventDecoder(secret, new PromptSketcher(secret));
    EventFolder.readAll(
        world,
        (buffer, from, to) -> {
          if (decoder.decode(buffer, from, to)
              instanceof Decoded.Accepted(Event.Exchange exchange, var _)) {
            calendar.add(exchange.account(), exchange.atMillis(), exchange.count());
          }
        });
    return Timeliness.of(truth, results, calendar);
  }
}
