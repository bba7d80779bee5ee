package io.iolaus.core.act;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What speaks for an account among many that are decided about at once. Each is weak by itself:
/// operators buy old accounts and pay their bills. Thresholds were set by judgement, not measured.
public enum InnocenceSign {
  /// Created 180 days or more before the median of its cluster's accounts: it was there long before
  /// the operator's.
  TENURE,
  /// Paid on three days or more, over 90 days or more from the first to the last.
  SPEND,
  /// One kind of evidence ties it to its cluster at most: where that is wrong, so is all of it.
  ONE_KIND,
  /// Half or more of those who use what it shares with its cluster are not in the cluster, whatever
  /// of it is taken.
  WIDELY_SHARED;

  private static final Duration LONG_BEFORE = Duration.ofDays(180);
  private static final int PAID_DAYS = 3;
  private static final Duration PAID_FOR = Duration.ofDays(90);
  private static final double WIDELY = 0.5;

  /// As it stands in answers: `one-kind`.
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Those that an account shows.
  public static Set<InnocenceSign> of(AccountFacts facts) {
    Set<InnocenceSign> signs = EnumSet.noneOf(InnocenceSign.class);
    Instant created = facts.createdAt();
    Instant median = facts.clusterCreatedAt();
    if (created != null && median != null && !created.isAfter(median.minus(LONG_BEFORE))) {
      signs.add(TENURE);
    }
    Instant first = facts.firstPaid();
    Instant last = facts.lastPaid();
    if (facts.paidDays() >= PAID_DAYS
        && first != null
        && last != null
        && !last.isBefore(first.plus(PAID_FOR))) {
      signs.add(SPEND);
    }
    if (facts.kinds() <= 1) {
      signs.add(ONE_KIND);
    }
    Double outside = facts.outside();
    if (outside != null && outside >= WIDELY) {
      signs.add(WIDELY_SHARED);
    }
    return signs;
  }
}
