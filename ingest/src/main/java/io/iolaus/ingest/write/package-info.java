/// Writes sealed segments to the graph, each part in one transaction with its marker.
@NullMarked
package io.iolaus.ingest.write;

import org.jspecify.annotations.NullMarked;
