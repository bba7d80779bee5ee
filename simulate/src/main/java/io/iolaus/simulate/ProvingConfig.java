package io.iolaus.simulate;

import java.util.Map;

/// Figures of the proving ground by scale. The innocent outnumber the operators by fifty to one; on
/// the greater scales accounts do less, and what one does alike within a day is one line.
///
/// @param individuals background accounts outside companies
/// @param seats background accounts in companies
/// @param labStaff verified accounts of each lab
/// @param medianVolume exchanges of the middle person over the time frame
/// @param volume factor on what an operator's accounts do
/// @param templates that go round
/// @param carrierExits addresses of a mobile carrier
/// @param proxyExits homes and racks that the proxies for rent come out of
/// @param customers innocent customers of the reseller
/// @param operators as many by default
/// @param accounts of an operator of middle size
/// @param decoys instances of each kind by default
/// @param households instances of D8 for each one of another kind
/// @param sizes least and greatest size by kind
record ProvingConfig(
    int individuals,
    int seats,
    int labStaff,
    double medianVolume,
    double volume,
    int templates,
    int carrierExits,
    int proxyExits,
    int customers,
    int operators,
    int accounts,
    int decoys,
    int households,
    boolean folded,
    Map<String, Sizes> sizes) {

  record Sizes(int least, int greatest) {}

  static ProvingConfig of(Scale scale) {
    return switch (scale) {
      case S ->
          new ProvingConfig(
              3_000,
              900,
              6,
              4.5,
              0.7,
              400,
              12,
              10_000,
              90,
              3,
              90,
              12,
              4,
              false,
              Map.of(
                  "D1", new Sizes(30, 350),
                  "D2", new Sizes(8, 60),
                  "D3", new Sizes(60, 600),
                  "D4", new Sizes(30, 300),
                  "D5", new Sizes(30, 250),
                  "D6", new Sizes(30, 250),
                  "D7", new Sizes(8, 40),
                  "D8", new Sizes(2, 8),
                  "D9", new Sizes(5, 20),
                  "D10", new Sizes(25, 120)));
      case M ->
          new ProvingConfig(
              90_000,
              25_000,
              20,
              4,
              0.4,
              500,
              60,
              40_000,
              1_500,
              8,
              600,
              30,
              20,
              true,
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
                  "D10", new Sizes(30, 500)));
      case L ->
          new ProvingConfig(
              370_000,
              90_000,
              40,
              3.5,
              0.3,
              500,
              250,
              120_000,
              8_000,
              10,
              2_200,
              20,
              200,
              true,
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
                  "D10", new Sizes(50, 1_000)));
    };
  }
}
