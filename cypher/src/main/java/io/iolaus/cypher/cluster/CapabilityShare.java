package io.iolaus.cypher.cluster;

/// How much of a cluster's exchanges went to one capability; `share` in 0..1.
public record CapabilityShare(String id, long exchanges, double share) {}
