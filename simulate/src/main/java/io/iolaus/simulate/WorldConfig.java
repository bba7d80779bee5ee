package io.iolaus.simulate;

import io.iolaus.simulate.world.ModelCatalog;
import io.iolaus.simulate.world.ModelCatalog.Line;
import io.iolaus.simulate.world.ModelCatalog.Release;
import io.iolaus.simulate.world.TimeFrame;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// All figures of the innocent world. The time frame holds the 44 days of the fourth campaign with
/// some days on either side, and two model releases.
///
/// @param individuals background accounts outside companies
/// @param seats background accounts in companies
/// @param labStaff verified accounts of each lab
/// @param medianVolume exchanges of the middle person over the time frame; the mean is 2.3 times
///   that
/// @param publicTemplates templates that go round
/// @param carrierExits addresses of a mobile carrier
/// @param resellerCustomers innocent customers of the proxy reseller
/// @param resellerExits addresses the reseller sells
/// @param decoys instances and sizes by kind
record WorldConfig(
    TimeFrame frame,
    int individuals,
    int seats,
    int labStaff,
    double medianVolume,
    int publicTemplates,
    int carrierExits,
    int resellerCustomers,
    int resellerExits,
    Map<String, DecoySizes> decoys) {

  /// So many instances, each of a size between the two.
  record DecoySizes(int instances, int smallest, int largest) {}

  static final TimeFrame FRAME = TimeFrame.of(Instant.parse("2026-04-14T00:00:00Z"), 58);

  static WorldConfig of(Scale scale) {
    return switch (scale) {
      case S ->
          new WorldConfig(
              FRAME,
              2_900,
              800,
              8,
              8.5,
              400,
              10,
              150,
              900,
              Map.of(
                  "D1", new DecoySizes(1, 300, 300),
                  "D2", new DecoySizes(3, 20, 60),
                  "D3", new DecoySizes(1, 1_000, 1_000),
                  "D4", new DecoySizes(1, 500, 500),
                  "D5", new DecoySizes(1, 240, 260),
                  "D6", new DecoySizes(1, 180, 220),
                  "D7", new DecoySizes(3, 10, 18),
                  "D8", new DecoySizes(60, 2, 8),
                  "D9", new DecoySizes(2, 8, 16),
                  "D10", new DecoySizes(1, 90, 120)));
      case M ->
          new WorldConfig(
              FRAME,
              29_000,
              8_000,
              20,
              8.5,
              500,
              40,
              1_500,
              6_000,
              Map.of(
                  "D1", new DecoySizes(3, 500, 1_500),
                  "D2", new DecoySizes(12, 20, 300),
                  "D3", new DecoySizes(2, 3_000, 6_000),
                  "D4", new DecoySizes(2, 1_500, 3_000),
                  "D5", new DecoySizes(4, 200, 1_000),
                  "D6", new DecoySizes(3, 300, 900),
                  "D7", new DecoySizes(20, 10, 40),
                  "D8", new DecoySizes(600, 2, 8),
                  "D9", new DecoySizes(8, 5, 40),
                  "D10", new DecoySizes(4, 50, 300)));
      case L ->
          new WorldConfig(
              FRAME,
              700_000,
              160_000,
              60,
              8.5,
              500,
              250,
              30_000,
              40_000,
              Map.of(
                  "D1", new DecoySizes(10, 1_000, 5_000),
                  "D2", new DecoySizes(60, 20, 2_000),
                  "D3", new DecoySizes(3, 10_000, 50_000),
                  "D4", new DecoySizes(3, 5_000, 20_000),
                  "D5", new DecoySizes(12, 500, 10_000),
                  "D6", new DecoySizes(6, 1_000, 5_000),
                  "D7", new DecoySizes(100, 10, 500),
                  "D8", new DecoySizes(10_000, 2, 8),
                  "D9", new DecoySizes(40, 5, 200),
                  "D10", new DecoySizes(20, 50, 1_000)));
    };
  }

  /// Two releases inside the time frame, one in each of the two greater lines.
  static ModelCatalog models() {
    return new ModelCatalog(
        List.of(
            new Line(
                List.of(
                    release("alto-3", "Alto 3", "2025-11-18T17:00:00Z"),
                    release("alto-4", "Alto 4", "2026-05-06T16:00:00Z"))),
            new Line(
                List.of(
                    release("viola-2", "Viola 2", "2026-01-27T17:00:00Z"),
                    release("viola-3", "Viola 3", "2026-05-21T15:00:00Z"))),
            new Line(List.of(release("piccolo-1", "Piccolo 1", "2025-08-05T17:00:00Z")))),
        50,
        35,
        15);
  }

  private static Release release(String id, String name, String at) {
    return new Release(id, name, Instant.parse(at).toEpochMilli());
  }
}
