package io.iolaus.cypher.detect;

import io.iolaus.core.address.IpAddress;
import io.iolaus.core.address.IpPrefix;
import io.iolaus.cypher.entity.EntityRef;
import io.iolaus.cypher.entity.EntityType;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/// Shared things that a run leaves out, as though no detector had found them. A network takes the
/// addresses in it along: nobody who doubts a range believes its addresses.
public final class Ignored {

  private static final Set<EntityType> EVIDENCE =
      EnumSet.of(
          EntityType.PAYMENT,
          EntityType.IP,
          EntityType.NETWORK,
          EntityType.IDENTIFIER,
          EntityType.PROMPT_FAMILY,
          EntityType.PATTERN);

  private final Set<EntityRef> things;
  private final List<IpPrefix> ranges;
  // several detectors ask at once
  private final Set<EntityRef> unmet;

  private Ignored(Set<EntityRef> things, List<IpPrefix> ranges) {
    this.things = things;
    this.ranges = ranges;
    this.unmet = new ConcurrentSkipListSet<>(things);
  }

  /// These things, for one run.
  ///
  /// @throws IllegalArgumentException if one of them is nothing that accounts share
  public static Ignored of(Collection<EntityRef> things) {
    for (EntityRef thing : things) {
      if (!EVIDENCE.contains(thing.type())) {
        throw new IllegalArgumentException(
            "only what accounts share can be ignored ("
                + EVIDENCE.stream().map(EntityType::text).collect(Collectors.joining(", "))
                + "), not "
                + thing);
      }
    }
    List<IpPrefix> ranges =
        things.stream()
            .filter(t -> t.type() == EntityType.NETWORK)
            .map(t -> IpPrefix.parse(t.id()))
            .flatMap(Optional::stream)
            .toList();
    return new Ignored(Set.copyOf(things), ranges);
  }

  /// Whether a thing is left out; remembers that it was met.
  ///
  /// @param label of the node that stands for it
  /// @param key the node's id
  public boolean leavesOut(String label, String key) {
    if (things.isEmpty()) {
      return false;
    }
    EntityType type = EntityType.ofLabel(label);
    EntityRef ref = new EntityRef(type, key);
    if (things.contains(ref)) {
      unmet.remove(ref);
      return true;
    }
    return type == EntityType.IP && inRange(key);
  }

  private boolean inRange(String address) {
    // an IPv6 address stands for its /64
    int slash = address.indexOf('/');
    Optional<IpAddress> ip = IpAddress.parse(slash < 0 ? address : address.substring(0, slash));
    boolean inside = false;
    for (IpPrefix range : ranges) {
      if (ip.isPresent() && range.contains(ip.get())) {
        unmet.remove(new EntityRef(EntityType.NETWORK, range.toString()));
        inside = true;
      }
    }
    return inside;
  }

  /// Those that nobody shares, in a fixed order.
  List<EntityRef> unmet() {
    return List.copyOf(unmet);
  }
}
