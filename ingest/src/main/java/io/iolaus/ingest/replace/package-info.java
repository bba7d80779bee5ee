/// Replaces what a batch said by a corrected file, as if that had been loaded in its place.
@NullMarked
package io.iolaus.ingest.replace;

import org.jspecify.annotations.NullMarked;
