package io.iolaus.api.search;

/// A prompt family whose skeleton a pasted prompt resembles.
///
/// @param similarity in 0..1: the share of the shingles compared that both have
/// @param common how many shingles both have
record AlikeFamily(String id, String detail, double similarity, int common) {}
