package io.iolaus.cypher.cluster;

import static io.iolaus.cypher.read.Fields.count;
import static io.iolaus.cypher.read.Fields.flag;
import static io.iolaus.cypher.read.Fields.instant;
import static io.iolaus.cypher.read.Fields.list;
import static io.iolaus.cypher.read.Fields.numberOrZero;
import static io.iolaus.cypher.read.Fields.numbers;
import static io.iolaus.cypher.read.Fields.text;
import static io.iolaus.cypher.read.Fields.texts;

import io.iolaus.core.attribution.Attribution;
import io.iolaus.cypher.cluster.ClusterDetail.Evidence;
import io.iolaus.cypher.cluster.ClusterDetail.FacetScore;
import io.iolaus.cypher.cluster.ClusterDetail.Hypothesis;
import io.iolaus.cypher.cluster.ClusterDetail.HypothesisEvidence;
import io.iolaus.cypher.cluster.ClusterDetail.OrganizationName;
import io.iolaus.cypher.cluster.ClusterDetail.RunStamp;
import io.iolaus.cypher.cluster.ClusterDetail.Signal;
import io.iolaus.cypher.cluster.ClusterDetail.Supply;
import io.iolaus.cypher.cluster.ClusterDetail.Tenant;
import io.iolaus.cypher.cluster.ClusterDetail.TimelineDay;
import io.iolaus.cypher.entity.EntityType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Turns rows of the cluster statements into records.
final class ClusterRows {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private ClusterRows() {}

  static ClusterSummary summary(Value row) {
    return new ClusterSummary(
        row.get("id").asString(),
        ClusterState.of(row.get("state").asString()),
        numberOrZero(row.get("score")),
        numberOrZero(row.get("linked")),
        numberOrZero(row.get("abusive")),
        count(row.get("accounts")),
        count(row.get("reviewAccounts")),
        count(row.get("exchanges")),
        instant(row.get("firstSeen")),
        instant(row.get("lastSeen")),
        capabilities(row),
        texts(row.get("facets")),
        organization(row));
  }

  /// The list on the cluster fixes which and in what order; the edges know how much.
  private static List<CapabilityShare> capabilities(Value row) {
    return list(
        row.get("targets"),
        t ->
            new CapabilityShare(
                t.get("id").asString(), count(t.get("exchanges")), numberOrZero(t.get("share"))));
  }

  private static @Nullable NamedOrganization organization(Value row) {
    String id = text(row.get("organization"));
    if (id == null || id.isEmpty()) {
      return null;
    }
    String name = text(row.get("organizationName"));
    return new NamedOrganization(id, name == null ? id : name, numberOrZero(row.get("confidence")));
  }

  static Member member(Value row) {
    List<String> facets = texts(row.get("facets"));
    List<Double> bits = numbers(row.get("facetBits"));
    List<Member.FacetBits> both = new ArrayList<>();
    for (int i = 0; i < facets.size(); i++) {
      both.add(new Member.FacetBits(facets.get(i), i < bits.size() ? bits.get(i) : 0));
    }
    return new Member(
        row.get("id").asString(),
        ClusterState.of(row.get("state").asString()),
        numberOrZero(row.get("membership")),
        numberOrZero(row.get("bits")),
        both,
        count(row.get("exchanges")),
        instant(row.get("createdAt")),
        instant(row.get("firstSeen")),
        instant(row.get("lastSeen")),
        text(row.get("status")),
        text(row.get("emailDomain")));
  }

  static ClusterDetail detail(Record record) {
    Value row = record.get("row");
    return new ClusterDetail(
        summary(row),
        facetScores(row),
        json(row.get("signals"), new TypeReference<List<Signal>>() {}),
        list(record.get("evidence"), ClusterRows::evidence),
        count(record.get("evidenceTotal")),
        hypotheses(record.get("hypotheses"), AttributionRows.stored(row.get("attribution"))),
        json(row.get("timeline"), new TypeReference<List<TimelineDay>>() {}),
        supply(record.get("supply")),
        run(record.get("run")));
  }

