package io.iolaus.bench.epoch;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Splits generated events: what some accounts did on the last day is held back, part by part, and
/// the rest is loaded first. The last day is the last one on which many act: what generated worlds
/// have behind it is left out. Where fewer act on it than are wanted, others follow with what they
/// did on a last day of their own.
final class HeldBack {

  /// An account's line on a day.
  private record Stamp(String account, String day) {}

  /// The part of what acts on the busiest day.
  private static final double MANY = 0.5;

  private final Path folder;
  private final List<Double> shares;
  private final List<Set<String>> accounts = new ArrayList<>();

  /// The last day of each account.
  private final Map<String, String> lasts = new HashMap<>();

  private String last = "";

  /// @param folder for what is to be loaded, made here
  /// @param shares of all accounts, in percent: what that many of them did is a part
  HeldBack(Path folder, List<Double> shares) {
    this.folder = folder;
    this.shares = List.copyOf(shares);
    shares.forEach(share -> accounts.add(new HashSet<>()));
  }

  /// Splits the files of a folder.
  ///
  /// @param all how many accounts there are
  void split(Path events, int all) throws IOException {
    Files.createDirectories(folder);
    List<Path> files;
    try (Stream<Path> list = Files.list(events)) {
      files = list.filter(file -> file.toString().endsWith(".ndjson.zst")).sorted().toList();
    }
    NavigableMap<String, Set<String>> active = new TreeMap<>();
    for (Path file : files) {
      each(
          file,
          line -> {
            Stamp stamp = stamp(line);
            if (stamp != null) {
              active.computeIfAbsent(stamp.day(), day -> new HashSet<>()).add(stamp.account());
            }
          });
    }
    int most = active.values().stream().mapToInt(Set::size).max().orElse(0);
    active.forEach((day, accounts) -> last = accounts.size() >= MANY * most ? day : last);
    active.headMap(last, true).forEach((day, accounts) -> accounts.forEach(a -> lasts.put(a, day)));
    deal(all);
    List<Writer> parts = new ArrayList<>();
    Writer rest = writer(first());
    for (int i = 0; i < shares.size(); i++) {
      parts.add(writer(part(i)));
    }
    for (Path file : files) {
      each(
          file,
          line -> {
            Writer to = rest;
            Stamp stamp = stamp(line);
            if (stamp != null && stamp.day().compareTo(last) > 0) {
              return;
            }
            if (stamp != null && stamp.day().equals(lasts.get(stamp.account()))) {
              for (int i = 0; i < parts.size(); i++) {
                to = accounts.get(i).contains(stamp.account()) ? parts.get(i) : to;
              }
            }
            to.write(line);
            to.write('\n');
          });
    }
    rest.close();
    for (Writer part : parts) {
      part.close();
    }
  }

  /// Each account is in one part, as far as they go round; they are dealt by their ids.
  private void deal(int all) {
    Map<Boolean, List<String>> byDay =
        lasts.keySet().stream()
            .sorted()
            .collect(
                Collectors.partitioningBy(a -> last.equals(lasts.get(a)), Collectors.toList()));
    List<String> dealt = new ArrayList<>();
    for (boolean onLast : List.of(true, false)) {
      List<String> some = byDay.get(onLast);
      Collections.shuffle(some, new Random(7));
      dealt.addAll(some);
    }
    int from = 1; // somebody must act on the last day in what is loaded first
    for (int i = 0; i < shares.size(); i++) {
      int to = Math.min(dealt.size(), from + (int) (shares.get(i) / 100 * all));
      accounts.get(i).addAll(dealt.subList(Math.min(from, to), to));
      from = to;
    }
  }

  /// What is loaded first.
  Path first() {
    return folder.resolve("first.ndjson.zst");
  }

  /// What a part of the accounts did on their last day.
  Path part(int i) {
    return folder.resolve("part-" + i + ".ndjson.zst");
  }

  /// How many accounts a part is of.
  int accounts(int i) {
    return accounts.get(i).size();
  }

  private static @Nullable Stamp stamp(String line) {
    String account = value(line, "\"account\":\"");
    String at = value(line, "\"at\":\"");
    return account.isEmpty() || at.length() < 10 ? null : new Stamp(account, at.substring(0, 10));
  }

  private static String value(String line, String name) {
    int from = line.indexOf(name);
    return from < 0
        ? ""
        : line.substring(from + name.length(), line.indexOf('"', from + name.length()));
  }

  private interface Lines {
    void take(String line) throws IOException;
  }

  private static void each(Path file, Lines lines) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new ZstdInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.take(line);
      }
    }
  }

  private static Writer writer(Path file) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(
            new ZstdOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8));
  }
}
