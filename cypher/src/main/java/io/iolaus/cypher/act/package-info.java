/// Bulk acts in the graph: proposed with a forecast, carried out slice by slice, cancelled, undone.
@NullMarked
package io.iolaus.cypher.act;

import org.jspecify.annotations.NullMarked;
