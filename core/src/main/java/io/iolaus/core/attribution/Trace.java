package io.iolaus.core.attribution;

/// What an account itself can bear of an organization.
enum Trace {
  /// An address in its networks that hardly anybody outside the group uses.
  OWN_ADDRESS,
  /// An address in its networks that others use, too: a gateway.
  GATEWAY,
  INVOICE,
  MAIL;

  /// Whether the organization could show it at all.
  boolean possible(KnownOrganization organization) {
    return switch (this) {
      case OWN_ADDRESS, GATEWAY ->
          !organization.asns().isEmpty() || !organization.prefixes().isEmpty();
      case INVOICE -> !organization.billingNames().isEmpty();
      case MAIL -> !organization.domains().isEmpty();
    };
  }
}
