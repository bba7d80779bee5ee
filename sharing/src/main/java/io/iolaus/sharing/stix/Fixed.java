package io.iolaus.sharing.stix;

import java.util.List;

/// The objects that are the same in the exports of every site.
final class Fixed {

  static final String METRICS = "extension-definition--3c6fb0ff-4e1d-4a05-9d28-41c6a8d6b7f1";

  /// When these objects, and the wording of the duties, were fixed. A change of either needs a new
  /// id or time.
  static final String SINCE = "2026-11-20T00:00:00.000Z";

  private static final String PROJECT = "identity--b1f6c2d4-53f0-4c0e-8a57-9d1e6f0a2c35";
  private static final List<String> MARKINGS = List.of(Tlp.CLEAR.id);

  private Fixed() {}

  static StixObject project() {
    return new StixObject.Identity(PROJECT, PROJECT, SINCE, SINCE, MARKINGS, "Iolaus", "system");
  }

  static StixObject metrics() {
    return new StixObject.ExtensionDefinition(
        METRICS,
        PROJECT,
        SINCE,
        SINCE,
        MARKINGS,
        "cluster-metrics",
        "Size, targets and grounds of a network of accounts, as far as they may be shared.",
        Texts.METRICS_SCHEMA,
        "1.0.0",
        List.of("property-extension"));
  }
}
