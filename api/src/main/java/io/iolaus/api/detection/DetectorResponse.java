package io.iolaus.api.detection;

import io.iolaus.cypher.detector.DetectorFile;
import io.iolaus.cypher.detector.DetectorParameter;
import io.iolaus.cypher.detector.SiteDetectors;
import io.iolaus.cypher.run.DetectorRunRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One detector as its front matter describes it, with its latest run.
///
/// @param status `active`, `experimental` or `retired`
/// @param origin `built-in` or `site`
/// @param every how often the schedule runs it, ISO-8601, as is `timeout`
record DetectorResponse(
    String id,
    String title,
    int version,
    String status,
    String origin,
    String kind,
    String facet,
    String description,
    Map<String, Parameter> params,
    String every,
    String timeout,
    List<DetectorFile.FalsePositive> falsePositives,
    String misses,
    @Nullable DetectorRunRow lastRun) {

  record Parameter(
      String type,
      @com.fasterxml.jackson.annotation.JsonProperty("default") String otherwise,
      @Nullable String min,
      @Nullable String max,
      String doc) {}

  static DetectorResponse of(SiteDetectors.Standing standing, @Nullable DetectorRunRow lastRun) {
    DetectorFile file = standing.file();
    Map<String, Parameter> params = new LinkedHashMap<>();
    file.params().forEach(p -> params.put(p.name(), parameter(p)));
    return new DetectorResponse(
        file.id(),
        file.title(),
        file.version(),
        file.status().text(),
        standing.origin().text(),
        "link",
        file.facet(),
        file.description(),
        params,
        file.every().toString(),
        file.timeout().toString(),
        file.falsePositives(),
        file.misses(),
        lastRun);
  }

  private static Parameter parameter(DetectorParameter p) {
    return new Parameter(
        p.type().text(),
        p.defaultValue().toString(),
        p.min().map(Object::toString).orElse(null),
        p.max().map(Object::toString).orElse(null),
        p.doc());
  }
}
