/// Keeps clusters the same from run to run, and says what became of them.
@NullMarked
package io.iolaus.core.lineage;

import org.jspecify.annotations.NullMarked;
