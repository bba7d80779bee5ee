/// The fold journal: sealed, digested, prompt-free segments on disk.
@NullMarked
package io.iolaus.ingest.journal;

import org.jspecify.annotations.NullMarked;
