/// Measurements beside what users would do otherwise; never distributed.
@NullMarked
package io.iolaus.bench;

import org.jspecify.annotations.NullMarked;
