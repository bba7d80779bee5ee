/// What the graph is to hold, put together from sealed segments alone: for who does not read the
/// graph to write it.
@NullMarked
package io.iolaus.ingest.state;

import org.jspecify.annotations.NullMarked;
