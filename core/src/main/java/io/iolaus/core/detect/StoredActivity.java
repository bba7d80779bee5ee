package io.iolaus.core.detect;

import io.iolaus.core.activity.ActivityProfile;
import io.iolaus.core.activity.ActivityWindow;
import io.iolaus.core.activity.Dimension;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// One account's activity in the window of a run, as the bytes it is stored in: a run holds that of
/// all accounts, asks a few times for each, and has a tenth of the objects in memory that way.
public final class StoredActivity {

  /// What a run asks of activity: language is no evidence, and clients are things that are shared.
  private static final Set<Dimension> JUDGED_BY = EnumSet.of(Dimension.MODEL, Dimension.CAPABILITY);

  private static final byte[] NONE = new ActivityProfile().toBytes();

  private final byte[] bytes;
  private final LocalDate from;
  private final LocalDate to;

  /// @param bytes of an {@link ActivityProfile}, not to be changed
  /// @param from first day of the window
  /// @param to last day of the window
  public StoredActivity(byte[] bytes, LocalDate from, LocalDate to) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
  }

  /// No activity.
  public static StoredActivity none() {
    return new StoredActivity(NONE, LocalDate.EPOCH, LocalDate.EPOCH);
  }

  /// Whether it is the same activity in the same window.
  boolean same(StoredActivity other) {
    return from.equals(other.from) && to.equals(other.to) && Arrays.equals(bytes, other.bytes);
  }

  /// Reads it, anew each time.
  ///
  /// @throws IllegalArgumentException if the bytes are damaged or of an unknown version
  public ActivityWindow read() {
    return ActivityProfile.fromBytes(bytes, JUDGED_BY).window(from, to);
  }
}
