package io.iolaus.cypher.cluster;

/// The organization that a cluster is linked to above the naming threshold; `confidence` in 0..1.
public record NamedOrganization(String id, String name, double confidence) {}
