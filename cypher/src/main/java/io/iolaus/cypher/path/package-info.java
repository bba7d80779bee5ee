/// Finds the shortest chain of evidence between two entities.
@NullMarked
package io.iolaus.cypher.path;

import org.jspecify.annotations.NullMarked;
