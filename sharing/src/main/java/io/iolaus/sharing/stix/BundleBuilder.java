package io.iolaus.sharing.stix;

import io.iolaus.cypher.report.ClusterReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes the objects of one bundle from one report.
final class BundleBuilder {

  private static final String METHOD_VERSION = "1";
  private static final double LEAST_TARGET_SHARE = 0.05;
  // Capabilities come in with the events: only plain words go out.
  private static final Pattern PLAIN_WORD = Pattern.compile("[a-z]{2,20}(-[a-z]{2,20}){0,3}");
  private static final List<String> EVIDENCE_KINDS =
      List.of("payment", "network", "client", "prompt", "timing", "creation");

  private final StixIds ids;
  private final ClusterReport report;
  private final Contributor contributor;
  private final String created;
  private final String modified;
  private final int confidence;
  private final String lab;
  private final String duties;
  private final List<String> markings;
  private final List<StixObject> objects = new ArrayList<>();

  BundleBuilder(StixIds ids, Contributor contributor, ClusterReport report) {
    this.ids = ids;
    this.contributor = contributor;
    this.report = report;
    // Graph time, so that one input gives one bundle wherever and whenever it is made.
    this.created = StixTime.hour(report.since());
    this.modified =
        StixTime.hour(report.asOf().isBefore(report.since()) ? report.since() : report.asOf());
    this.confidence = (int) Math.round(100 * Math.clamp(report.score(), 0, 1));
    this.lab = ids.own("identity", contributor.name());
    this.duties = ids.own("marking-definition", contributor.name(), Texts.DUTIES);
    this.markings = List.of(Tlp.AMBER.id, duties);
  }

  Bundle build() {
    objects.add(Tlp.CLEAR.definition());
    objects.add(Tlp.AMBER.definition());
    objects.add(statement());
    objects.add(Fixed.project());
    objects.add(Fixed.metrics());
    objects.add(
        new StixObject.Identity(
            lab, lab, Fixed.SINCE, Fixed.SINCE, markings, contributor.name(), "organization"));
    StixObject.IntrusionSet cluster = cluster();
    objects.add(cluster);
    objects.add(note(cluster));
    addNetworks(cluster);
    return new Bundle(ids.own("bundle", report.id(), modified), objects);
  }

  private StixObject statement() {
    return new StixObject.MarkingDefinition(
        duties,
        lab,
        Fixed.SINCE,
        "Duties of recipients",
        "statement",
        new StixObject.Statement(Texts.DUTIES),
        null);
  }

  private StixObject.IntrusionSet cluster() {
    String alias = ids.alias(report.id());
    List<StixObject.TargetShare> targets = targets();
    return new StixObject.IntrusionSet(
        ids.own("intrusion-set", report.id()),
        lab,
        created,
        modified,
        confidence,
        markings,
        alias,
        Texts.description(alias),
        time(report.firstSeen()),
        time(report.lastSeen()),
        targets.stream().map(StixObject.TargetShare::capability).toList(),
        Map.of(
            Fixed.METRICS,
            new StixObject.ClusterMetrics(
                "property-extension",
                Ranges.accounts(report.accounts()),
                Ranges.exchanges(report.exchanges()),
                kinds(),
                targets,
                "machine",
                "iolaus",
                METHOD_VERSION)));
  }

  private List<StixObject.TargetShare> targets() {
    return report.targets().stream()
        .filter(
            t -> t.share() >= LEAST_TARGET_SHARE && PLAIN_WORD.matcher(t.capability()).matches())
        .map(t -> new StixObject.TargetShare(t.capability(), Ranges.share(t.share())))
        .toList();
  }

  private List<String> kinds() {
    return EVIDENCE_KINDS.stream().filter(report.facets()::contains).toList();
  }

  private StixObject note(StixObject.IntrusionSet cluster) {
    return new StixObject.Note(
        ids.own("note", report.id()),
        lab,
        created,
        modified,
        markings,
        "Grounds of " + cluster.name(),
        Texts.evidence(kinds().size(), Ranges.accounts(report.accounts())),
        List.of(cluster.id()));
  }

  /// One infrastructure for each use, with the systems and ranges it consists of.
  private void addNetworks(StixObject.IntrusionSet cluster) {
    Map<String, SortedSet<String>> partsByUse = new TreeMap<>();
    Map<String, StixObject> observables = new TreeMap<>();
    List<StixObject> belongings = new ArrayList<>();
    for (ClusterReport.AutonomousSystem system : NetworkPolicy.systems(report)) {
      add(observables, partsByUse, system.use(), Observables.system(system.number(), markings));
    }
    for (ClusterReport.AddressRange range : NetworkPolicy.ranges(report)) {
      StixObject value = Observables.range(range.prefix(), markings);
      // A range of several uses is listed under each.
      range.uses().forEach(use -> add(observables, partsByUse, use, value));
      for (long number : range.asns()) {
        String system = Observables.system(number, markings).id();
        if (observables.containsKey(system)) {
          belongings.add(relationship(value.id(), "belongs-to", system));
        }
      }
    }
    objects.addAll(observables.values());
    partsByUse.forEach((use, parts) -> addInfrastructure(cluster, use, parts));
    objects.addAll(belongings);
  }

  private static void add(
      Map<String, StixObject> observables,
      Map<String, SortedSet<String>> partsByUse,
      String use,
      StixObject observable) {
    observables.put(observable.id(), observable);
    partsByUse.computeIfAbsent(use, u -> new TreeSet<>()).add(observable.id());
  }

  private void addInfrastructure(
      StixObject.IntrusionSet cluster, String use, SortedSet<String> parts) {
    boolean hides = use.equals("vpn") || use.equals("proxy");
    StixObject.Infrastructure infrastructure =
        new StixObject.Infrastructure(
            ids.own("infrastructure", report.id(), use),
            lab,
            created,
            modified,
            confidence,
            markings,
            "Networks (" + use + ") used by " + cluster.name(),
            List.of(hides ? "anonymization" : "unknown"));
    objects.add(infrastructure);
    objects.add(relationship(cluster.id(), "uses", infrastructure.id()));
    parts.forEach(part -> objects.add(relationship(infrastructure.id(), "consists-of", part)));
  }

  private StixObject relationship(String source, String type, String target) {
    return new StixObject.Relationship(
        // The cluster is part of the id: another cluster's bundle has its own say about the same
        // range.
        ids.own("relationship", report.id(), source, type, target),
        lab,
        created,
        modified,
        confidence,
        markings,
        type,
        source,
        target);
  }

  private static @Nullable String time(java.time.@Nullable Instant instant) {
    return instant == null ? null : StixTime.hour(instant);
  }
}
