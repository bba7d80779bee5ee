package io.iolaus.core.abuse;

import io.iolaus.core.activity.ActivityDay;
import io.iolaus.core.activity.ActivityWindow;
import io.iolaus.core.activity.Dimension;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What one account looks like by itself, within the window of a run. Never holds country or
/// language: these are no evidence.
///
/// @param createdAt when the account was created; the epoch where that is not known
/// @param suspended whether it was suspended or decided to be fraudulent; accounts closed by their
///   owners are not
/// @param exchanges in the window
/// @param firstDay first active day (days since 1970), 0 without activity
/// @param lastDay last active day
/// @param activeDays days with activity
/// @param capabilities exchanges by capability; those that did not say it are left out
/// @param hours exchanges by hour of the day (24 values)
/// @param networkUse exchanges by use of the network they came from; `unknown` where nothing is
///   known
/// @param addresses distinct addresses
/// @param prefixes distinct neighbourhoods (/24, /48) of these
/// @param instruments distinct payment instruments by kind
public record AccountTraits(
    Instant createdAt,
    boolean suspended,
    long exchanges,
    int firstDay,
    int lastDay,
    int activeDays,
    Map<String, Long> capabilities,
    long[] hours,
    Map<String, Long> networkUse,
    int addresses,
    int prefixes,
    Map<String, Integer> instruments) {

  /// The traits of an account with this activity in the window.
  public static AccountTraits of(
      Instant createdAt,
      boolean suspended,
      ActivityWindow activity,
      Map<String, Long> networkUse,
      int addresses,
      int prefixes,
      Map<String, Integer> instruments) {
    long[] hours = new long[24];
    Map<String, Long> capabilities = new HashMap<>();
    // a run holds these of all accounts, and there are few of them
    activity
        .by(Dimension.CAPABILITY)
        .forEach((capability, count) -> capabilities.put(capability.intern(), count));
    List<ActivityDay> days = activity.days();
    for (ActivityDay day : days) {
      for (int hour = 0; hour < hours.length; hour++) {
        hours[hour] += day.inHour(hour);
      }
    }
    return new AccountTraits(
        createdAt,
        suspended,
        activity.exchanges(),
        days.isEmpty() ? 0 : (int) days.getFirst().date().toEpochDay(),
        days.isEmpty() ? 0 : (int) days.getLast().date().toEpochDay(),
        days.size(),
        capabilities,
        hours,
        networkUse,
        addresses,
        prefixes,
        instruments);
  }

  public AccountTraits {
    capabilities = Map.copyOf(capabilities);
    hours = hours.clone();
    networkUse = Map.copyOf(networkUse);
    instruments = Map.copyOf(instruments);
    if (hours.length != 24) {
      throw new IllegalArgumentException("hours must be 24 values, were " + hours.length);
    }
  }

  /// Whether another account looks the same in all of this.
  public boolean same(AccountTraits other) {
    return createdAt.equals(other.createdAt)
        && suspended == other.suspended
        && exchanges == other.exchanges
        && firstDay == other.firstDay
        && lastDay == other.lastDay
        && activeDays == other.activeDays
        && capabilities.equals(other.capabilities)
        && Arrays.equals(hours, other.hours)
        && networkUse.equals(other.networkUse)
        && addresses == other.addresses
        && prefixes == other.prefixes
        && instruments.equals(other.instruments);
  }
}
