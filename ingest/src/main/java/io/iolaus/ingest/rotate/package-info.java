/// A new site secret in place of the one a graph was loaded under.
@NullMarked
package io.iolaus.ingest.rotate;

import org.jspecify.annotations.NullMarked;
