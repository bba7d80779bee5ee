/// Rejected lines, and the files they go to.
@NullMarked
package io.iolaus.ingest.reject;

import org.jspecify.annotations.NullMarked;
