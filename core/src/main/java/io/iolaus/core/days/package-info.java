/// Counts by day, small enough to be kept by the million.
@NullMarked
package io.iolaus.core.days;

import org.jspecify.annotations.NullMarked;
