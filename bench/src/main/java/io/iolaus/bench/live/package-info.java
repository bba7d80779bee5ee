/// How soon events of a topic are in the graph, and what that takes of the machine.
@NullMarked
package io.iolaus.bench.live;

import org.jspecify.annotations.NullMarked;
