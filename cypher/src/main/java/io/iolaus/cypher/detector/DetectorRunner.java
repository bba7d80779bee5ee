package io.iolaus.cypher.detector;

import org.neo4j.driver.Driver;

/// Runs detectors against a graph, read-only and within a budget.
///
/// Instances may be shared between threads; each run opens and closes a session of its own.
public final class DetectorRunner {
  private final Driver driver;
  private final DetectorBudget budget;

  public DetectorRunner(Driver driver) {
    this(driver, DetectorBudget.DEFAULT);
  }

  public DetectorRunner(Driver driver, DetectorBudget budget) {
    this.driver = driver;
    this.budget = budget;
  }

  /// Runs one detector over a window, with the defaults of its parameters.
  ///
  /// A statement that fails or goes beyond its budget is an outcome, not an exception; a database
  /// that cannot be reached is the driver's exception.
  public LinkResult run(DetectorFile detector, DetectorWindow window) {
    throw new UnsupportedOperationException(
        "in the making: " + driver + budget + detector + window);
  }
}
