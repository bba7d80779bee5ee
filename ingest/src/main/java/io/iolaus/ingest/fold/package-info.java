/// Folds events into what the graph needs of them, by account and by entity.
@NullMarked
package io.iolaus.ingest.fold;

import org.jspecify.annotations.NullMarked;
