package io.iolaus.cypher.database;

import java.io.IOException;
import java.nio.file.Path;

/// Replaces what a database of our own holds, without its schema, by what Neo4j's offline importer
/// makes of files. Users and passwords stay.
///
/// The folder holds frames of nodes and edges and a file `manifest`, as the program `neo4j-local`
/// reads them. Nobody else may use the database meanwhile.
public interface StoreImporter {

  /// Fills a folder.
  @FunctionalInterface
  interface Filling {
    /// Gives back the folder when everything is in it. The database does not answer meanwhile.
    Path fill() throws IOException;
  }

  /// Stops the database while the folder is filled, imports, and starts it again. The driver stays
  /// good. A process that dies meanwhile leaves the database as it was before, or as it is
  /// afterwards.
  ///
  /// @throws IOException if nothing was imported; the database runs as before
  /// @throws DatabaseUnavailableException if it could not be started again; it is as it was before
  ///   or as it should be afterwards
  void replaceBy(Filling filling) throws IOException;
}
