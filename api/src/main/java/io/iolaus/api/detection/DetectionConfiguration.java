package io.iolaus.api.detection;

import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.core.detect.DetectionListener;
import io.iolaus.cypher.detect.DetectionService;
import io.iolaus.cypher.detect.DetectionSummary;
import io.iolaus.cypher.lease.Leases;
import io.iolaus.cypher.run.StatusReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The schedule, in processes that have the role for it.
@Configuration(proxyBeanMethods = false)
class DetectionConfiguration {

  private static final Logger log = LoggerFactory.getLogger(DetectionConfiguration.class);

  @Bean
  DetectionJob detectionJob(
      Leases leases, DetectionService detection, DetectionProperties properties) {
    return new DetectionJob(
        leases,
        held -> {
          DetectionSummary summary =
              detection.under(held).run(properties.options(), DetectionListener.SILENT);
          summary
              .unfinished()
              .forEach(unfinished -> log.warn("run {}: detector {}", summary.run(), unfinished));
          log.info(
              "run {} ({}): {} accounts{}, {} clusters, {} of them labelled, in {} ms",
              summary.run(),
              summary.status(),
              summary.accounts(),
              summary
                  .since()
                  .map(full -> ", " + summary.touched() + " of them read again since " + full)
                  .orElse(""),
              summary.clusters().size(),
              summary.labelled(),
              summary.millis());
        });
  }

  @Bean
  @Nullable DetectionSchedule detectionSchedule(
      ServerOptions options,
      DetectionJob job,
      StatusReader status,
      DetectionProperties properties) {
    return options.roles().contains(Role.DETECT)
        ? new DetectionSchedule(job, status, properties)
        : null;
  }
}
