/// Reads what holds a cluster together, cut to what a chart can show.
@NullMarked
package io.iolaus.cypher.subgraph;

import org.jspecify.annotations.NullMarked;
