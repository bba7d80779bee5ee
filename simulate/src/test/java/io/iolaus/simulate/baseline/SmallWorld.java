package io.iolaus.simulate.baseline;

import io.iolaus.simulate.scoring.Result;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A few accounts, made line by line as events.
final class SmallWorld {

  private final ObservationBuilder builder = new ObservationBuilder();

  /// One line, in which single quotes stand for double ones.
  SmallWorld line(String json) {
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    builder.line(bytes, 0, bytes.length);
    return this;
  }

  SmallWorld account(String id) {
    return line("{'type':'account','id':'%s','createdAt':'2026-05-01T08:00:00Z'}".formatted(id));
  }

  SmallWorld suspended(String id) {
    return line(
        "{'type':'account','id':'%s','createdAt':'2026-05-01T08:00:00Z','status':'suspended'}"
            .formatted(id));
  }

  SmallWorld card(String token, String... accounts) {
    for (String account : accounts) {
      line(
          "{'type':'payment','account':'%s','instrument':'%s','at':'2026-05-01T09:00:00Z'}"
              .formatted(account, token));
    }
    return this;
  }

  SmallWorld identifier(String kind, String value, String... accounts) {
    for (String account : accounts) {
      line(
          "{'type':'identifier','account':'%s','kind':'%s','value':'%s','at':'2026-05-01T09:00:00Z'}"
              .formatted(account, kind, value));
    }
    return this;
  }

  SmallWorld address(String ip, String... accounts) {
    for (String account : accounts) {
      exchange(account, "2026-05-02T10:00:00Z", "'ip':'" + ip + "'");
    }
    return this;
  }

  SmallWorld prompt(String text, String... accounts) {
    for (String account : accounts) {
      exchange(account, "2026-05-02T10:00:00Z", "'prompt':'" + text + "'");
    }
    return this;
  }

  SmallWorld exchange(String account, String at, String rest) {
    return line("{'type':'exchange','account':'%s','at':'%s',%s}".formatted(account, at, rest));
  }

  /// Accounts `prefix0`, `prefix1` …
  static String[] many(String prefix, int count) {
    String[] ids = new String[count];
    for (int i = 0; i < count; i++) {
      ids[i] = prefix + i;
    }
    return ids;
  }

  Observations observe() {
    return builder.build();
  }

  /// What a baseline finds, groups as sets of accounts.
  Set<Set<String>> found(Baseline baseline, Parameters parameters) {
    return groups(baseline.run(builder.build(), parameters));
  }

  static Set<Set<String>> groups(Result result) {
    Map<String, Set<String>> groups = new TreeMap<>();
    result
        .labelled()
        .forEach(
            (account, group) -> groups.computeIfAbsent(group, _ -> new TreeSet<>()).add(account));
    return groups.values().stream().collect(Collectors.toSet());
  }

  /// Settings that keep every group of three or more.
  static Parameters all() {
    return Parameters.NONE.with(Parameters.LEAST, 3).with(Parameters.FLAGGED, "no");
  }
}
