/// Loads sources of events into the graph, exactly once.
@NullMarked
package io.iolaus.ingest;

import org.jspecify.annotations.NullMarked;
