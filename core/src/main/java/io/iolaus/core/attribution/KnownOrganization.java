package io.iolaus.core.attribution;

import java.util.List;

/// An organization that groups may be linked to, as far as attribution looks at it: there is no
/// field for a country.
///
/// @param kind `lab`, `company`, `university`, `reseller` or `other`; empty where it is not known
/// @param prefixes canonical CIDR ranges
public record KnownOrganization(
    String id,
    String kind,
    List<String> domains,
    List<Long> asns,
    List<String> prefixes,
    List<String> billingNames) {

  public KnownOrganization {
    domains = List.copyOf(domains);
    asns = List.copyOf(asns);
    prefixes = List.copyOf(prefixes);
    billingNames = List.copyOf(billingNames);
  }

  /// Whether strangers are let into its networks as a matter of course.
  boolean letsStrangersIn() {
    return kind.equals("university") || kind.equals("reseller");
  }
}
