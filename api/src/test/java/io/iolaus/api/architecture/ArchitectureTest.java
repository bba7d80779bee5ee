package io.iolaus.api.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import org.junit.jupiter.api.Test;

/// Where things live, and what may use what.
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.iolaus");

  @Test
  void modulesUseOnlyThoseBelowThem() {
    Architectures.layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("core")
        .definedBy("io.iolaus.core..")
        .layer("cypher")
        .definedBy("io.iolaus.cypher..")
        .layer("ingest")
        .definedBy("io.iolaus.ingest..")
        .layer("sharing")
        .definedBy("io.iolaus.sharing..")
        .layer("simulate")
        .definedBy("io.iolaus.simulate..")
        .layer("api")
        .definedBy("io.iolaus.api..")
        .whereLayer("core")
        .mayOnlyBeAccessedByLayers("cypher", "ingest", "sharing", "simulate", "api")
        .whereLayer("cypher")
        .mayOnlyBeAccessedByLayers("ingest", "sharing", "api")
        .whereLayer("ingest")
        .mayOnlyBeAccessedByLayers("api")
        .whereLayer("sharing")
        .mayOnlyBeAccessedByLayers("api")
        .whereLayer("simulate")
        .mayOnlyBeAccessedByLayers("api")
        .whereLayer("api")
        .mayNotBeAccessedByAnyLayer()
        .check(CLASSES);
  }

  @Test
  void springStaysInApi() {
    noClasses()
        .that(not(resideInAPackage("io.iolaus.api..")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "jakarta..")
        .check(CLASSES);
  }

  /// Others may hand the driver on, and tell errors of the database apart where they leave; the
  /// digest compares raw graphs for tests and measurements.
  @Test
  void driverTypesStayInCypherButForTheLinesThatOpenTheDriver() {
    noClasses()
        .that(
            not(resideInAnyPackage("io.iolaus.cypher..", "io.iolaus.neo4jlocal.."))
                .and(not(simpleName("GraphDigest"))))
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.neo4j.driver..")
                .and(not(simpleName("Driver")))
                .and(not(resideInAPackage("org.neo4j.driver.exceptions.."))))
        .check(CLASSES);
  }

  @Test
  void nothingLinksToNeo4jItself() {
    noClasses()
        .that(not(resideInAPackage("io.iolaus.neo4jlocal..")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.iolaus.neo4jlocal..",
            "org.neo4j.dbms..",
            "org.neo4j.graphdb..",
            "org.neo4j.kernel..",
            "org.neo4j.server..",
            "org.neo4j.configuration..")
        .check(CLASSES);
  }

  @Test
  void coreDoesNoInputOrOutput() {
    noClasses()
        .that()
        .resideInAPackage("io.iolaus.core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.nio.file..", "java.net.http..", "java.nio.channels..", "org.neo4j..")
        .check(CLASSES);
  }

  @Test
  void springDataEntitiesStayInTheCasesPackage() {
    noClasses()
        .that(not(resideInAPackage("io.iolaus.api.cases..")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework.data..")
        .check(CLASSES);
  }

  @Test
  void controllersLeaveNoPackage() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Controller")
        .should()
        .notBePublic()
        .andShould()
        .resideInAPackage("io.iolaus.api..")
        .check(CLASSES);
  }
}
