/// Reads what happened to clusters from run to run.
@NullMarked
package io.iolaus.cypher.lineage;

import org.jspecify.annotations.NullMarked;
