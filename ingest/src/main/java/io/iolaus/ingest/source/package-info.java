/// Reads sources: tells compression and known beginnings apart by content, and cuts bytes into lines.
@NullMarked
package io.iolaus.ingest.source;

import org.jspecify.annotations.NullMarked;
