package io.iolaus.cypher.subgraph;

/// Accounts that are drawn as one node.
///
/// @param members indices into the members of a [ClusterGraph], the likeliest first
/// @param shared indices into what is shared: what all of them are linked to in the picture, in the
///   order in which edges are dealt out
@SuppressWarnings("ArrayRecordComponent") // read once, never handed out
record Unit(int[] members, int[] shared) {}
