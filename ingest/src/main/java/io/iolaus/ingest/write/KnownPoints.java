package io.iolaus.ingest.write;

import io.iolaus.cypher.write.GraphRow;
import io.iolaus.ingest.journal.KnownPoint;
import io.iolaus.ingest.journal.Prefix;
import io.iolaus.ingest.journal.SourcePosition;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Where a batch ended before, as parallel lists on its node.
final class KnownPoints {

  private static final HexFormat HEX = HexFormat.of();

  private KnownPoints() {}

  static List<KnownPoint> read(GraphRow row) {
    long[] bytes = row.numbers("earlierBytes");
    List<String> digests = row.texts("earlierDigests");
    long[] newlines = row.numbers("earlierNewlines");
    long[] read = row.numbers("earlierRead");
    long[] rejected = row.numbers("earlierRejected");
    List<KnownPoint> points = new ArrayList<>(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      Prefix prefix = new Prefix(bytes[i], HEX.parseHex(digests.get(i)));
      points.add(new KnownPoint(new SourcePosition(prefix, newlines[i]), read[i], rejected[i]));
    }
    return points;
  }

  static void put(Map<String, Object> properties, List<KnownPoint> points) {
    properties.put("earlierBytes", points.stream().map(p -> p.end().prefix().bytes()).toList());
    properties.put(
        "earlierDigests",
        points.stream().map(p -> HEX.formatHex(p.end().prefix().digest())).toList());
    properties.put("earlierNewlines", points.stream().map(p -> p.end().newlines()).toList());
    properties.put("earlierRead", points.stream().map(KnownPoint::read).toList());
    properties.put("earlierRejected", points.stream().map(KnownPoint::rejected).toList());
  }
}
