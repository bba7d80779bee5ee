package io.iolaus.simulate.world;

import org.jspecify.annotations.Nullable;

/// One API account with what is said of it at its creation, and its truth.
///
/// @param createdAt epoch milliseconds
public record Account(
    String id,
    long createdAt,
    String emailDomain,
    String country,
    String plan,
    @Nullable String organization,
    @Nullable Boolean verified,
    Label label) {}
