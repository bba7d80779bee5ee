package io.iolaus.api.paging;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which way a list is sorted.
public enum SortOrder {
  ASC,
  DESC;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether to sort downwards.
  public static boolean descending(@Nullable SortOrder order, boolean otherwise) {
    return order == null ? otherwise : order == DESC;
  }
}
