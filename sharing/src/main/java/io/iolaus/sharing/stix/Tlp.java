package io.iolaus.sharing.stix;

import java.util.Map;

/// The markings of the Traffic Light Protocol 2.0 that are in use here, with the ids its STIX
/// definition fixes.
enum Tlp {
  CLEAR("clear", "94868c89-83c2-464b-929b-a1a8aa3c8487"),
  AMBER("amber", "55d920b0-5e8b-4f79-9ee9-91f868d9b421");

  static final String EXTENSION = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

  private final String value;
  final String id;

  Tlp(String value, String uuid) {
    this.value = value;
    this.id = "marking-definition--" + uuid;
  }

  StixObject.MarkingDefinition definition() {
    return new StixObject.MarkingDefinition(
        id,
        null,
        "2022-10-01T00:00:00.000Z",
        "TLP:" + name(),
        null,
        null,
        Map.of(EXTENSION, new StixObject.TlpExtension("property-extension", value)));
  }
}
