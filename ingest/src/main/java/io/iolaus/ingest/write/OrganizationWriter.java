package io.iolaus.ingest.write;

import io.iolaus.ingest.fold.ByteOrder;
import io.iolaus.ingest.fold.FactFold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Links accounts to the organizations they state. Every organization ever stated is a node; the edge
/// leads to the one that holds.
final class OrganizationWriter {

  private static final String FIELD = "organization";

  private final PartContext context;
  private final TreeSet<String> mentioned = new TreeSet<>(ByteOrder::compare);
  private final List<Map<String, Object>> links = new ArrayList<>();

  OrganizationWriter(PartContext context) {
    this.context = context;
  }

  /// Notes organizations that an account has not stated before: the line that does so first makes a
  /// node or an edge.
  void mention(FactFold added, FactSet before) {
    Map<String, Integer> firstTags = new TreeMap<>();
    added
        .firstLines()
        .forEach(
            (fact, tag) -> {
              if (fact.field().equals(FIELD) && !before.states(FIELD, fact.value())) {
                firstTags.merge(fact.value(), tag, Math::min);
              }
            });
    firstTags.forEach(
        (organization, tag) -> {
          mentioned.add(organization);
          context.tally().created(tag);
        });
  }

  /// Notes which edge an account should have, if that is not the one it has.
  void link(String account, StoredAccount before, Map<String, Object> after) {
    @Nullable Object organization = after.get(FIELD);
    if (organization == null) {
      return; // Facts only grow: it had none before either.
    }
    boolean verified = Boolean.TRUE.equals(after.get("verified"));
    boolean wasVerified = !before.row().isNull("verified") && before.row().flag("verified");
    if (verified != wasVerified
        || !Objects.equals(before.row().optionalText(FIELD).orElse(null), organization)) {
      links.add(Map.of("id", account, FIELD, organization, "verified", verified));
    }
  }

  void write() {
    context.transaction().runAll("organization-mention", List.copyOf(mentioned));
    context.transaction().runAll("account-organization", links);
  }
}
