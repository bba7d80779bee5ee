package io.iolaus.api.cases;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.neo4j.repository.config.EnableNeo4jRepositories;

/// Where Spring Data looks for entities and repositories.
@Configuration(proxyBeanMethods = false)
@EntityScan(basePackageClasses = CaseConfiguration.class)
@EnableNeo4jRepositories(basePackageClasses = CaseConfiguration.class)
class CaseConfiguration {}
