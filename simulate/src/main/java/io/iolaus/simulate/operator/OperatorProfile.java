package io.iolaus.simulate.operator;

import io.iolaus.simulate.world.StartTimes;
import java.util.List;

/// How one operator works: its size, and for each kind of trace how much trouble it takes to hide
/// it.
///
/// @param accounts opened in all, replaced ones included
/// @param firstDay first day of use, counted from the start of the time frame
/// @param lastDay the day after the last one
/// @param capabilities wanted, the most wanted first
public record OperatorProfile(
    String name,
    int accounts,
    long exchanges,
    int firstDay,
    int lastDay,
    List<String> capabilities,
    Exits exits,
    Cards cards,
    Machines machines,
    Opening opening,
    Dealing dealing,
    Prompting prompting,
    Traces traces) {

  /// Where the traffic comes out.
  ///
  /// @param reseller uses the shared pool of the proxy reseller, else rents racks of its own
  /// @param perAccount addresses for each account
  /// @param vpn share of the leases that are exits of a consumer VPN, which strangers use too
  /// @param sticky minutes that an account keeps its address; 0: another one each call
  public record Exits(boolean reseller, double perAccount, double vpn, int sticky) {}

  /// What it pays with.
  ///
  /// @param issuer of virtual cards (0 … 5), or -1 for cards of ordinary banks
  /// @param fewest accounts on one card
  /// @param most accounts on one card
  public record Cards(int issuer, int fewest, int most) {}

  /// How many accounts share a device and a TLS stack.
  public record Machines(int perDevice, int perTls) {}

  /// How the accounts come into being.
  ///
  /// @param waves in which they are opened
  /// @param hours that a wave lasts
  /// @param aged share that was bought with some age
  /// @param banned share that is suspended and replaced within hours
  public record Opening(int waves, int hours, double aged, double banned) {}

  /// How the work is dealt to the accounts.
  ///
  /// @param starts when jobs begin
  /// @param zone hours ahead of UTC
  /// @param gap mean seconds between two exchanges of a job
  /// @param jitter seconds by which each exchange may be late
  /// @param job mean exchanges in a job
  public record Dealing(StartTimes starts, int zone, double gap, double jitter, int job) {}

  /// How the prompts are made.
  ///
  /// @param skeletons for each capability
  /// @param wordings of each line of a skeleton
  /// @param shuffled the lines come in another order each time
  /// @param cover share of traffic that is everyday text
  /// @param foreign share of skeletons in another language
  public record Prompting(
      int skeletons, int wordings, boolean shuffled, double cover, double foreign) {}

  /// What ties it to its organization, or to another one.
  ///
  /// @param domains accounts under a mail domain of the organization
  /// @param slips share of exchanges that leave from the organization's own range
  /// @param billingNames accounts whose invoice names the organization
  /// @param affiliates verified members of the organization who tried the prompts themselves
  /// @param claimed a third party says that the organization operates it
  /// @param planted false traces towards another organization instead
  /// @param vouched share of accounts that the proxy reseller vouches for
  /// @param pivots moves to a new model within hours of its release
  public record Traces(
      int domains,
      double slips,
      int billingNames,
      int affiliates,
      boolean claimed,
      boolean planted,
      double vouched,
      boolean pivots) {

    /// Kinds of evidence that point to the organization which is truly behind it.
    public int evidence() {
      return planted
          ? 0
          : (domains > 0 ? 1 : 0)
              + (slips > 0 ? 1 : 0)
              + (billingNames > 0 ? 1 : 0)
              + (affiliates > 0 ? 1 : 0)
              + (claimed ? 1 : 0);
    }
  }
}