  /// A cluster of the past; who supplied it is not kept.
  static ClusterDetail past(
      Value row,
      Value evidence,
      long evidenceTotal,
      Value hypotheses,
      Attribution stored,
      List<TimelineDay> timeline,
      Value run) {
    return new ClusterDetail(
        summary(row),
        facetScores(row),
        json(row.get("signals"), new TypeReference<List<Signal>>() {}),
        list(evidence, ClusterRows::evidence),
        evidenceTotal,
        hypotheses(hypotheses, stored),
        timeline,
        null,
        run(run));
  }

  private static @Nullable Supply supply(Value v) {
    return v.isNull()
        ? null
        : new Supply(
            v.get("id").asString(),
            count(v.get("exits")),
            texts(v.get("through")),
            numberOrZero(v.get("share")),
            list(
                v.get("tenants"),
                t ->
                    new Tenant(
                        t.get("id").asString(),
                        ClusterState.of(t.get("state").asString()),
                        count(t.get("accounts")),
                        numberOrZero(t.get("share")))));
  }

  private static List<FacetScore> facetScores(Value row) {
    List<String> facets = texts(row.get("facets"));
    List<Double> bits = numbers(row.get("facetBits"));
    List<Double> without = numbers(row.get("withoutFacet"));
    List<FacetScore> scores = new ArrayList<>();
    for (int i = 0; i < facets.size(); i++) {
      scores.add(
          new FacetScore(
              facets.get(i),
              i < bits.size() ? bits.get(i) : 0,
              i < without.size() ? without.get(i) : 0));
    }
    return scores;
  }

  private static Evidence evidence(Value v) {
    return new Evidence(
        EntityType.ofLabel(v.get("nodeLabel").asString()).text(),
        v.get("key").asString(),
        v.get("label").asString(),
        text(v.get("facet")),
        text(v.get("detector")),
        numberOrZero(v.get("bits")),
        count(v.get("members")),
        count(v.get("total")),
        flag(v.get("discounted")),
        text(v.get("reason")));
  }

  /// What the named hypotheses leave over stands among them: an analyst must see how much nobody
  /// explains.
  private static List<Hypothesis> hypotheses(Value values, Attribution stored) {
    List<Hypothesis> all = new ArrayList<>(list(values, ClusterRows::hypothesis));
    AttributionRows.deceptions(stored).forEach(d -> all.add(deception(d, all)));
    double explained = all.stream().mapToDouble(Hypothesis::confidence).sum();
    all.add(
        new Hypothesis(
            null, "Nobody known", Math.max(0, 1 - explained), false, List.of(), List.of()));
    all.sort(Comparator.comparingDouble(Hypothesis::confidence).reversed());
    return all;
  }

  private static Hypothesis deception(
      io.iolaus.core.attribution.Hypothesis deception, List<Hypothesis> organizations) {
    OrganizationName blamed =
        organizations.stream()
            .map(Hypothesis::organization)
            .filter(o -> o != null && o.id().equals(deception.organization()))
            .findFirst()
            .orElse(null);
    return new Hypothesis(
        null,
        AttributionRows.label(deception.kind(), blamed),
        deception.confidence(),
        false,
        deception.kinds(),
        deception.evidence().stream()
            .map(i -> new HypothesisEvidence(i.kind(), i.text()))
            .toList());
  }

  private static Hypothesis hypothesis(Value v) {
    List<String> kinds = texts(v.get("kinds"));
    List<String> evidence = texts(v.get("evidence"));
    boolean parallel = kinds.size() == evidence.size();
    List<HypothesisEvidence> told = new ArrayList<>();
    for (int i = 0; i < evidence.size(); i++) {
      told.add(new HypothesisEvidence(parallel ? kinds.get(i) : null, evidence.get(i)));
    }
    String id = v.get("id").asString();
    String name = text(v.get("name"));
    var organization = new OrganizationName(id, name == null ? id : name);
    return new Hypothesis(
        organization,
        organization.name(),
        numberOrZero(v.get("confidence")),
        flag(v.get("named")),
        kinds.stream().distinct().toList(),
        told);
  }

  static @Nullable RunStamp run(Value v) {
    return v.isNull()
        ? null
        : new RunStamp(
            v.get("id").asString(), instant(v.get("asOf")), instant(v.get("recordedAt")));
  }

  private static <T> List<T> json(Value value, TypeReference<List<T>> type) {
    String text = text(value);
    return text == null || text.isBlank() ? List.of() : JSON.readValue(text, type);
  }
}
