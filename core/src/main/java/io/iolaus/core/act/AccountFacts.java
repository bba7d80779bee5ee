package io.iolaus.core.act;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is looked at to tell whether an account may be innocent.
///
/// @param account its id
/// @param createdAt null where that is not known
/// @param clusterCreatedAt the median of when the accounts of its cluster were created; null where
///   it is in none
/// @param paidDays on how many days it paid
/// @param firstPaid its first payment, null where it never paid
/// @param lastPaid its last one
/// @param kinds how many kinds of evidence tie it to its cluster; 0 in none
/// @param outside of the users of that which it shares with its cluster, the part that is not in
///   the cluster, 0 to 1: where that is least; null where it shares nothing that is told
public record AccountFacts(
    String account,
    @Nullable Instant createdAt,
    @Nullable Instant clusterCreatedAt,
    int paidDays,
    @Nullable Instant firstPaid,
    @Nullable Instant lastPaid,
    int kinds,
    @Nullable Double outside) {}
