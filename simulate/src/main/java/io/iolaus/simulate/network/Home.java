package io.iolaus.simulate.network;

import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.TimeFrame;

/// A home connection: an IPv4 address that changes within its /24 now and then, and, in some homes,
/// an IPv6 /64 besides.
public final class Home implements Addresses {

  private final AddressRange block;
  private final RandomStream leases;
  private final long lease;
  private final String prefix6;
  private final double share6;

  Home(Networks.Isp isp, RandomStream choices) {
    this.block = isp.range().part(choices.nextInt(256), 24);
    this.leases = choices.child("leases");
    this.lease = choices.between(9, 90) * TimeFrame.DAY;
    this.prefix6 = isp.block() + ":" + hex(choices) + ":" + hex(choices) + ":";
    this.share6 = choices.chance(0.3) ? choices.between(0.3, 0.8) : 0;
  }

  @Override
  public String pick(long at, RandomStream session) {
    if (session.chance(share6)) {
      return prefix6 + hex(session) + ":" + hex(session) + ":" + hex(session) + ":" + hex(session);
    }
    return address4(at);
  }

  /// The IPv4 address at this time.
  public String address4(long at) {
    return block.address(1 + leases.child(at / lease).nextInt(254));
  }

  private static String hex(RandomStream random) {
    return Integer.toHexString(random.between(0x1000, 0xffff));
  }
}
