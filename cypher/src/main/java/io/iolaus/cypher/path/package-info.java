/// Finds the strongest chains of evidence between two entities.
@NullMarked
package io.iolaus.cypher.path;

import org.jspecify.annotations.NullMarked;
