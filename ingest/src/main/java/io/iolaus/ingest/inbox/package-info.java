/// Bodies that were handed over, kept on disk until they are in the graph.
@NullMarked
package io.iolaus.ingest.inbox;

import org.jspecify.annotations.NullMarked;
