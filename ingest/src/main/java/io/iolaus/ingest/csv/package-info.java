/// Reads CSV as event lines: a mapping says what its columns mean.
@NullMarked
package io.iolaus.ingest.csv;

import org.jspecify.annotations.NullMarked;
