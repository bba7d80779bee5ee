package io.iolaus.sharing.stix;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The objects that may stand in a bundle, each with exactly the properties that may leave. A
/// property that is not here cannot be exported: there is no map that takes any, except the
/// extensions, whose values are records too.
///
/// Absent properties are null; empty lists are left out, as STIX wants it.
@JsonPropertyOrder({"type", "spec_version", "id"})
sealed interface StixObject {

  String id();

  @JsonProperty("type")
  default String type() {
    return id().substring(0, id().indexOf("--"));
  }

  @JsonProperty("spec_version")
  default String specVersion() {
    return "2.1";
  }

  record Identity(
      String id,
      String createdByRef,
      String created,
      String modified,
      List<String> objectMarkingRefs,
      String name,
      String identityClass)
      implements StixObject {}

  record IntrusionSet(
      String id,
      String createdByRef,
      String created,
      String modified,
      int confidence,
      List<String> objectMarkingRefs,
      String name,
      String description,
      @Nullable String firstSeen,
      @Nullable String lastSeen,
      List<String> goals,
      Map<String, ClusterMetrics> extensions)
      implements StixObject {}

  /// Our own property extension of an intrusion set.
  record ClusterMetrics(
      String extensionType,
      String accountCountRange,
      String exchangeCountRange,
      List<String> evidenceKinds,
      List<TargetShare> capabilities,
      String reviewState,
      String method,
      String methodVersion) {}

  record TargetShare(String capability, String shareRange) {}

  record Infrastructure(
      String id,
      String createdByRef,
      String created,
      String modified,
      int confidence,
      List<String> objectMarkingRefs,
      String name,
      List<String> infrastructureTypes)
      implements StixObject {}

  record AutonomousSystem(String id, List<String> objectMarkingRefs, long number)
      implements StixObject {}

  /// An `ipv4-addr` or `ipv6-addr` that is a range.
  record AddressRange(String id, List<String> objectMarkingRefs, String value)
      implements StixObject {}

  record Relationship(
      String id,
      String createdByRef,
      String created,
      String modified,
      int confidence,
      List<String> objectMarkingRefs,
      String relationshipType,
      String sourceRef,
      String targetRef)
      implements StixObject {}

  record Note(
      String id,
      String createdByRef,
      String created,
      String modified,
      List<String> objectMarkingRefs,
      @JsonProperty("abstract") String summary,
      String content,
      List<String> objectRefs)
      implements StixObject {}

  record MarkingDefinition(
      String id,
      @Nullable String createdByRef,
      String created,
      String name,
      @Nullable String definitionType,
      @Nullable Statement definition,
      @Nullable Map<String, TlpExtension> extensions)
      implements StixObject {}

  record Statement(String statement) {}

  record TlpExtension(String extensionType, @JsonProperty("tlp_2_0") String tlp) {}

  record ExtensionDefinition(
      String id,
      String createdByRef,
      String created,
      String modified,
      List<String> objectMarkingRefs,
      String name,
      String description,
      String schema,
      String version,
      List<String> extensionTypes)
      implements StixObject {}
}
