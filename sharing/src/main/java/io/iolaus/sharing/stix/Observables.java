package io.iolaus.sharing.stix;

import java.util.List;

/// Observables with the ids that STIX prescribes; their values stand beside the ids.
final class Observables {

  private Observables() {}

  static StixObject system(long number, List<String> markings) {
    return new StixObject.AutonomousSystem(
        StixIds.observable("autonomous-system", "{\"number\":" + number + "}"), markings, number);
  }

  static StixObject range(String prefix, List<String> markings) {
    String type = prefix.indexOf(':') < 0 ? "ipv4-addr" : "ipv6-addr";
    // Digits, dots, colons and a slash: canonical JSON escapes none of them.
    return new StixObject.AddressRange(
        StixIds.observable(type, "{\"value\":\"" + prefix + "\"}"), markings, prefix);
  }
}
