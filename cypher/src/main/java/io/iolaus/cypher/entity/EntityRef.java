package io.iolaus.cypher.entity;

import io.iolaus.core.address.IpAddress;
import io.iolaus.core.address.IpPrefix;
import java.util.Optional;

/// One entity by its type and id, as people write it: `ip:203.0.113.7`, `payment:-:pi_7Qx`,
/// `identifier:device:d-91f`.
public record EntityRef(EntityType type, String id) implements Comparable<EntityRef> {

  /// Reads `TYPE:ID`; an address or a range may stand without its type.
  ///
  /// @throws IllegalArgumentException if it is neither; the message says how it is written
  public static EntityRef parse(String text) {
    if (IpPrefix.parse(text).isPresent()) {
      return new EntityRef(EntityType.NETWORK, text);
    }
    if (IpAddress.parse(text).isPresent()) {
      return new EntityRef(EntityType.IP, text);
    }
    int colon = text.indexOf(':');
    Optional<EntityType> type = EntityType.of(colon < 0 ? "" : text.substring(0, colon));
    if (type.isEmpty() || colon == text.length() - 1) {
      throw new IllegalArgumentException(
          "an entity is written TYPE:ID, as ip:203.0.113.7, with a type of "
              + EntityType.names()
              + "; was "
              + text);
    }
    return new EntityRef(type.get(), text.substring(colon + 1));
  }

  @Override
  public int compareTo(EntityRef other) {
    int byType = type.compareTo(other.type);
    return byType != 0 ? byType : id.compareTo(other.id);
  }

  /// `TYPE:ID`.
  @Override
  public String toString() {
    return type.text() + ":" + id;
  }
}
