/// Lists that say how much they show of how much, and opaque cursors to go on with.
@NullMarked
package io.iolaus.api.paging;

import org.jspecify.annotations.NullMarked;
