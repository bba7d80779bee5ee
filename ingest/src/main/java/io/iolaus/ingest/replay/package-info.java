/// Rejected lines that somebody has mended, on their way back to their batches.
@NullMarked
package io.iolaus.ingest.replay;

import org.jspecify.annotations.NullMarked;
