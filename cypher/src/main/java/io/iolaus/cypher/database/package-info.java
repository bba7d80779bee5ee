/// Opens the database of a home: another Neo4j, the one a running server has open, or a child
/// process of our own.
@NullMarked
package io.iolaus.cypher.database;

import org.jspecify.annotations.NullMarked;
