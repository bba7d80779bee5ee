package io.iolaus.cypher.detect;

import io.iolaus.core.address.IpAddress;
import io.iolaus.core.address.IpPrefix;
import io.iolaus.cypher.entity.EntityRef;
import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.suppression.Scope;
import io.iolaus.cypher.suppression.Suppressed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Shared things that a run leaves out, as though no detector had found them, for the run alone or
/// because people suppressed them. A network takes the addresses in it along: nobody who doubts a
/// range believes its addresses.
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
  private final List<Part> parts;
  // several detectors ask at once
  private final Set<EntityRef> unmet;

  /// What one suppression leaves out.
  ///
  /// @param detector null: whoever finds it
  /// @param ignored null: all that the detector finds
  private record Part(String id, @Nullable String detector, @Nullable Ignored ignored) {
    boolean leavesOut(String finder, String label, String key) {
      return (detector == null || detector.equals(finder))
          && (ignored == null || ignored.leavesOut(label, key));
    }
  }

  private Ignored(Set<EntityRef> things, List<IpPrefix> ranges, List<Part> parts) {
    this.things = things;
    this.ranges = ranges;
    this.parts = parts;
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
    return new Ignored(Set.copyOf(things), ranges, List.of());
  }

  /// The same, and what is suppressed.
  public Ignored with(Suppressed suppressed) {
    List<Part> all = new ArrayList<>();
    suppressed
        .scopes()
        .forEach((id, scope) -> {
          switch (scope) {
            case Scope.Thing(EntityRef ref) -> all.add(new Part(id, null, of(List.of(ref))));
            case Scope.Detector(String detector, Optional<EntityRef> thing) ->
                all.add(new Part(id, detector, thing.map(ref -> of(List.of(ref))).orElse(null)));
            case Scope.Account account -> {} // is no evidence
            case Scope.Cluster cluster -> {} // nor is this
          }
        });
    return new Ignored(things, ranges, List.copyOf(all));
  }

  /// Whether what a detector finds is left out.
  ///
  /// @param detector its id
  public boolean leavesOut(String detector, String label, String key) {
    return leavesOut(label, key) || !by(detector, label, key).isEmpty();
  }

  /// The suppressions that leave it out.
  List<String> by(String detector, String label, String key) {
    return parts.stream()
        .filter(part -> part.leavesOut(detector, label, key))
        .map(Part::id)
        .toList();
  }

  /// Whether a thing is left out; remembers that it was met.
  ///
  /// @param label of the node that stands for it
  /// @param key the node's id
  private boolean leavesOut(String label, String key) {
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
