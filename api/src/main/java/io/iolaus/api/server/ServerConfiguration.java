package io.iolaus.api.server;

import io.iolaus.cypher.access.SecondFactorStore;
import io.iolaus.cypher.access.TokenStore;
import io.iolaus.cypher.access.UserStore;
import io.iolaus.cypher.act.BulkActReader;
import io.iolaus.cypher.act.BulkActWriter;
import io.iolaus.cypher.backtest.BacktestRecords;
import io.iolaus.cypher.backtest.DetectorPublisher;
import io.iolaus.cypher.batch.BatchReader;
import io.iolaus.cypher.cases.CaseReader;
import io.iolaus.cypher.cluster.ClusterReader;
import io.iolaus.cypher.decision.DecisionReader;
import io.iolaus.cypher.decision.DecisionWriter;
import io.iolaus.cypher.decision.DetectorPrecisionReader;
import io.iolaus.cypher.detect.DetectionService;
import io.iolaus.cypher.detector.SiteDetectors;
import io.iolaus.cypher.entity.EntityReader;
import io.iolaus.cypher.explain.CutPreviews;
import io.iolaus.cypher.explain.ExplanationReader;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.lease.Leases;
import io.iolaus.cypher.lineage.LineageReader;
import io.iolaus.cypher.once.OnceKeys;
import io.iolaus.cypher.path.PathReader;
import io.iolaus.cypher.run.RunReader;
import io.iolaus.cypher.run.StatusReader;
import io.iolaus.cypher.search.SearchFeed;
import io.iolaus.cypher.subgraph.SelectionReader;
import io.iolaus.cypher.subgraph.SubgraphReader;
import io.iolaus.cypher.suppression.SuppressionReader;
import io.iolaus.cypher.suppression.SuppressionWriter;
import java.time.Clock;
import org.neo4j.driver.Driver;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Puts the parts together. The driver, the home and the options are handed in by [IolausServer].
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableScheduling
@ConfigurationPropertiesScan("io.iolaus.api")
@ComponentScan("io.iolaus.api")
class ServerConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  BatchReader batchReader(Driver driver) {
    return new BatchReader(driver);
  }

  @Bean
  ClusterReader clusterReader(Driver driver) {
    return new ClusterReader(driver);
  }

  @Bean
  SubgraphReader subgraphReader(Driver driver) {
    return new SubgraphReader(driver);
  }

  @Bean
  SelectionReader selectionReader(Driver driver) {
    return new SelectionReader(driver);
  }

  @Bean
  EntityReader entityReader(Driver driver) {
    return new EntityReader(driver);
  }

  @Bean
  PathReader pathReader(Driver driver) {
    return new PathReader(driver);
  }

  @Bean
  LineageReader lineageReader(Driver driver) {
    return new LineageReader(driver);
  }

  @Bean
  RunReader runReader(Driver driver) {
    return new RunReader(driver);
  }

  @Bean
  StatusReader statusReader(Driver driver) {
    return new StatusReader(driver);
  }

  @Bean
  SearchFeed searchFeed(Driver driver) {
    return new SearchFeed(driver);
  }

  @Bean
  SiteDetectors siteDetectors(Driver driver) {
    return new SiteDetectors(driver);
  }

  @Bean
  DetectorPublisher detectorPublisher(Driver driver, SiteDetectors site, Clock clock) {
    return new DetectorPublisher(driver, site, clock);
  }

  @Bean
  BacktestRecords backtestRecords(Driver driver) {
    return new BacktestRecords(driver);
  }

  @Bean
  DetectionService detectionService(Driver driver, SiteDetectors site, Clock clock) {
    return new DetectionService(driver, site::catalog, clock);
  }

  @Bean
  ExplanationReader explanationReader(Driver driver) {
    return new ExplanationReader(driver);
  }

  @Bean
  CutPreviews cutPreviews(Driver driver, DetectionService detection) {
    return new CutPreviews(driver, detection);
  }

  @Bean
  DecisionReader decisionReader(Driver driver) {
    return new DecisionReader(driver);
  }

  @Bean
  DecisionWriter decisionWriter(Driver driver, Clock clock) {
    return new DecisionWriter(driver, clock);
  }

  @Bean
  BulkActReader bulkActReader(Driver driver) {
    return new BulkActReader(driver);
  }

  @Bean
  BulkActWriter bulkActWriter(Driver driver, Clock clock) {
    return new BulkActWriter(driver, clock);
  }

  @Bean
  DetectorPrecisionReader detectorPrecisionReader(Driver driver) {
    return new DetectorPrecisionReader(driver);
  }

  @Bean
  SuppressionReader suppressionReader(Driver driver, Clock clock) {
    return new SuppressionReader(driver, clock);
  }

  @Bean
  SuppressionWriter suppressionWriter(Driver driver, Clock clock) {
    return new SuppressionWriter(driver, clock);
  }

  @Bean
  CaseReader caseReader(Driver driver) {
    return new CaseReader(driver);
  }

  @Bean
  UserStore userStore(Driver driver, Home home, Clock clock) {
    return new UserStore(driver, home.accessKey(), clock);
  }

  @Bean
  SecondFactorStore secondFactorStore(Driver driver, UserStore users, Home home, Clock clock) {
    return new SecondFactorStore(driver, users, home.accessKey(), clock);
  }

  @Bean
  TokenStore tokenStore(Driver driver, Home home, Clock clock) {
    return new TokenStore(driver, home.accessKey(), clock);
  }

  @Bean
  OnceKeys onceKeys(Driver driver, Home home, Clock clock) {
    return new OnceKeys(driver, home.accessKey(), clock);
  }

  @Bean
  Leases leases(Driver driver) {
    return new Leases(driver, Leases.DEFAULT_LASTING);
  }
}
