package io.iolaus.cypher.detector;

import io.iolaus.cypher.detector.DetectorTestFile.Bits;
import io.iolaus.cypher.detector.DetectorTestFile.Case;
import io.iolaus.cypher.detector.DetectorTestFile.Expectation;
import io.iolaus.cypher.detector.DetectorTestFile.Shows;
import io.iolaus.cypher.detector.LinkResult.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads one `.test.yml` file, or notes everything that is wrong with it.
final class DetectorTestReader {
  private static final String DATE = "write a day such as 2026-03-08";
  private static final String COUNT = "write a whole number from 0";

  private DetectorTestReader() {}

  /// The tests in `text`; what is wrong is among `problems`, and then the result is not to be used.
  static DetectorTestFile read(String path, String text, Problems problems) {
    Fields fields = new Fields(YamlNode.read(text, 0, problems), problems);
    String detector = fields.text("detector", "give the detector's id");
    Fields window = fields.nested("window");
    Map<String, String> params = params(fields);
    List<Case> cases = new ArrayList<>();
    for (Fields item : fields.list("cases")) {
      cases.add(oneCase(item, window, params));
    }
    fields.refuseOthers();
    window.refuseOthers();
    return new DetectorTestFile(detector, path, cases);
  }

  private static Case oneCase(Fields fields, Fields allWindow, Map<String, String> allParams) {
    String name = fields.text("name", "state the fact that it shows");
    Shows shows =
        fields
            .value(
                "shows",
                "write fires, just-below, false-positive or limit",
                text -> Shows.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_')))
            .orElse(Shows.LIMIT);
    Optional<String> covers = fields.optional("covers");
    if ((shows == Shows.FALSE_POSITIVE) != covers.isPresent()) {
      fields.problem(
          "shows",
          "'covers' and shows: false-positive go together",
          "name the false positive, or drop covers");
    }
    Fields ownWindow = fields.nested("window");
    DetectorWindow window = window(fields.has("window") ? ownWindow : allWindow);
    ownWindow.refuseOthers();
    Map<String, String> params = new HashMap<>(allParams);
    params.putAll(params(fields));
    String given = fields.text("given", "write one statement that makes the graph");
    Expectation expect = expectation(fields.nested("expect"), shows);
    fields.refuseOthers();
    return new Case(name, fields.line(), shows, covers, window, params, given, expect);
  }

  private static DetectorWindow window(Fields fields) {
    Optional<LocalDate> from = fields.value("from", DATE, LocalDate::parse);
    Optional<LocalDate> asOf = fields.value("asOf", DATE, LocalDate::parse);
    if (from.isPresent() && asOf.isPresent()) {
      if (!from.get().isAfter(asOf.get())) {
        return DetectorWindow.ofDays(from.get(), asOf.get());
      }
      fields.problem("asOf", "the window ends before it begins", "put from before asOf");
    }
    return DetectorWindow.ofDays(LocalDate.EPOCH, LocalDate.EPOCH);
  }

  private static Map<String, String> params(Fields fields) {
    Fields params = fields.nested("params");
    Map<String, String> result = new HashMap<>();
    for (String name : params.keys()) {
      params.optional(name).ifPresent(value -> result.put(name, value));
    }
    return result;
  }

  private static Expectation expectation(Fields fields, Shows shows) {
    int links = fields.value("links", COUNT, DetectorTestReader::count).orElse(0);
    if ((shows == Shows.FIRES && links == 0) || (shows == Shows.JUST_BELOW && links > 0)) {
      fields.problem(
          "links",
          "a case that " + (links == 0 ? "fires finds nothing" : "lies just below finds something"),
          "correct shows or links");
    }
    Status status =
        fields
            .optionalValue(
                "status",
                "write complete, partial or failed",
                text -> Status.valueOf(text.toUpperCase(Locale.ROOT)))
            .orElse(Status.COMPLETE);
    Map<String, Integer> totals = new HashMap<>();
    Fields byKey = fields.nested("totals");
    for (String key : byKey.keys()) {
      byKey.optionalValue(key, COUNT, DetectorTestReader::count).ifPresent(n -> totals.put(key, n));
    }
    Expectation result =
        new Expectation(
            links,
            status,
            fields.texts("keys"),
            fields.texts("types"),
            fields.optionalValue("members", COUNT, DetectorTestReader::count),
            fields.texts("accounts"),
            Map.copyOf(totals),
            bits(fields));
    fields.refuseOthers();
    return result;
  }

  private static Optional<Bits> bits(Fields fields) {
    if (!fields.has("bits")) {
      return Optional.empty();
    }
    Fields bits = fields.nested("bits");
    String remedy = "write a number of bits";
    double min =
        bits.optionalValue("min", remedy, Double::parseDouble).orElse(Double.NEGATIVE_INFINITY);
    double max =
        bits.optionalValue("max", remedy, Double::parseDouble).orElse(Double.POSITIVE_INFINITY);
    bits.refuseOthers();
    return Optional.of(new Bits(min, max));
  }

  private static int count(String text) {
    int count = Integer.parseInt(text);
    if (count < 0) {
      throw new IllegalArgumentException("less than 0");
    }
    return count;
  }
}
