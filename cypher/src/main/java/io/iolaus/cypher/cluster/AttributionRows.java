package io.iolaus.cypher.cluster;

import static io.iolaus.cypher.read.Fields.list;
import static io.iolaus.cypher.read.Fields.text;

import io.iolaus.core.attribution.Attribution;
import io.iolaus.core.attribution.Hypothesis;
import io.iolaus.cypher.cluster.ClusterDetail.OrganizationName;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Turns what a run stored of an attribution into what is shown, with the names of organizations.
final class AttributionRows {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Map<String, OrganizationName> names = new HashMap<>();

  private AttributionRows(Value organizations) {
    list(organizations, v -> new OrganizationName(v.get("id").asString(), v.get("name").asString()))
        .forEach(name -> names.put(name.id(), name));
  }

  static ClusterAttribution attribution(String cluster, MapAccessor record) {
    return new AttributionRows(record.get("organizations")).told(cluster, record);
  }

  /// What was stored; nothing where the cluster was written without.
  static Attribution stored(Value json) {
    String text = text(json);
    return text == null ? Attribution.NONE : JSON.readValue(text, Attribution.class);
  }

  private ClusterAttribution told(String cluster, MapAccessor record) {
    Attribution stored = stored(record.get("attribution"));
    return new ClusterAttribution(
        cluster,
        stored.outcome().id(),
        stored.hypotheses().stream().map(this::ranked).toList(),
        stored.matrix().stream().map(this::row).toList(),
        stored.changes().stream().map(this::change).toList(),
        stored.statements().stream().map(this::statement).toList(),
        ClusterRows.run(record.get("run")));
  }

  private ClusterAttribution.Ranked ranked(Hypothesis h) {
    OrganizationName organization = name(h.organization());
    return new ClusterAttribution.Ranked(
        word(h.kind()),
        organization,
        label(h.kind(), organization),
        h.confidence(),
        h.logOdds(),
        h.named());
  }

  /// In the words of an analyst.
  static String label(Hypothesis.Kind kind, @Nullable OrganizationName organization) {
    return switch (kind) {
      case ORGANIZATION -> organization == null ? "" : organization.name();
      case DECEPTION ->
          "Somebody plants signs of " + (organization == null ? "" : organization.name());
      case UNKNOWN -> "Nobody known";
    };
  }

  private ClusterAttribution.Row row(Attribution.Row row) {
    return new ClusterAttribution.Row(
        name(row.organization()), row.kind(), row.found(), row.reach(), row.text(), row.bits());
  }

  private ClusterAttribution.Change change(Attribution.Change change) {
    return new ClusterAttribution.Change(
        change.added() ? "with" : "without",
        named(change.organization()),
        change.kind(),
        word(change.leader()),
        name(change.leading()),
        change.confidence(),
        change.outcome().id());
  }

  private ClusterAttribution.Statement statement(Attribution.Statement said) {
    return new ClusterAttribution.Statement(
        named(said.organization()),
        said.said(),
        said.by(),
        said.at(),
        said.campaign(),
        said.reference(),
        said.status().id());
  }

  private @Nullable OrganizationName name(@Nullable String id) {
    return id == null ? null : named(id);
  }

  private OrganizationName named(String id) {
    return names.getOrDefault(id, new OrganizationName(id, id));
  }

  private static String word(Hypothesis.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /// Deceptions that were weighed, for the list of hypotheses.
  static List<Hypothesis> deceptions(Attribution stored) {
    return stored.hypotheses().stream().filter(h -> h.kind() == Hypothesis.Kind.DECEPTION).toList();
  }
}
