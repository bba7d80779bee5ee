package io.iolaus.ingest.write;

import io.iolaus.cypher.write.GraphRow;
import io.iolaus.ingest.fold.AccountFold;
import io.iolaus.ingest.fold.ByteOrder;
import io.iolaus.ingest.fold.EntityFold;
import io.iolaus.ingest.fold.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Writes nodes that are the sum of statements: networks, organizations, models, claims, verdicts.
final class EntityWriter {

  private final PartContext context;
  private final NetworkLinks networks;
  private boolean tookAddresses;

  EntityWriter(PartContext context, NetworkLinks networks) {
    this.context = context;
    this.networks = networks;
  }

  /// Writes entities that have parts of their own.
  void write(List<EntityFold> entities) {
    Map<EntityFold.Kind, TreeMap<String, EntityFold>> byKind = new TreeMap<>();
    for (EntityFold entity : entities) {
      context.tally().statements(entity.lines());
      byKind
          .computeIfAbsent(entity.kind(), _ -> new TreeMap<>(ByteOrder::compare))
          .put(entity.key(), entity);
    }
    byKind.forEach((kind, folds) -> {
      List<String> created = write(kind, folds, Map.of());
      switch (kind) {
        case NETWORK -> tookAddresses = networks.take(context.transaction(), created);
        case CLAIM -> linkClaims(folds);
        case ORGANIZATION, MODEL, VERDICT -> {}
      }
    });
  }

  /// Whether new networks have taken addresses.
  boolean tookAddresses() {
    return tookAddresses;
  }

  /// Writes the verdicts of accounts, which exist.
  void writeVerdicts(List<AccountFold> accounts) {
    TreeMap<String, EntityFold> folds = new TreeMap<>(ByteOrder::compare);
    Map<String, Map<String, Object>> extras = new HashMap<>();
    List<Map<String, Object>> links = new ArrayList<>();
    for (AccountFold account : accounts) {
      for (EntityFold verdict : account.verdicts().values()) {
        String id = account.id() + Fact.SEPARATOR + verdict.key();
        folds.put(id, verdict);
        extras.put(id, Map.of("account", account.id(), "by", verdict.key()));
        links.add(Map.of("id", id, "account", account.id()));
      }
    }
    write(EntityFold.Kind.VERDICT, folds, extras);
    context.transaction().runAll("verdict-about", links);
  }

  /// Writes entities of one kind by id; returns the ids of those that are new.
  private List<String> write(
      EntityFold.Kind kind,
      SortedMap<String, EntityFold> folds,
      Map<String, Map<String, Object>> extras) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    List<String> created = new ArrayList<>();
    List<Map<String, Object>> writes = new ArrayList<>();
    for (GraphRow row : context.transaction().runAll(name + "-lock", List.copyOf(folds.keySet()))) {
      String id = row.text("id");
      EntityFold fold = folds.get(id);
      if (fold == null) {
        throw new IllegalStateException(name + "-lock gave back a row that was not asked for");
      }
      if (row.isNull("facts")) {
        created.add(id);
      }
      // An organization that was only mentioned counts as made by its own first line: which of the
      // two
      // came first must not show.
      if (row.texts("facts").isEmpty() && (row.isNull("facts") || isOrganization(fold))) {
        context.tally().created(fold.firstTag());
      }
      Map<String, Object> properties = merge(fold, row);
      if (!properties.isEmpty()) {
        properties.putAll(extras.getOrDefault(id, Map.of()));
        writes.add(Map.of("id", id, "properties", properties));
      }
    }
    context.transaction().runAll(name + "-write", writes);
    return created;
  }

  private static boolean isOrganization(EntityFold fold) {
    return fold.kind() == EntityFold.Kind.ORGANIZATION;
  }

  private Map<String, Object> merge(EntityFold fold, GraphRow row) {
    FactSet facts = FactSet.stored(row.texts("facts"), row.numbers("factsKnown"));
    boolean isNew = row.isNull("facts");
    boolean changed = isNew;
    Optional<String> read = read(fold.kind(), facts);
    for (Map.Entry<Fact, Integer> entry : fold.facts().firstLines().entrySet()) {
      if (facts.add(entry.getKey(), context.recording().at())) {
        changed = true;
        context.tally().stated(entry.getValue());
      }
    }
    if (!changed) {
      return new HashMap<>();
    }
    Map<String, Object> properties = EntityProperties.of(fold.kind(), facts);
    if (!isNew && !read(fold.kind(), facts).equals(read)) {
      properties.put("changed", context.recording().stamp());
    }
    return properties;
  }

  /// What a detection run reads of an entity when it reads the accounts that lead to it.
  private static Optional<String> read(EntityFold.Kind kind, FactSet facts) {
    return switch (kind) {
      case NETWORK -> facts.held("use");
      case ORGANIZATION -> facts.held("kind");
      case MODEL, CLAIM, VERDICT -> Optional.empty();
    };
  }

  private void linkClaims(Map<String, EntityFold> claims) {
    TreeSet<String> organizations = new TreeSet<>(ByteOrder::compare);
    List<Map<String, Object>> links = new ArrayList<>();
    claims.forEach((id, fold) ->
        fold.facts().firstLines().keySet().stream()
            .filter(fact -> fact.field().equals("organization"))
            .forEach(fact -> {
              organizations.add(fact.value());
              links.add(Map.of("id", id, "organization", fact.value()));
            }));
    context.transaction().runAll("organization-mention", List.copyOf(organizations));
    context.transaction().runAll("claim-about", links);
  }
}
