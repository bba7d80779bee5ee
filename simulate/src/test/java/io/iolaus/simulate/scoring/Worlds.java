package io.iolaus.simulate.scoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Small truths and results for tests.
final class Worlds {

  static final Instant START = Instant.parse("2026-05-01T00:00:00Z");
  static final Instant END = Instant.parse("2026-05-11T00:00:00Z");

  private final Map<String, Truth.Member> accounts = new HashMap<>();
  private final List<Truth.Campaign> campaigns = new ArrayList<>();

  /// Accounts `name0` … of an operator.
  Worlds operator(String name, int size) {
    return operator(name, size, "2", 2);
  }

  Worlds operator(String name, int size, String evasion, int evidence) {
    for (int i = 0; i < size; i++) {
      accounts.put(name + i, new Truth.Member(name, "attack", "", ""));
    }
    campaigns.add(
        new Truth.Campaign(
            name, "org-" + name, size, 100, START, END, List.of(), evidence, "A1", evasion));
    return this;
  }

  Worlds innocent(String account, String role, String decoy, String instance, String variant) {
    accounts.put(account, new Truth.Member("", role, decoy, instance, variant));
    return this;
  }

  Truth truth() {
    return new Truth(accounts, campaigns);
  }

  static Result.Found cluster(String id, double score, String organization) {
    return new Result.Found(
        id, "labelled", score, 1, 1, Optional.empty(), Optional.empty(), organization);
  }

  /// The first `count` accounts of a name are in a cluster.
  static Map<String, String> in(String cluster, String name, int count) {
    Map<String, String> labelled = new HashMap<>();
    for (int i = 0; i < count; i++) {
      labelled.put(name + i, cluster);
    }
    return labelled;
  }

  @SafeVarargs
  static Map<String, String> all(Map<String, String>... parts) {
    Map<String, String> all = new HashMap<>();
    for (Map<String, String> part : parts) {
      all.putAll(part);
    }
    return all;
  }
}
