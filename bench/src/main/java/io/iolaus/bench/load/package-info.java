/// How fast events come into the graph.
@NullMarked
package io.iolaus.bench.load;

import org.jspecify.annotations.NullMarked;
