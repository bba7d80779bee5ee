/// Reads what can be searched for out of the graph.
@NullMarked
package io.iolaus.cypher.search;

import org.jspecify.annotations.NullMarked;
