/// Follows folders: loads their files as they are completed, and goes on where they grow.
@NullMarked
package io.iolaus.ingest.follow;

import org.jspecify.annotations.NullMarked;
