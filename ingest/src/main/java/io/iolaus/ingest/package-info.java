/// Iolaus.
@NullMarked
package io.iolaus.ingest;

import org.jspecify.annotations.NullMarked;
