package io.iolaus.simulate;

import java.util.Map;

/// Figures of the proving ground by scale. The innocent outnumber the operators by some forty to
/// one; on the greater scales accounts do less.
///
/// @param folded whether what an account does alike within a day is one line that counts it
record ProvingConfig(
    Background background, Exits exits, Attackers attackers, Decoys decoys, boolean folded) {

  /// Those who are in no decoy.
  ///
  /// @param seats accounts in companies
  /// @param labStaff verified accounts of each lab
  /// @param customers innocent customers of the reseller
  /// @param medianVolume exchanges of the middle person over the time frame
  /// @param templates that go round
  record Background(
      int individuals,
      int seats,
      int labStaff,
      int customers,
      double medianVolume,
      int templates) {}

  /// Addresses that many share.
  ///
  /// @param carrier of each mobile carrier
  /// @param proxies homes and racks that the proxies for rent come out of
  record Exits(int carrier, int proxies) {}

  /// Operators, as many and as large as they are by default.
  ///
  /// @param accounts of an operator of middle size
  /// @param volume factor on what they do
  record Attackers(int operators, int accounts, double volume) {}

  /// Decoys.
  ///
  /// @param instances of each kind by default
  /// @param households instances of D8 for each one of another kind
  /// @param sizes by kind
  record Decoys(int instances, int households, Map<String, Sizes> sizes) {}

  record Sizes(int least, int greatest) {}

  static ProvingConfig of(Scale scale) {
    return switch (scale) {
      case S ->
          new ProvingConfig(
              new Background(3_000, 900, 6, 90, 4.5, 400),
              new Exits(12, 10_000),
              new Attackers(3, 90, 0.7),
              new Decoys(
                  12,
                  4,
                  Map.of(
                      "D1", new Sizes(30, 350),
                      "D2", new Sizes(8, 150),
                      "D3", new Sizes(60, 600),
                      "D4", new Sizes(30, 300),
                      "D5", new Sizes(30, 250),
                      "D6", new Sizes(30, 250),
                      "D7", new Sizes(8, 40),
                      "D8", new Sizes(2, 8),
                      "D9", new Sizes(5, 20),
                      "D10", new Sizes(25, 120))),
              false);
      case M ->
          new ProvingConfig(
              new Background(98_000, 26_000, 20, 1_500, 4, 500),
              new Exits(60, 40_000),
              new Attackers(8, 450, 0.5),
              new Decoys(
                  30,
                  20,
                  Map.of(
                      "D1", new Sizes(100, 1_500),
                      "D2", new Sizes(10, 300),
                      "D3", new Sizes(300, 5_000),
                      "D4", new Sizes(100, 2_000),
                      "D5", new Sizes(60, 1_500),
                      "D6", new Sizes(60, 1_500),
                      "D7", new Sizes(8, 100),
                      "D8", new Sizes(2, 8),
                      "D9", new Sizes(5, 60),
                      "D10", new Sizes(30, 500))),
              true);
      case L ->
          new ProvingConfig(
              new Background(410_000, 95_000, 40, 8_000, 3, 500),
              new Exits(250, 120_000),
              new Attackers(10, 1_700, 0.3),
              new Decoys(
                  20,
                  200,
                  Map.of(
                      "D1", new Sizes(300, 5_000),
                      "D2", new Sizes(20, 2_000),
                      "D3", new Sizes(1_000, 50_000),
                      "D4", new Sizes(500, 20_000),
                      "D5", new Sizes(200, 10_000),
                      "D6", new Sizes(100, 5_000),
                      "D7", new Sizes(10, 500),
                      "D8", new Sizes(2, 8),
                      "D9", new Sizes(5, 200),
                      "D10", new Sizes(50, 1_000))),
              true);
    };
  }
}
