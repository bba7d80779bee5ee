/// Finds the strongest chains of evidence between two entities of a graph that is read as it is
/// needed.
@NullMarked
package io.iolaus.core.path;

import org.jspecify.annotations.NullMarked;
