/// Whether a statement written by somebody else may run: by its own text, then by the plan the
/// database makes of it.
@NullMarked
package io.iolaus.cypher.detector.safety;

import org.jspecify.annotations.NullMarked;
